//! The demo's introduction in the terminal.

use std::io::Write as _;

use aws_sim::Sim;
use sandglass_core::text::Text;
use sandglass_engine::{Environment, os};

/// Says what runs, what there is to see, and how a terminal takes part.
pub(crate) fn print(environment: &Environment, sim: &Sim) {
    let text = Text::new(environment.language);
    let home = environment.paths.home.display().to_string();
    let mut lines = vec![
        text.say("demo-started"),
        text.say_with("demo-home", &[("home", &home)]),
        String::new(),
        text.say("demo-story"),
        String::new(),
        text.say("demo-terminal"),
        format!("  {}", shell(environment, sim)),
        text.say("demo-try"),
    ];
    for line in [
        "sandglass status",
        "sandglass renew prod-admin --mfa 111111",
        "aws sts get-caller-identity --profile project1",
    ] {
        lines.push(format!("  {line}"));
    }
    lines.extend([String::new(), text.say("demo-end")]);
    say(&lines.join("\n"));
}

/// The line that opens a shell in the demo's home.
fn shell(environment: &Environment, sim: &Sim) -> String {
    let programs = std::env::current_exe().ok().and_then(|own| Some(own.parent()?.to_owned()));
    let url = sim.url();
    let variables = [("AWS_ENDPOINT_URL", url.as_str()), ("AWS_EC2_METADATA_DISABLED", "true")];
    os::shell_in_home(&environment.paths.home, &programs.unwrap_or_default(), &variables)
}

/// Says something. A terminal that was closed meanwhile is no reason to end.
pub(crate) fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Says why there is no demo.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(std::io::stderr(), "sandglass-demo: {message}");
}
