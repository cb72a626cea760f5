//! A diagnosis as the window shows it: the content of `--json` with the names of checks and causes. Each fix has an
//! id that no later diagnosis uses.

use serde::{Deserialize, Serialize};

use super::shown_diff::{ShownDiff, changes};
use sandglass_core::export::Shell;
use sandglass_core::text::Text;
use sandglass_doctor::error_text::{ErrorCode, ErrorText};
use sandglass_doctor::json::{DiagnosisRenderer, EvidenceView, state_word};
use sandglass_doctor::{Check, CheckState, Diagnosis, Fix, FixAction, Sentence, Verdict};

/// One diagnosis.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Diagnosed {
    /// The verdict.
    pub verdict: VerdictCard,
    /// Everything that was looked at, in the order the AWS CLI decides.
    pub checks: Vec<CheckRow>,
    /// Its duration.
    pub seconds: f64,
    /// The revision of the AWS files: the value of `AppView.files` then.
    pub revision: String,
}

/// The verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VerdictCard {
    /// The kind of verdict.
    pub kind: VerdictKind,
    /// Its title.
    pub title: String,
    /// The reason, in a few sentences. Text between backticks is a name, a file or a code; an instant is in RFC 3339.
    pub explanation: String,
    /// Its evidence.
    pub evidence: Vec<EvidenceView>,
    /// The titles of what else makes the call fail.
    pub also_found: Vec<String>,
    /// Its symptoms.
    pub symptoms: Vec<String>,
    /// A sentence about the pasted error, if the verdict does not explain it: that it came from something else, and
    /// the question from what.
    pub elsewhere: Option<String>,
    /// Its fixes, the best first.
    pub fixes: Vec<OfferedFix>,
    /// The advice for a person; null if nothing needs to be done.
    pub advice: Option<String>,
}

/// The kind of verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// There is a cause.
    Cause,
    /// There is none.
    Healthy,
    /// Nobody can tell.
    CannotTell,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub title: String,
    /// Its state.
    pub state: CheckState,
    /// The same in a word.
    pub state_word: String,
    /// Its detail, in a line.
    pub detail: String,
    /// Its evidence.
    pub evidence: Vec<EvidenceView>,
    /// Fixes of its findings, apart from the cause of the verdict.
    pub fixes: Vec<OfferedFix>,
}

/// Something that fixes a cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OfferedFix {
    /// By which it is asked for.
    pub id: FixId,
    /// Its effect.
    pub title: String,
    /// Its changes, line by line; empty if it changes no text.
    pub changes: Vec<ShownDiff>,
    /// Commands for a fix that a person applies in a terminal, the shell in use first. Empty if it is applied here.
    pub commands: Vec<FixCommand>,
}

/// Names a fix of one diagnosis: that of a later one is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FixId {
    /// The number of the diagnosis.
    pub diagnosis: u32,
    /// The place among its fixes.
    #[cfg_attr(test, ts(type = "number"))]
    pub place: usize,
}

/// The result of applying a fix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FixAnswer {
    /// It is done when this profile is renewed, whose code the prompt asks for. Null: it is done.
    pub awaits: Option<String>,
    /// The id that puts the removed cache files back; null if none were removed.
    pub cleaning: Option<u32>,
    /// The number of cache files that were removed.
    #[cfg_attr(test, ts(type = "number"))]
    pub cleaned: usize,
}

/// The command that applies a fix in a shell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FixCommand {
    /// The shell; null if the command is the same in all.
    pub shell: Option<Shell>,
    /// The command.
    pub command: String,
}

/// The reading of a pasted error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReadError {
    /// AWS's own code, or what the tool calls it; null: it was not recognised.
    pub code: Option<String>,
    /// The operation that was called.
    pub operation: Option<String>,
    /// Its meaning, or what to paste instead.
    pub hint: String,
}

impl ReadError {
    /// Creates the view of a read error.
    pub fn new(read: &ErrorText, text: &Text) -> Self {
        let known = read.code != ErrorCode::Unrecognised;
        Self {
            code: known.then(|| read.code.as_str().to_owned()),
            operation: read.operation.clone(),
            hint: text.say(&format!("error-hint-{}", read.hint.as_str())),
        }
    }
}

/// Every fix of a diagnosis, those of the verdict first. Their order gives them their ids.
fn fixes(diagnosis: &Diagnosis) -> impl Iterator<Item = &Fix> {
    let of_verdict = match &diagnosis.verdict {
        Verdict::Cause(finding) => finding.fixes.as_slice(),
        Verdict::Healthy | Verdict::CannotTell(_) => &[],
    };
    of_verdict.iter().chain(diagnosis.checks.iter().flat_map(of_check))
}

fn of_check(check: &Check) -> impl Iterator<Item = &Fix> {
    check.findings.iter().flat_map(|finding| &finding.fixes)
}

/// The fix that has a place.
pub fn fix_at(diagnosis: &Diagnosis, place: usize) -> Option<&Fix> {
    fixes(diagnosis).nth(place)
}

/// The command of a fix for a shell; of one that is the same in all, that.
pub fn command_of(fix: &Fix, shell: Option<Shell>) -> Option<&str> {
    commands(fix).find(|(of, _)| *of == shell).map(|(_, command)| command)
}

fn commands(fix: &Fix) -> impl Iterator<Item = (Option<Shell>, &str)> {
    let listed = match &fix.action {
        FixAction::Command(commands) => commands.as_slice(),
        _ => &[],
    };
    listed.iter().map(|(shell, command)| (*shell, command.as_str()))
}

/// The diagnosis of a number, which took so long, of files with that content.
pub fn diagnosed(
    words: &DiagnosisRenderer<'_>,
    diagnosis: &Diagnosis,
    number: u32,
    seconds: f64,
    revision: String,
) -> Diagnosed {
    let mut offered = fixes(diagnosis).enumerate().map(|(place, fix)| OfferedFix {
        id: FixId { diagnosis: number, place },
        title: words.say(&fix.title),
        changes: changes(fix, words.paths),
        commands: fix_commands(words, fix),
    });
    let shown = words.diagnosis(diagnosis, seconds);
    let own = match &diagnosis.verdict {
        Verdict::Cause(finding) => finding.fixes.len(),
        Verdict::Healthy | Verdict::CannotTell(_) => 0,
    };
    let verdict = VerdictCard {
        kind: match diagnosis.verdict {
            Verdict::Cause(_) => VerdictKind::Cause,
            Verdict::Healthy => VerdictKind::Healthy,
            Verdict::CannotTell(_) => VerdictKind::CannotTell,
        },
        title: shown.verdict.title,
        explanation: shown.verdict.explanation,
        evidence: shown.verdict.evidence,
        also_found: shown.verdict.also_titles,
        symptoms: shown.verdict.symptoms,
        elsewhere: shown.verdict.elsewhere,
        fixes: offered.by_ref().take(own).collect(),
        advice: match &diagnosis.verdict {
            Verdict::Cause(finding) => Some(advice(words, &finding.title())),
            Verdict::Healthy | Verdict::CannotTell(_) => None,
        },
    };
    let checks = diagnosis
        .checks
        .iter()
        .map(|check| CheckRow {
            fixes: offered.by_ref().take(of_check(check).count()).collect(),
            ..check_row(words, check)
        })
        .collect();
    Diagnosed { verdict, checks, seconds: shown.seconds, revision }
}

/// One check, while others go on: what fixes it is offered when all are through.
pub fn check_row(words: &DiagnosisRenderer<'_>, check: &Check) -> CheckRow {
    let shown = words.check(check);
    CheckRow {
        title: words.text.say(&format!("check-{}", shown.code)),
        code: shown.code,
        state: check.state,
        state_word: state_word(words.text, &shown.state),
        detail: shown.detail,
        evidence: shown.evidence,
        fixes: Vec::new(),
    }
}

/// The advice for a person: the window's own, if it differs from that for a terminal.
fn advice(words: &DiagnosisRenderer<'_>, title: &Sentence) -> String {
    let part = if words.text.has(&title.id, "window") { "window" } else { "fix" };
    words.part(title, part)
}

/// The shell in use first, then in the order they are written in.
fn fix_commands(words: &DiagnosisRenderer<'_>, fix: &Fix) -> Vec<FixCommand> {
    let mut found: Vec<FixCommand> =
        commands(fix).map(|(shell, command)| FixCommand { shell, command: command.to_owned() }).collect();
    found.sort_by_key(|command| command.shell != Some(words.shell));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::paths;
    use sandglass_core::text::Language;
    use sandglass_doctor::json::InstantForm;
    use sandglass_doctor::{Cause, CheckCode, Finding};

    fn fix(action: FixAction) -> Fix {
        Fix::new(Sentence::new("fix-unset").with("names", "X"), action)
    }

    fn cleaning() -> Fix {
        fix(FixAction::DeleteCacheFiles(vec!["/home/ana/.aws/cli/cache/x.json".into()]))
    }

    fn unsetting() -> Fix {
        let commands =
            [Shell::Bash, Shell::Zsh, Shell::Fish].map(|shell| (Some(shell), format!("{shell:?}")));
        fix(FixAction::Command(commands.to_vec()))
    }

    fn diagnosis() -> Diagnosis {
        let root = Finding::new(Cause::ExpiredEnvironmentKeys).fixed_by(unsetting());
        let other = Finding::new(Cause::NoCredentials);
        let expired = Finding::warning(Cause::CacheEntryExpired).fixed_by(cleaning());
        Diagnosis {
            profile: "dev".to_owned(),
            verdict: Verdict::Cause(Box::new(root)),
            also_found: vec![Cause::NoCredentials],
            behind: Vec::new(),
            symptoms: Vec::new(),
            elsewhere: None,
            checks: vec![
                Check::new(CheckCode::Chain, vec![other], Sentence::default()),
                Check::new(CheckCode::RoleCache, vec![expired], Sentence::default()),
            ],
        }
    }

    #[test]
    fn every_fix_is_found_again_by_its_id() {
        let text = Text::new(Language::English);
        let words = DiagnosisRenderer {
            text: &text,
            paths: &paths(),
            shell: Shell::Zsh,
            instants: InstantForm::Rfc3339,
        };
        let diagnosis = diagnosis();
        let shown = diagnosed(&words, &diagnosis, 7, 0.5, String::new());
        let id = |place| FixId { diagnosis: 7, place };
        assert_eq!(shown.verdict.fixes.iter().map(|fix| fix.id).collect::<Vec<_>>(), [id(0)]);
        assert_eq!(shown.checks[1].fixes.iter().map(|fix| fix.id).collect::<Vec<_>>(), [id(1)]);
        assert_eq!(shown.checks[0].fixes, []);
        let code = |place| fix_at(&diagnosis, place).map(Fix::code);
        assert_eq!((code(0), code(1), code(2)), (Some("command"), Some("delete_cache_files"), None));
    }

    #[test]
    fn the_shell_in_use_comes_first_and_others_are_named() {
        let text = Text::new(Language::English);
        let words = DiagnosisRenderer {
            text: &text,
            paths: &paths(),
            shell: Shell::Zsh,
            instants: InstantForm::Rfc3339,
        };
        let shown = diagnosed(&words, &diagnosis(), 1, 0.5, String::new());
        let shells: Vec<_> = shown.verdict.fixes[0].commands.iter().map(|command| command.shell).collect();
        assert_eq!(shells, [Some(Shell::Zsh), Some(Shell::Bash), Some(Shell::Fish)]);
        assert_eq!(command_of(&unsetting(), Some(Shell::Fish)), Some("Fish"));
        assert_eq!(command_of(&unsetting(), Some(Shell::Cmd)), None);
        assert_eq!(shown.verdict.also_found, [text.say("doctor-no_credentials")]);
    }

    #[test]
    fn every_hint_is_said_in_both_languages() {
        for language in Language::ALL {
            let text = Text::new(language);
            for hint in sandglass_doctor::error_text::Hint::ALL {
                let id = format!("error-hint-{}", hint.as_str());
                assert_ne!(text.say(&id), id);
            }
        }
    }

    #[test]
    fn an_error_is_recognised_or_it_is_not() {
        use sandglass_doctor::error_text::read;
        let text = Text::new(Language::English);
        let error = "An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The \
                     security token included in the request is expired";
        let known = ReadError::new(&read(error), &text);
        assert_eq!(known.code.as_deref(), Some("ExpiredToken"));
        assert_eq!(known.operation.as_deref(), Some("GetCallerIdentity"));
        assert_eq!(known.hint, "A session that was used has expired.");
        assert_eq!(ReadError::new(&read("what is this"), &text).code, None);
    }
}
