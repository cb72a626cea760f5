//! What the demo says in the terminal.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the demo is started in a terminal")]

use aws_sim::Sim;
use sandglass_core::text::Text;
use sandglass_engine::{Environment, os};

/// Says what runs, what there is to see, and how a terminal takes part.
pub(crate) fn print(environment: &Environment, sim: &Sim) {
    let text = Text::new(environment.language());
    let home = environment.paths.home.display().to_string();
    println!("{}", text.say("demo-started"));
    println!("{}", text.say_with("demo-home", &[("home", &home)]));
    println!("\n{}", text.say("demo-story"));
    println!("\n{}", text.say("demo-terminal"));
    println!("  {}", shell(environment, sim));
    println!("{}", text.say("demo-try"));
    for line in [
        "sandglass status",
        "sandglass renew prod-admin --mfa 111111",
        "aws sts get-caller-identity --profile project1",
    ] {
        println!("  {line}");
    }
    println!("\n{}", text.say("demo-end"));
}

/// The line that opens a shell in the demo's home.
fn shell(environment: &Environment, sim: &Sim) -> String {
    let programs = std::env::current_exe().ok().and_then(|own| Some(own.parent()?.to_owned()));
    let url = sim.url();
    let variables = [("AWS_ENDPOINT_URL", url.as_str()), ("AWS_EC2_METADATA_DISABLED", "true")];
    os::shell_in_home(&environment.paths.home, &programs.unwrap_or_default(), &variables)
}

/// Says why there is no demo.
pub(crate) fn complain(message: &str) {
    eprintln!("sandglass-demo: {message}");
}
