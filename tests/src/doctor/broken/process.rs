//! Programs and identity tokens that credentials come from.

use aws_sim::IdentityToken;
use serde_json::json;

use super::super::programs::executable;
use super::super::{Case, Family, SetUp, aws, session_arn};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Choice, name, cause, build)
}

/// A profile whose program gives a live session; whose it is, and the program's path.
pub fn working(s: &mut SetUp, name: &str) -> (String, String) {
    let (arn, keys) = s.session(3600);
    let answer = json!({
        "Version": 1, "AccessKeyId": keys.id, "SecretAccessKey": keys.secret, "SessionToken": keys.token(),
        "Expiration": aws::moment(3600),
    });
    let program = program(s, &format!("cat <<'END'\n{answer}\nEND"));
    let region = s.region.clone();
    s.config.profile(name).set("credential_process", &program).set("region", &region);
    (arn, program)
}

/// A program of this home; its path.
fn program(s: &mut SetUp, script: &str) -> String {
    let name = format!("tools/{}-credentials", s.draw.iam_name());
    executable(&s.home, &name, &format!("#!/bin/sh\n{script}\n")).display().to_string()
}

/// A profile whose program is at fault; it is asked for.
pub fn failing(s: &mut SetUp, script: &str) {
    let (name, region, program) = (s.name(), s.region.clone(), program(s, script));
    s.config.profile(&name).fault("credential_process", &program).set("region", &region);
    s.ask(&name);
}

/// A token that a role trusts for so many seconds: the role, and the token's file.
pub fn identity_token(s: &mut SetUp, seconds: i64) -> (String, String) {
    let role = s.role();
    let ends_at = chrono::Utc::now().timestamp() + seconds;
    let token = aws::identity_token(&mut s.draw, ends_at);
    s.home.keep_secret(&token);
    let file = format!("tokens/{}.jwt", s.draw.iam_name());
    s.home.write(&file, &token);
    let roles = vec![role.clone()];
    s.sim.world().identity_tokens.push(IdentityToken { token, expires_at: ends_at, roles });
    s.identity = session_arn(&role);
    (role, file)
}

/// A profile with a token's file; it is asked for.
fn web_identity(s: &mut SetUp, role: &str, file: &str) {
    let (name, region) = (s.name(), s.region.clone());
    let profile = s.config.profile(&name).fault("web_identity_token_file", file);
    profile.set("role_arn", role).set("region", &region);
    s.ask(&name);
}

pub(super) const CASES: &[Case] = &[
    case("a program that is not there", "process_not_found", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let command =
            s.draw.pick(&["/opt/corp/bin/aws-keys --account 1", "corp-keys-2019 get", "~/bin/keys.sh"]);
        s.config.profile(&name).fault("credential_process", command).set("region", &region);
        s.ask(&name);
    }),
    case("a program with a variable in its path", "process_not_found", |s| {
        let name = s.name();
        let (_, path) = working(s, &name);
        let other = format!("v-{}", s.draw.iam_name());
        let region = s.region.clone();
        let tail = path.rsplit('/').next().unwrap_or_default().to_owned();
        let command = format!("$HOME/tools/{tail}");
        s.config.profile(&other).fault("credential_process", &command).set("region", &region);
        s.ask(&other);
    }),
    case("a program that may not be run", "process_not_found", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let path = s.home.write("tools/keys.py", "print('{}')\n").display().to_string();
        s.config.profile(&name).fault("credential_process", &path).set("region", &region);
        s.ask(&name);
    }),
    case("a program that fails", "process_failed", |s| {
        failing(s, "echo 'Error: your session with the vault is over' >&2\nexit 1");
    }),
    case("a program killed by a signal", "process_failed", |s| failing(s, "kill -9 $$")),
    case("a program that asks in the place of answering", "process_answer_invalid", |s| {
        failing(s, "echo 'Password for ana: '");
    }),
    case("a program that says nothing", "process_answer_invalid", |s| failing(s, "true")),
    case("a program that answers without a version", "process_answer_invalid", |s| {
        failing(s, "echo '{\"AccessKeyId\": \"AKIAEXAMPLEEXAMPLE12\", \"SecretAccessKey\": \"x\"}'");
    }),
    case("a program that answers in the CLI's form", "process_answer_invalid", |s| {
        failing(
            s,
            "echo '{\"Credentials\": {\"AccessKeyId\": \"AKIAEXAMPLEEXAMPLE12\", \"SecretAccessKey\": \"x\"}}'",
        );
    }),
    case("a program that gives keys of yesterday", "process_answer_expired", |s| {
        let (_, keys) = s.session(-86_000);
        let date = aws::moment(-86_000);
        let answer = json!({
            "Version": 1, "AccessKeyId": keys.id, "SecretAccessKey": keys.secret,
            "SessionToken": keys.token(), "Expiration": date,
        });
        failing(s, &format!("cat <<'END'\n{answer}\nEND"));
    }),
    case("a role whose source's program fails", "process_failed", |s| {
        let (base, region) = (s.name(), s.region.clone());
        let program = program(s, "echo 'token file not found' >&2; exit 3");
        s.config.profile(&base).fault("credential_process", &program).set("region", &region);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("an identity token that is not there", "web_identity_file_missing", |s| {
        let role = s.role();
        s.identity = session_arn(&role);
        web_identity(s, &role, "/var/run/secrets/eks.amazonaws.com/serviceaccount/token");
    }),
    case("an identity token's file under ~", "web_identity_file_missing", |s| {
        let (role, file) = identity_token(s, 3600);
        web_identity(s, &role, &format!("~/{file}"));
    }),
    case("an identity token that is over", "web_identity_token_expired", |s| {
        let (role, file) = identity_token(s, -1800);
        let path = s.path(&file).display().to_string();
        web_identity(s, &role, &path);
    }),
    case("an identity token in variables that is over", "web_identity_token_expired", |s| {
        let (role, file) = identity_token(s, -200_000);
        let path = s.path(&file).display().to_string();
        s.fault_variable("AWS_WEB_IDENTITY_TOKEN_FILE", &path);
        s.at_file(&file);
        s.home.set("AWS_ROLE_ARN", &role);
        let region = s.region.clone();
        s.home.set("AWS_REGION", &region);
    }),
    case("an identity token that the role does not trust", "web_identity_token_refused", |s| {
        let (role, file) = identity_token(s, 3600);
        s.sim.world().identity_tokens[0].roles.clear();
        let path = s.path(&file).display().to_string();
        web_identity(s, &role, &path);
    }),
];
