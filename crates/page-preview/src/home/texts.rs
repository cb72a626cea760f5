//! The texts of the invented files: the home of a cloud engineer, with a profile of each kind, and as many as asked for.

use std::fmt::Write as _;

use chrono::{SecondsFormat, TimeDelta};
use sandglass_core::Timestamp;
use sandglass_core::history::{HistoryEntry, HistoryEvent};
use sandglass_core::problem::Code;
use sandglass_core::variables::Variables;

use super::{HOME, Options, names};

/// The line `[profile project1` of the broken file is its seventh.
const BROKEN: &str = "\
# shared by the platform team
[default]
region = eu-west-1
output = json
cli_pager =

[profile project1
role_arn = arn:aws:iam::210987654321:role/Prod-Role
source_profile = user1
region = eu-west-1

[profile user1]
region = eu-west-1
output = json
";

const USUAL: &str = "\
# shared by the platform team
[default]
region = eu-west-1
output = json

[profile user1]
region = eu-west-1
# one key for all roles below
output = json

[profile project1]
role_arn = arn:aws:iam::210987654321:role/Prod-Role
source_profile = user1
region = eu-west-1
";

const REST: &str = "
# data platform, ask #cloud-help
[profile data-eng]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = DataEngineer
s3 =
  addressing_style = path
  max_concurrent_requests = 20

[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1

[profile billing]
role_arn = arn:aws:iam::444455556666:role/BillingRead
source_profile = user1
external_id = billing-2026

[profile prod-admin]
role_arn = arn:aws:iam::123456789012:role/Admin
source_profile = user1
mfa_serial = arn:aws:iam::123456789012:mfa/ana
duration_seconds = 3600
region = eu-west-1

[profile ci-reader]
credential_process = /opt/corp/bin/get-keys --role reader

[profile ci-deploy]
role_arn = arn:aws:iam::444455556666:role/Deploy
web_identity_token_file = /var/run/secrets/token

[profile data-lab]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Analyst

[profile sandbox]
role_arn = arn:aws:iam::555566667777:role/Developer
source_profile = user1
role_session_name = ana.fernandes@example.com

[profile legacy]
role_arn = arn:aws:iam::444455556666:role/Old
source_profile = old-user

[profile data-deep]
role_arn = arn:aws:iam::111122223333:role/DataLakeMaintenance
source_profile = billing
duration_seconds = 3600

[profile partner-audit]
role_arn = arn:aws:iam::888877776666:role/PartnerAudit
source_profile = user1
external_id = partner-2026-audit
role_session_name = ana@example.com

[profile prod-readonly]
role_arn = arn:aws:iam::123456789012:role/ReadOnly
source_profile = user1
mfa_serial = arn:aws:iam::123456789012:mfa/ana

[profile old-audit]
role_arn = arn:aws:iam::444455556666:role/OldAudit
source_profile = user1

[profile staging-admin]
role_arn = arn:aws:iam::345678901234:role/Admin
source_profile = user1

[profile vpn-login]
login_session = arn:aws:iam::345678901234:user/ana
region = eu-central-1
";

const CREDENTIALS: &str = "\
# never commit this file
[default]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

[user1]
aws_access_key_id = AKIAIOSFODNN7USER1EX
aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY

# pasted on Monday
# expires soon
# ask ana for more
[staging]
aws_access_key_id = ASIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
aws_session_token = IQoJb3JpZ2luX2VjEXAMPLETOKEN
";

const PASTED: &str = "\
export AWS_ACCESS_KEY_ID=ASIAIOSFODNN7PASTEDX
export AWS_SECRET_ACCESS_KEY=NEWxUtnFEMI/K7MDENG/bPxRfiCYEXAMPLENEWK
export AWS_SESSION_TOKEN=IQoJb3JpZ2luX2VjNEWTOKEN
";

/// How many profiles there are anyway.
pub(super) const USUAL_PROFILES: usize = 18;
/// So many of a large home are watched.
const WATCHED_OF_MANY: usize = 40;

pub(super) fn process(options: &Options) -> Variables {
    let profile = match (options.has("odd"), options.get("diagnosis")) {
        (true, Some("odd")) => names::odd().swap_remove(0),
        (_, Some("cannot-tell")) => "vpn-login".to_owned(),
        _ => "project1".to_owned(),
    };
    let path = "/usr/local/bin:/usr/bin:/bin".to_owned();
    [("HOME", HOME.to_owned()), ("SHELL", "/bin/zsh".to_owned()), ("PATH", path), ("AWS_PROFILE", profile)]
        .into_iter()
        .collect()
}

pub(super) fn config(options: &Options) -> String {
    if options.is("state", "first-run") {
        return String::new();
    }
    let first = if options.is("state", "broken") { BROKEN } else { USUAL };
    let mut text = format!("{first}{REST}");
    for name in strange(options) {
        // A name of several words needs quotes.
        let quote = if name.contains(' ') { "\"" } else { "" };
        let _ = write!(
            text,
            "\n[profile {quote}{name}{quote}]\nrole_arn = arn:aws:iam::999988887777:role/{}\nsource_profile = user1\n",
            "Strange".repeat(8)
        );
        if name == names::LABELLED.repeat(names::LONGEST) {
            text.push_str("mfa_serial = arn:aws:iam::123456789012:mfa/ana\n");
        }
    }
    for place in 0..many(options) {
        let account = 100_000_000_000_u64 + 7919 * place as u64;
        let role = if place.is_multiple_of(2) { "Developer" } else { "ReadOnly" };
        let name = names::of_team(place);
        let _ = write!(
            text,
            "\n[profile {name}]\nsso_session = corp\nsso_account_id = {account}\nsso_role_name = {role}\n"
        );
    }
    text
}

/// Names nobody should have, where they are asked for.
pub(super) fn strange(options: &Options) -> Vec<String> {
    let odd = if options.has("odd") { names::odd() } else { Vec::new() };
    let long = if options.is("names", "long") { names::long() } else { Vec::new() };
    odd.into_iter().chain(long).collect()
}

/// How many profiles there are besides.
pub(super) fn many(options: &Options) -> usize {
    options.profiles().saturating_sub(USUAL_PROFILES)
}

pub(super) fn credentials(options: &Options, now: Timestamp) -> String {
    if options.is("state", "first-run") {
        return String::new();
    }
    let end = text_of(now - TimeDelta::minutes(6));
    format!(
        "{CREDENTIALS}x_security_token_expires = {end}\n\
         x_principal_arn = arn:aws:sts::345678901234:assumed-role/Deploy/ana\nsource_profile = user1\n# deploys, see runbook\n"
    )
}

pub(super) fn preferences(options: &Options) -> String {
    let mut text = "version = 1\n".to_owned();
    if let Some(theme) = options.get("theme").filter(|theme| ["light", "dark"].contains(theme)) {
        let _ = writeln!(text, "theme = \"{theme}\"");
    }
    text.push_str("ca_bundle = \"/etc/ssl/certs/corp-ca.pem\"\n");
    if !options.is("state", "undecided") {
        let usual = ["staging", "prod-admin", "project1", "data-eng", "billing", "user1", "ci-reader"];
        let mut watched: Vec<String> = usual.map(str::to_owned).to_vec();
        watched.extend(options.has("same").then(|| "prod-readonly".to_owned()));
        watched.extend(strange(options));
        watched.extend((0..many(options).min(WATCHED_OF_MANY)).map(names::of_team));
        let _ = writeln!(text, "watched = {}", serde_json::to_string(&watched).unwrap_or_default());
    }
    let labelled = names::LABELLED.repeat(names::LONGEST);
    for (profile, label, color) in [
        ("prod-admin", "prod", "red"),
        ("prod-readonly", "prod", "red"),
        ("sandbox", "play", "green"),
        (labelled.as_str(), "production", "red"),
    ] {
        let _ = writeln!(text, "\n[profiles.{profile}]\nlabel = \"{label}\"\nlabel_color = \"{color}\"");
    }
    text
}

/// What `~/.zshrc` holds: old keys of staging, unless a diagnosis is to find nothing wrong.
pub(super) fn shell_file(options: &Options, now: Timestamp) -> String {
    let mut lines: Vec<String> = (1..37).map(|number| format!("# {number}")).collect();
    lines.extend(["alias ll=\"ls -l\"", "# staging, only for today"].map(str::to_owned));
    if options.get("diagnosis").is_none_or(|wanted| wanted == "odd") {
        let end = text_of(now - TimeDelta::minutes(134));
        lines.extend([
            "export AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXQX7Z".to_owned(),
            "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
            "export AWS_SESSION_TOKEN=IQoJb3JpZ2luX2VjOLDTOKEN".to_owned(),
            format!("export AWS_CREDENTIAL_EXPIRATION={end}"),
        ]);
    }
    lines.push("export EDITOR=vim".to_owned());
    lines.join("\n") + "\n"
}

pub(super) fn clipboard(options: &Options) -> String {
    match options.get("clipboard") {
        Some("empty") => String::new(),
        // Two sessions at once are none.
        _ if options.has("fail") => {
            format!("{PASTED}{}", PASTED.replace("PASTEDX", "PASTEDY"))
        }
        _ => PASTED.to_owned(),
    }
}

/// What renews itself did so each hour; one renewal failed, one was asked for.
pub(super) fn history(now: Timestamp) -> String {
    let at = |minutes: i64| now + TimeDelta::minutes(minutes) + TimeDelta::seconds(30);
    let mut happened = Vec::new();
    for hour in (1..8).rev() {
        for (profile, minute) in [("project1", 42), ("billing", 45)] {
            let (at, until) = (at(-60 * hour + minute), at(-60 * hour + minute + 60));
            if at <= now {
                let what = HistoryEvent::Renewed { silent: true, until };
                happened.push(HistoryEntry { at, profile: profile.to_owned(), what });
            }
        }
    }
    for profile in ["project1", "billing"] {
        let what = HistoryEvent::Failed { code: Code::Network };
        happened.push(HistoryEntry { at: at(-250), profile: profile.to_owned(), what });
    }
    let what = HistoryEvent::Renewed { silent: false, until: at(4) };
    happened.push(HistoryEntry { at: at(-56), profile: "prod-admin".to_owned(), what });
    happened.sort_by_key(|entry| entry.at);
    happened.iter().map(HistoryEntry::to_line).collect()
}

/// An instant as files have it.
pub(super) fn text_of(at: Timestamp) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
