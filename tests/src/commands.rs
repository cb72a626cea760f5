//! A list of every command of `sandglass`, for rules that hold for all of them.

use std::collections::BTreeSet;

use crate::home::{Home, run};
use crate::programs::built;

/// A call: its arguments, in which `NAME` stands for a profile, and what it reads.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    arguments: &'static str,
    /// Standard input.
    pub input: &'static str,
}

/// The arguments of every command, of each form it prints in. Nothing here asks AWS but a renewal.
const EVERY: &[&str] = &[
    "--help",
    "--version",
    "help",
    "help status",
    "status --help",
    "status",
    "status --json",
    "status NAME",
    "status NAME --json",
    "status nowhere",
    "renew NAME",
    "renew NAME --json",
    "renew --all",
    "sso login NAME --device-code",
    "sso logout NAME --json",
    "sso status",
    "sso status --json",
    "sso status NAME --json",
    "doctor --offline",
    "doctor NAME --offline",
    "doctor NAME --offline --json",
    "doctor NAME --offline --report",
    "doctor nowhere --offline",
    "watch add NAME",
    "watch remove NAME",
    "cache list",
    "cache list NAME",
    "cache list --json",
    "cache clean --dry-run",
    "cache clean --all --json",
    "cache clean NAME",
    "credentials NAME",
    "env NAME --shell bash",
    "env NAME --shell json",
    "env NAME --shell dotenv",
    "env --unset --shell fish",
    "preferences list",
    "preferences list --json",
    "preferences get profiles.NAME.label",
    "preferences get watched",
    "preferences set notify_minutes 20",
    "preferences unset notify_minutes",
    "profile list",
    "profile list --json",
    "profile show NAME",
    "profile show NAME --json",
    "profile add new --kind static region=eu-west-1 aws_access_key_id=AKIAIOSFODNN7EXAMPLE aws_secret_access_key=- --dry-run",
    "profile set NAME region=eu-west-1 --dry-run",
    "profile set NAME region=eu-west-1 --yes",
    "profile unset NAME region --dry-run",
    "profile remove NAME --dry-run",
    "profile rename NAME new --dry-run",
    "profile duplicate NAME new --dry-run",
    "profile convert NAME --dry-run",
    "profile paste NAME --dry-run",
    "profile undo --list",
    "profile undo --yes",
    "profile redo --yes",
    "completions bash",
    "completions zsh",
    "completions fish",
];

/// What is pasted where a command reads something.
const PASTED: &str = "export AWS_ACCESS_KEY_ID=ASIAIOSFODNN7PASTED\nexport AWS_SECRET_ACCESS_KEY=pasted/secret\nexport AWS_SESSION_TOKEN=pasted-token\n";

impl Call {
    /// A call beside those of [`every_call`].
    pub const fn new(arguments: &'static str, input: &'static str) -> Self {
        Self { arguments, input }
    }

    /// The arguments for a profile.
    pub fn arguments(&self, profile: &str) -> Vec<String> {
        self.arguments.split(' ').map(|word| word.replace("NAME", profile)).collect()
    }

    /// Whether a program reads what it prints: it may hold anything, as it is.
    pub fn prints_for_shells(&self) -> bool {
        self.arguments.starts_with("env") && !self.arguments.contains("json")
    }

    /// Whether what it prints is JSON.
    pub fn prints_json(&self) -> bool {
        self.arguments.contains("json") || self.arguments.starts_with("credentials")
    }

    /// Whether secrets are what it prints.
    pub fn prints_secrets(&self) -> bool {
        self.arguments.starts_with("env NAME") || self.arguments.starts_with("credentials")
    }
}

/// Every call. Fails where a command has none.
pub fn every_call() -> Vec<Call> {
    for command in commands(&Home::empty(), &[]) {
        assert!(
            EVERY.iter().any(|call| call.starts_with(&command)),
            "{command} is in no test of all commands"
        );
    }
    let input = |arguments: &str| if arguments.contains("paste") { PASTED } else { "typed-secret\n" };
    EVERY.iter().map(|arguments| Call { arguments, input: input(arguments) }).collect()
}

/// The commands that have no further ones below them, as the help names them.
fn commands(home: &Home, above: &[String]) -> BTreeSet<String> {
    let ran = run(home.command(built("sandglass")).args(above).arg("--help"));
    let list = ran.out.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names: Vec<String> = list
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned))
        .filter(|name| !name.is_empty() && name != "help")
        .collect();
    if names.is_empty() {
        return BTreeSet::from([above.join(" ")]);
    }
    names.into_iter().flat_map(|name| commands(home, &[above, &[name]].concat())).collect()
}
