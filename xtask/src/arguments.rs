//! Command-line arguments of xtask.

use std::path::PathBuf;

use crate::bench::Part;
use crate::desktop::Kind;
use crate::test::stage_names;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
Set up, build, run and test Sandglass.

Usage: cargo xtask <command>

  run [--headless | --desktop xfce|lxqt|sway]
                      build Sandglass and start it in the tray; with no display (or --headless)
                      under a virtual desktop (xfce, or the named one), of which a screenshot is taken
  demo [--headless | --desktop xfce|lxqt|sway]
                      the same with a simulated AWS and a throw-away home: shows in two minutes what takes
                      hours with real sessions; reads and changes none of your files
  check               format, lints and the tests that start nothing: within a minute
  test [--only STAGE] [-- FILTER…]
                      install what the tests need, then run every check, or the named one;
                      what follows -- goes to cargo test
  page-preview        make what the window's pages run in a browser, for npm run dev and their tests
  audit               licences, sources and known weaknesses of what Sandglass is built with
  check-platforms     type-check for Windows and macOS
  install [--prefix DIR]
                      build a release and install it for this user: programs, menu entry, icons
  uninstall [--prefix DIR]
                      remove what install wrote; preferences stay
  bench [--only commands|idle|growth|window]
                      build a release and measure it, or that part of it
  fuzz [TARGET] [--seconds N]
                      try every target of fuzz/, or the named one, for N seconds (60): texts that nobody
                      would think of, found by what they make the code do; prints figures at the end
  help                print this text

All but uninstall first install what is missing: with apt-get on Debian and Ubuntu,
after showing the list; on other systems they print the command to run.";

/// How many seconds a target of fuzzing gets when nobody says it.
const A_MINUTE: u64 = 60;

/// One command and its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    /// On the virtual desktop, if one is named.
    Run {
        on: Option<Kind>,
    },
    Demo {
        on: Option<Kind>,
    },
    Check,
    /// Every check, or the one named; the filter goes to cargo test.
    Test {
        only: Option<String>,
        filter: Vec<String>,
    },
    PagePreview,
    Audit,
    CheckPlatforms,
    Install {
        prefix: Option<PathBuf>,
    },
    Uninstall {
        prefix: Option<PathBuf>,
    },
    /// Every part, or the one named.
    Bench {
        only: Option<Part>,
    },
    /// Every target, or the one named, each for so long.
    Fuzz {
        target: Option<String>,
        seconds: u64,
    },
}

/// Reads the arguments; the error says which one is not understood.
pub(crate) fn parse(arguments: Vec<String>) -> Result<Task, String> {
    let mut arguments = arguments.into_iter();
    let Some(command) = arguments.next() else { return Ok(Task::Help) };
    let rest: Vec<String> = arguments.collect();
    if rest.iter().take_while(|word| *word != "--").any(|word| word == "--help" || word == "-h") {
        return Ok(Task::Help);
    }
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "run" => Ok(Task::Run { on: desktop(&command, &rest)? }),
        "demo" => Ok(Task::Demo { on: desktop(&command, &rest)? }),
        "check" => nothing_more(&command, &rest).map(|()| Task::Check),
        "test" => test(&rest),
        "audit" => nothing_more(&command, &rest).map(|()| Task::Audit),
        "check-platforms" => nothing_more(&command, &rest).map(|()| Task::CheckPlatforms),
        "page-preview" => nothing_more(&command, &rest).map(|()| Task::PagePreview),
        "install" => prefix(&command, &rest).map(|prefix| Task::Install { prefix }),
        "uninstall" => prefix(&command, &rest).map(|prefix| Task::Uninstall { prefix }),
        "bench" => bench(&rest),
        "fuzz" => fuzz(&rest),
        other => Err(format!("There is no command \"{other}\".")),
    }
}

/// `--only STAGE`, then what goes to cargo test.
fn test(rest: &[String]) -> Result<Task, String> {
    let stages = || stage_names().map(|name| name.replace(' ', "-")).collect::<Vec<_>>().join(", ");
    let (only, rest) = match rest {
        [option, name, rest @ ..] if option == "--only" => {
            let wanted = name.replace('-', " ");
            if !stage_names().any(|stage| stage == wanted) {
                return Err(format!("There is no stage \"{name}\". There are: {}.", stages()));
            }
            (Some(wanted), rest)
        }
        [option] if option == "--only" => return Err(format!("--only takes one of: {}.", stages())),
        rest => (None, rest),
    };
    match rest.split_first() {
        None => Ok(Task::Test { only, filter: Vec::new() }),
        Some((first, filter)) if first == "--" => Ok(Task::Test { only, filter: filter.to_vec() }),
        Some((first, _)) => Err(format!(
            "{} (a filter goes after --: cargo xtask test -- {first})",
            not_understood("test", first)
        )),
    }
}

/// `--only PART`.
fn bench(rest: &[String]) -> Result<Task, String> {
    let parts = || Part::ALL.map(|(name, _)| name).join(", ");
    match rest {
        [] => Ok(Task::Bench { only: None }),
        [option, name] if option == "--only" => match Part::ALL.iter().find(|(known, _)| known == name) {
            Some((_, part)) => Ok(Task::Bench { only: Some(*part) }),
            None => Err(format!("There is no part \"{name}\". There are: {}.", parts())),
        },
        [option] if option == "--only" => Err(format!("--only takes one of: {}.", parts())),
        [first, ..] => Err(not_understood("bench", first)),
    }
}

/// A target, and for how long.
fn fuzz(rest: &[String]) -> Result<Task, String> {
    let (target, rest) = match rest.split_first() {
        Some((first, rest)) if !first.starts_with('-') => (Some(first.clone()), rest),
        _ => (None, rest),
    };
    let seconds = match rest {
        [] => A_MINUTE,
        [option, number] if option == "--seconds" => match number.parse() {
            Ok(seconds) if seconds > 0 => seconds,
            _ => return Err(format!("--seconds takes a number, not \"{number}\".")),
        },
        [option] if option == "--seconds" => return Err("--seconds takes a number.".to_owned()),
        [first, ..] => return Err(not_understood("fuzz", first)),
    };
    Ok(Task::Fuzz { target, seconds })
}

fn nothing_more(command: &str, rest: &[String]) -> Result<(), String> {
    rest.first().map_or(Ok(()), |first| Err(not_understood(command, first)))
}

fn prefix(command: &str, rest: &[String]) -> Result<Option<PathBuf>, String> {
    match rest {
        [] => Ok(None),
        [option, directory] if option == "--prefix" && !directory.is_empty() => Ok(Some(directory.into())),
        [option] if option == "--prefix" => Err("--prefix takes a directory.".to_owned()),
        [first, ..] => Err(not_understood(command, first)),
    }
}

/// The virtual desktop that is asked for; none when nothing is.
fn desktop(command: &str, rest: &[String]) -> Result<Option<Kind>, String> {
    let names = || Kind::ALL.map(Kind::name).join(", ");
    match rest {
        [] => Ok(None),
        [only] if only == "--headless" => Ok(Some(Kind::Xfce)),
        [option, name] if option == "--desktop" => match Kind::named(name) {
            Some(kind) => Ok(Some(kind)),
            None => Err(format!("There is no desktop \"{name}\". There are: {}.", names())),
        },
        [option] if option == "--desktop" => Err(format!("--desktop takes one of: {}.", names())),
        [first, ..] => Err(not_understood(command, first)),
    }
}

fn not_understood(command: &str, argument: &str) -> String {
    format!("\"{command}\" does not take \"{argument}\".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &str) -> Result<Task, String> {
        parse(words.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn commands_and_their_options() {
        assert_eq!(parsed(""), Ok(Task::Help));
        assert_eq!(parsed("run"), Ok(Task::Run { on: None }));
        assert_eq!(parsed("run --headless"), Ok(Task::Run { on: Some(Kind::Xfce) }));
        assert_eq!(parsed("demo"), Ok(Task::Demo { on: None }));
        assert_eq!(parsed("demo --headless"), Ok(Task::Demo { on: Some(Kind::Xfce) }));
        assert_eq!(parsed("run --desktop sway"), Ok(Task::Run { on: Some(Kind::Sway) }));
        assert_eq!(parsed("demo --desktop lxqt"), Ok(Task::Demo { on: Some(Kind::Lxqt) }));
        assert_eq!(parsed("test --help"), Ok(Task::Help));
        assert_eq!(parsed("check-platforms"), Ok(Task::CheckPlatforms));
        assert_eq!(parsed("bench"), Ok(Task::Bench { only: None }));
        assert_eq!(parsed("bench --only idle"), Ok(Task::Bench { only: Some(Part::Idle) }));
        assert!(
            parsed("bench --only x").is_err_and(|error| error.contains("commands, idle, growth, window"))
        );
        assert_eq!(parsed("fuzz"), Ok(Task::Fuzz { target: None, seconds: 60 }));
        let target = Some("documents".to_owned());
        assert_eq!(parsed("fuzz documents --seconds 3600"), Ok(Task::Fuzz { target, seconds: 3600 }));
        assert_eq!(parsed("fuzz --seconds 5"), Ok(Task::Fuzz { target: None, seconds: 5 }));
        assert_eq!(parsed("install"), Ok(Task::Install { prefix: None }));
        assert_eq!(
            parsed("uninstall --prefix /opt/x"),
            Ok(Task::Uninstall { prefix: Some("/opt/x".into()) })
        );
    }

    #[test]
    fn what_follows_two_dashes_is_passed_on_untouched() {
        let filter = vec!["-p".to_owned(), "aws-files".to_owned(), "--help".to_owned()];
        assert_eq!(parsed("test -- -p aws-files --help"), Ok(Task::Test { only: None, filter }));
    }

    #[test]
    fn one_stage_is_named() {
        let only = |stage: &str, filter: &[&str]| Task::Test {
            only: Some(stage.to_owned()),
            filter: filter.iter().map(|word| (*word).to_owned()).collect(),
        };
        assert_eq!(parsed("test --only clippy"), Ok(only("clippy", &[])));
        assert_eq!(parsed("test --only page-checks"), Ok(only("page checks", &[])));
        assert_eq!(parsed("test --only tests -- tray"), Ok(only("tests", &["tray"])));
        assert!(parsed("test --only").is_err_and(|error| error.contains("page-checks, crates, format")));
        assert!(parsed("test --only lint").is_err_and(|error| error.contains("\"lint\"")));
        assert_eq!(parsed("check"), Ok(Task::Check));
        assert_eq!(parsed("audit"), Ok(Task::Audit));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(parsed("fuzz --seconds soon").is_err_and(|error| error.contains("\"soon\"")));
        assert!(parsed("fuzz --seconds 0").is_err());
        assert!(parsed("fuzz documents now").is_err_and(|error| error.contains("\"now\"")));
        assert!(parsed("tset").is_err_and(|error| error.contains("tset")));
        assert!(parsed("run --fast").is_err_and(|error| error.contains("--fast")));
        assert!(parsed("run --desktop").is_err_and(|error| error.contains("xfce, lxqt, sway")));
        assert!(parsed("run --desktop kde").is_err_and(|error| error.contains("\"kde\"")));
        assert!(parsed("test tray").is_err_and(|error| error.contains("-- tray")));
        assert!(parsed("install --prefix").is_err_and(|error| error.contains("directory")));
        assert!(parsed("install /opt").is_err_and(|error| error.contains("/opt")));
        assert!(parsed("check-platforms windows").is_err_and(|error| error.contains("windows")));
    }
}
