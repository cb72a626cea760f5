//! A fix does what was shown, and nothing else.

use std::path::{Path, PathBuf};

use aws_sim::{Sim, World};
use sandglass_core::problem::{Code, Problem};
use sandglass_doctor::evidence::{Assignment, AssignmentPlace};
use sandglass_doctor::{Fix, FixAction, Sentence, shell_edit};
use sandglass_engine::cache::put_back;
use sandglass_engine::doctor::{AppliedFix, apply_fix};
use sandglass_engine::{Environment, NoPrompt, SystemClock};
use sandglass_tests::{Home, aws_clis, fixtures};

fn environment(home: &Home) -> Environment {
    let variables = [("HOME", home.path().display().to_string())];
    Environment::from_variables(variables.into_iter().collect()).expect("a home")
}

/// The files that a fix changed or removed; none where it is left to a person.
fn done(home: &Home, action: FixAction) -> Result<Option<Vec<PathBuf>>, Problem> {
    let applied = on_runtime(async { apply(home, action).await })?;
    Ok(match applied {
        AppliedFix::Done(files) | AppliedFix::Cleaned { files, .. } => Some(files),
        AppliedFix::LeftToPerson => None,
    })
}

async fn apply(home: &Home, action: FixAction) -> Result<AppliedFix, Problem> {
    let fix = Fix::new(Sentence::new("fix-test"), action);
    apply_fix(&environment(home), &fix, &mut NoPrompt, &SystemClock).await
}

fn on_runtime<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(work)
}

const RC: &str = "# mine\nexport AWS_ACCESS_KEY_ID=ASIAOLD AWS_REGION=eu-west-1\nalias ll='ls -l'\n\
                  export AWS_SESSION_TOKEN=canary\n";

/// The fix that takes both lines of `RC` out, as a diagnosis would show it.
fn without_both(path: &Path) -> FixAction {
    let line = |name: &str, value: &str, line| Assignment {
        name: name.to_owned(),
        value: Some(aws_files::Secret::new(value.to_owned())),
        place: AssignmentPlace::ShellFile(path.to_owned()),
        line: Some(line),
        is_whole_line: true,
    };
    let found = [
        line("AWS_ACCESS_KEY_ID", "ASIAOLD", 2),
        line("AWS_REGION", "eu-west-1", 2),
        line("AWS_SESSION_TOKEN", "canary", 4),
    ];
    let lines = shell_edit::removed(&found, &[2, 4], &shell_edit::shown_lines(RC));
    assert!(lines.iter().all(|line| !line.text.contains("canary")), "{lines:?}");
    FixAction::EditShellFile { path: path.to_owned(), lines }
}

#[test]
fn the_lines_that_were_shown_go_and_nothing_else_changes() {
    let home = Home::empty();
    let path = home.write(".zshrc", RC);
    assert_eq!(done(&home, without_both(&path)), Ok(Some(vec![path.clone()])));
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), "# mine\nalias ll='ls -l'\n");
    let backup = home.path().join(".local/state/sandglass/backup/zshrc.last");
    assert_eq!(std::fs::read_to_string(backup).expect("a backup"), RC);
}

#[test]
fn a_shell_file_that_changed_since_is_left() {
    for changed in [
        RC.replace("# mine\n", "# mine\n# more\n"),
        RC.replace("eu-west-1", "us-east-1"),
        RC.replace("canary", "canary; start-something"),
        RC.replace("export AWS_SESSION_TOKEN", "[ -t 0 ] && export AWS_SESSION_TOKEN"),
        String::new(),
    ] {
        let home = Home::empty();
        let path = home.write(".zshrc", RC);
        let action = without_both(&path);
        std::fs::write(&path, &changed).expect("written");
        assert_eq!(done(&home, action).map_err(|problem| problem.code), Err(Code::FileChanged), "{changed}");
        assert_eq!(std::fs::read_to_string(&path).expect("a file"), changed);
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_mode_stays() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::empty();
    let real = home.write("dotfiles/zshrc", RC);
    std::fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).expect("a mode");
    let link = home.path().join(".zshrc");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    assert!(done(&home, without_both(&link)).is_ok());
    assert!(std::fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(std::fs::metadata(&real).expect("a file").permissions().mode() & 0o777, 0o640);
    assert!(!std::fs::read_to_string(&real).expect("a file").contains("AWS_"));
}

#[test]
fn only_entries_of_the_caches_are_deleted() {
    let home = Home::with_config(&fixtures::project1());
    let entry = home.write(".aws/cli/cache/0123456789abcdef0123456789abcdef01234567.json", "{");
    let others = [
        home.write(".aws/cli/cache/notes.txt", "mine"),
        home.write("important.json", "{"),
        home.path().join(".aws/credentials"),
    ];
    let all: Vec<PathBuf> = others.iter().cloned().chain([entry.clone()]).collect();
    assert_eq!(done(&home, FixAction::DeleteCacheFiles(all)), Ok(Some(vec![entry.clone()])));
    assert!(!entry.exists());
    assert!(others.iter().all(|path| path.exists()));
}

#[test]
fn cache_files_that_a_fix_removed_can_be_put_back() {
    let home = Home::with_config(&fixtures::project1());
    let entry = home.write(".aws/cli/cache/0123456789abcdef0123456789abcdef01234567.json", "{");
    on_runtime(async {
        let applied = apply(&home, FixAction::DeleteCacheFiles(vec![entry.clone()])).await;
        let Ok(AppliedFix::Cleaned { removed, .. }) = applied else { panic!("it is no cleaning") };
        assert!(!entry.exists());
        assert_eq!(put_back(&environment(&home), removed).await.put_back, 1);
    });
    assert_eq!(std::fs::read_to_string(&entry).expect("it is there again"), "{");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_cache_is_left_and_said_so() {
    let home = Home::with_config(&fixtures::project1());
    let real = home.write("elsewhere.json", "{");
    home.write(".aws/cli/cache/notes.txt", "mine");
    let link = home.path().join(".aws/cli/cache/0123456789abcdef0123456789abcdef01234567.json");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    let done = done(&home, FixAction::DeleteCacheFiles(vec![link.clone()]));
    assert_eq!(done.map_err(|problem| problem.code), Err(Code::FileUnwritable));
    assert!(real.exists() && std::fs::symlink_metadata(&link).is_ok());
}

#[test]
fn a_preference_is_set_and_a_command_is_left_to_a_person() {
    let home = Home::empty();
    let set = |value: Option<&str>| FixAction::Preference {
        key: "language".to_owned(),
        value: value.map(str::to_owned),
    };
    assert!(matches!(done(&home, set(Some("pt-BR"))), Ok(Some(_))));
    assert_eq!(home.sandglass(&["preferences", "get", "language"]).out.trim(), "pt-BR");
    assert!(matches!(done(&home, set(None)), Ok(Some(_))));
    assert!(done(&home, set(Some("klingon"))).is_err());
    let command = FixAction::Command(vec![(None, "true".to_owned())]);
    assert_eq!(done(&home, command), Ok(None));
}

#[test]
fn a_refused_session_is_deleted_and_the_next_one_works() {
    let sim = Sim::start(World::small()).expect("a free port");
    let mut home = Home::in_sim(&fixtures::project1(), &sim);
    home.set("PATH", &std::env::var("PATH").unwrap_or_default());
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    sim.world().forget_sessions();
    let said = home.sandglass_json(&["doctor", "project1"]);
    assert_eq!(said["verdict"]["code"], "cached_session_refused");
    assert_eq!(said["verdict"]["fixes"][0]["safe"], true);
    let ran = home.sandglass(&["doctor", "project1", "--fix"]);
    assert!(home.cache_files().is_empty(), "{ran:?}");
    for aws in aws_clis("a_refused_session_is_deleted_and_the_next_one_works") {
        let identity = aws.caller_identity(&home, "project1");
        assert!(identity["Arn"].to_string().contains("project1"), "AWS CLI v{}: {identity}", aws.version);
    }
}
