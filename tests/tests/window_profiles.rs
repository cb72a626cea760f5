//! The Profiles view of the real window: the files afterwards hold what it showed.
#![cfg(target_os = "linux")]

use fantoccini::key::Key;
use sandglass_tests::stage::{Stage, until};
use sandglass_tests::window::Window;
use sandglass_tests::{aws_clis, fixtures};

const SESSIONS: &str = "[aria-keyshortcuts='Control+1']";
const PROFILES: &str = "[aria-keyshortcuts='Control+2']";
const NAME: &str = ".editor .form input";

/// The field of a setting.
fn field(key: &str) -> String {
    format!(".editor [title='{key}'] + * input")
}

async fn profiles(stage: &Stage, test: &str) -> Option<Window> {
    let window = stage.window(test).await?;
    window.until("the sessions", |text| text.contains("base")).await;
    window.click(PROFILES).await;
    // What was chosen in Sessions is chosen here, too.
    window.find("[data-kind][data-row='base']").await;
    Some(window)
}

/// Opens a profile in the editor.
async fn edit(window: &Window, profile: &str) {
    window.click(&format!("[data-kind][data-row='{profile}']")).await;
    window.find(NAME).await;
}

/// Writes what is shown, once it is the plan of what was typed.
async fn write(window: &Window, label: &str) {
    let button = window.find(".editor .primary[aria-disabled='false']").await;
    assert_eq!(button.text().await.expect("it has a label"), label);
    button.click().await.expect("clicked");
}

#[tokio::test]
async fn a_role_profile_is_made_as_it_was_shown_and_renews() {
    let before = fixtures::project1().replace('\n', "\r\n") + "# the team's own\r\n";
    let stage = Stage::start(&before).await;
    let test = "a_role_profile_is_made_as_it_was_shown_and_renews";
    let Some(window) = profiles(&stage, test).await else { return };
    window.click("[aria-label='New profile']").await;
    window.choose("menuitem", "Role").await;
    window.fill(NAME, "project1").await;
    // Nobody is corrected while they type; leaving the field is the moment.
    window.press(Key::Tab).await;
    window.until("the name is taken", |text| text.contains("already")).await;
    window.fill(NAME, "audit").await;
    window.fill(&field("role_arn"), "arn:aws:iam::123456789012:user/ana").await;
    window.press(Key::Tab).await;
    window.until("the ARN is none of a role", |text| text.contains("the ARN of a role")).await;
    window.fill(&field("role_arn"), fixtures::REFRESH_ROLE).await;
    window.fill(&field("source_profile"), "base").await;
    window.fill(&field("region"), "eu-central-1").await;
    let shown = window.until("the whole diff", |text| text.contains("region = eu-central-1")).await;
    assert!(shown.contains("[profile audit]") && shown.contains("source_profile = base"), "{shown}");
    assert_eq!(stage.home.aws_file("config"), before, "nothing is written before it is confirmed");
    write(&window, "Save").await;
    window.until("it is written", |text| text.contains("Saved to ~/.aws/config")).await;
    let made = format!(
        "{before}\r\n[profile audit]\r\nrole_arn = {}\r\nsource_profile = base\r\nregion = eu-central-1\r\n",
        fixtures::REFRESH_ROLE
    );
    assert_eq!(stage.home.aws_file("config"), made);

    window.click(SESSIONS).await;
    window.click("[data-row='audit'] .do button").await;
    window.until("the new session", |text| text.contains("min")).await;
    until("the call", || stage.sim.count("AssumeRole") == 1).await;

    // And back again, byte for byte.
    window.click(PROFILES).await;
    window.choose("button", "Undo last change…").await;
    window.click("dialog .primary[aria-disabled='false']").await;
    until("what stood there", || stage.home.aws_file("config") == before).await;
}

#[tokio::test]
async fn a_rename_takes_its_references_along() {
    let stage = Stage::start(&fixtures::project1()).await;
    let Some(window) = profiles(&stage, "a_rename_takes_its_references_along").await else { return };
    let (config, credentials) = (stage.home.aws_file("config"), stage.home.aws_file("credentials"));
    edit(&window, "base").await;
    window.until("who depends on it", |text| text.contains("Used by")).await;
    window.fill(NAME, "ana").await;
    window.until("both files", |text| text.contains("source_profile = ana") && text.contains("[ana]")).await;
    write(&window, "Save 2 files").await;
    window.until("both written", |text| text.contains("Saved to")).await;
    assert_eq!(
        stage.home.aws_file("config"),
        config.replace("source_profile = base", "source_profile = ana")
    );
    assert_eq!(stage.home.aws_file("credentials"), credentials.replace("[base]", "[ana]"));
    assert_eq!(stage.home.sandglass(&["renew", "project1"]).code, Some(0));

    // Its removal, from the editor of its new name, says who would miss it, and takes no other line.
    window.find("[aria-selected='true'][data-row='ana']").await;
    window.choose("button", "Delete…").await;
    window.until("who would miss it", |text| text.contains("will not work without it")).await;
    window.click("dialog .danger[aria-disabled='false']").await;
    until("it is gone", || stage.home.aws_file("credentials").trim().is_empty()).await;
    assert!(stage.home.aws_file("config").contains("source_profile = ana"));
}

#[tokio::test]
async fn every_form_of_a_paste_is_recognised_and_no_secret_reaches_the_page() {
    let stage = Stage::start(&fixtures::project1()).await;
    let test = "every_form_of_a_paste_is_recognised_and_no_secret_reaches_the_page";
    let Some(window) = profiles(&stage, test).await else { return };
    let (secret, token) = ("cAnaryPastedSecret/0123456789abcdefghijk", "cAnaryPastedToken0123456789abcdef");
    let sts = format!(
        r#"{{"Credentials": {{"AccessKeyId": "ASIAPASTED0000000001", "SecretAccessKey": "{secret}", "SessionToken": "{token}", "Expiration": "2030-01-31T12:00:00+00:00"}}}}"#
    );
    let process = format!(
        r#"{{"Version": 1, "AccessKeyId": "ASIAPASTED0000000002", "SecretAccessKey": "{secret}", "SessionToken": "{token}"}}"#
    );
    let shell = |id: &str, line: fn(&str, &str) -> String| {
        let pairs =
            [("AWS_ACCESS_KEY_ID", id), ("AWS_SECRET_ACCESS_KEY", secret), ("AWS_SESSION_TOKEN", token)];
        pairs.map(|(name, value)| line(name, value)).join("\n")
    };
    let portal = format!(
        "[123456789012_Admin]\naws_access_key_id=ASIAPASTED0000000007\naws_secret_access_key={secret}\naws_session_token={token}\n"
    );
    let pastes = [
        (sts, "a response of AWS STS"),
        (process, "the output of a credential_process"),
        (shell("ASIAPASTED0000000003", |name, value| format!("export {name}=\"{value}\"")), "export lines"),
        (shell("ASIAPASTED0000000004", |name, value| format!("$Env:{name}=\"{value}\"")), "export lines"),
        (shell("ASIAPASTED0000000005", |name, value| format!("set {name}={value}")), "export lines"),
        (shell("ASIAPASTED0000000006", |name, value| format!("setx {name} {value}")), "export lines"),
        (portal, "a section of an AWS file"),
        ("[profile half]\nregion = eu-west-1\noutput = json\n".to_owned(), "a section of an AWS file"),
    ];
    for (number, (text, form)) in pastes.iter().enumerate() {
        let copied = stage.copy(text).await;
        window.click("[aria-label='New profile']").await;
        window.choose("menuitem", "Paste…").await;
        window
            .until(form, |shown| shown.contains(&format!("Recognized: {form}")) || shown.contains(form))
            .await;
        let name = format!("pasted-{number}");
        window.fill("dialog input", &name).await;
        window
            .until("the plan", |shown| {
                shown.contains(&format!("[{name}]")) || shown.contains(&format!("[profile {name}]"))
            })
            .await;
        let source = window.source().await;
        assert!(!source.contains(secret) && !source.contains(token), "a secret reached the page: {form}");
        window.click("dialog .primary[aria-disabled='false']").await;
        window.find(&format!("[aria-selected='true'][data-row='{name}']")).await;
        drop(copied);
    }
    let credentials = stage.home.aws_file("credentials");
    assert_eq!(credentials.matches(secret).count(), 7, "{} keys were written", credentials.lines().count());
    assert!(
        stage.home.aws_file("config").contains("[profile pasted-7]\nregion = eu-west-1\noutput = json\n")
    );

    // Half a paste is refused whole.
    let written = stage.home.aws_file("credentials");
    let _copied = stage
        .copy(&shell("ASIAPASTED0000000008", |name, value| format!("export {name}={value}"))[..90])
        .await;
    window.click("[aria-label='New profile']").await;
    window.choose("menuitem", "Paste…").await;
    window.until("a calm dialog", |shown| shown.contains("Copy keys, then come back")).await;
    window.click("dialog .plan .button").await;
    window.until("the refusal", |shown| shown.contains("has no")).await;
    window.choose("button", "Close").await;
    assert_eq!(stage.home.aws_file("credentials"), written);
}

/// As in AWS's page on troubleshooting `ExpiredToken`: keys of a role, put in by hand, that ran out.
const MANUAL: &str = "\n# by hand\n[manual]\naws_access_key_id = ASIAOLD\naws_secret_access_key = old\n\
                      aws_session_token = old-token\n\
                      x_principal_arn = arn:aws:sts::123456789012:assumed-role/project1/ana\n";

#[tokio::test]
async fn a_manual_profile_is_made_to_renew_itself_and_the_real_aws_cli_works_with_it() {
    let test = "a_manual_profile_is_made_to_renew_itself_and_the_real_aws_cli_works_with_it";
    let config = fixtures::project1() + "[profile manual]\nregion = eu-central-1\n";
    let stage = Stage::start(&config).await;
    let credentials = stage.home.aws_file("credentials");
    stage.home.write(".aws/credentials", &(credentials.clone() + MANUAL));
    let caller = ["sts", "get-caller-identity", "--profile", "manual"];
    let clis = aws_clis(test);
    for cli in &clis {
        assert_ne!(cli.run(&stage.home, &caller).code, Some(0), "its keys ran out");
    }
    let Some(window) = profiles(&stage, test).await else { return };
    window.click("[data-kind][data-row='manual']").await;
    window.until("the proposal", |text| text.contains("into a role profile")).await;
    window.until("the role and its source", |text| text.contains("source_profile = base")).await;
    window.choose("button", "Try it").await;
    window.until("AWS's answer", |text| text.contains("can assume this role")).await;
    assert_eq!(stage.home.aws_file("config"), config, "trying writes nothing");
    write(&window, "Save 2 files").await;
    window.until("it is written", |text| text.contains("Saved to")).await;
    assert!(!stage.home.aws_file("credentials").contains("aws_session_token"), "the stale keys are gone");
    assert!(stage.home.aws_file("config").contains(&format!("role_arn = {}\n", fixtures::REFRESH_ROLE)));
    for cli in &clis {
        let ran = cli.run(&stage.home, &caller);
        assert!(ran.out.contains("assumed-role/project1"), "{ran:?}");
    }
}

#[tokio::test]
async fn an_edit_and_another_program_keep_what_both_wrote() {
    let stage = Stage::start(&fixtures::project1()).await;
    let test = "an_edit_and_another_program_keep_what_both_wrote";
    let Some(window) = profiles(&stage, test).await else { return };
    edit(&window, "project1").await;
    window.fill(&field("duration_seconds"), "1800").await;
    window.until("the diff", |text| text.contains("duration_seconds = 1800")).await;
    let theirs = fixtures::project1().replace("eu-central-1", "eu-west-1") + "# theirs\n";
    stage.home.write(".aws/config", &theirs);
    window.until("both versions", |text| text.contains("Another program changed the AWS files")).await;
    window.choose("button", "Keep my edit").await;
    write(&window, "Save").await;
    window.until("it is written", |text| text.contains("Saved to ~/.aws/config")).await;
    let both = theirs.replace("region = eu-west-1\n", "region = eu-west-1\nduration_seconds = 1800\n");
    assert_eq!(stage.home.aws_file("config"), both);

    // What is theirs now is never overwritten by taking ours back.
    stage.home.write(".aws/config", &(both.clone() + "# more\n"));
    window.choose("button", "Undo last change…").await;
    window
        .until("both versions", |text| text.contains("The file has changed since") && text.contains("# more"))
        .await;
    assert_eq!(stage.home.aws_file("config"), both + "# more\n");
}

#[tokio::test]
async fn a_first_run_begins_with_a_paste() {
    use std::os::unix::fs::PermissionsExt as _;

    let stage = Stage::start("").await;
    std::fs::remove_dir_all(stage.home.path().join(".aws")).expect("an empty home");
    let Some(window) = stage.window("a_first_run_begins_with_a_paste").await else { return };
    let _copied = stage
        .copy(
            "export AWS_ACCESS_KEY_ID=AKIAPASTED0000000001\nexport AWS_SECRET_ACCESS_KEY=cAnary0123456789\n",
        )
        .await;
    window.until("the ways to begin", |text| text.contains("How do you sign in?")).await;
    window.click(".ways li:nth-child(4) button").await;
    window.until("what it becomes", |text| text.contains("Recognized: export lines")).await;
    window.fill("dialog input", "first").await;
    window.until("the plan", |text| text.contains("[first]")).await;
    window.click("dialog .primary[aria-disabled='false']").await;
    window.find("[aria-selected='true'][data-row='first']").await;
    let path = stage.home.path().join(".aws/credentials");
    assert!(
        stage.home.aws_file("credentials").starts_with("[first]\naws_access_key_id = AKIAPASTED0000000001\n")
    );
    let mode = std::fs::metadata(path).expect("it was made").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
