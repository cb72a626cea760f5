//! The JSON of a diagnosis, for `sandglass doctor --json` and the window.

mod report;

pub use report::report;

use serde::Serialize;

use crate::{Check, Diagnosis, Exhibit, Finding, Fix, Sentence, Verdict};
use sandglass_core::Timestamp;
use sandglass_core::export::Shell;
use sandglass_core::paths::AwsPaths;
use sandglass_core::text::{Text, instant};

/// The word for a check's state; the state is that of `--json`.
pub fn state_word(text: &Text, state: &str) -> String {
    text.say(&format!("diagnosis-state-{state}"))
}

/// The answer of `sandglass doctor --json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiagnosisView {
    /// The profile it is about.
    pub profile: String,
    /// The verdict.
    pub verdict: VerdictView,
    /// Everything that was looked at.
    pub checks: Vec<CheckView>,
    /// Its duration.
    pub seconds: f64,
}

/// The verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerdictView {
    /// The code of the root cause, `healthy` or `cannot_tell`.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The reason, in a few sentences.
    pub explanation: String,
    /// Its evidence.
    pub evidence: Vec<EvidenceView>,
    /// Other causes that make the call fail: codes in the order of resolution.
    pub also_found: Vec<String>,
    /// The same in words, for people.
    #[serde(skip)]
    pub also_titles: Vec<String>,
    /// Its symptoms.
    pub symptoms: Vec<String>,
    /// A sentence that the given error came from something else, if the verdict does not explain it.
    pub elsewhere: Option<String>,
    /// Its fixes, the best first.
    pub fixes: Vec<FixView>,
}

/// Something that shows a cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
pub struct EvidenceView {
    /// Its label.
    pub what: String,
    /// The file.
    pub file: Option<String>,
    /// The line in it, from 1.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub line: Option<usize>,
    /// The variable.
    pub variable: Option<String>,
    /// The value, masked where it could be a secret.
    pub value: Option<String>,
}

impl EvidenceView {
    /// Its place: the file with its line, or the variable.
    pub fn place(&self) -> Option<String> {
        match (&self.file, self.line) {
            (Some(file), Some(line)) => Some(format!("{file}:{line}")),
            (Some(file), None) => Some(file.clone()),
            (None, _) => self.variable.clone(),
        }
    }
}

/// One way to fix a cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FixView {
    /// The code for `--fix=CODE`.
    pub code: String,
    /// Its effect.
    pub title: String,
    /// True if a plain `--fix` does it.
    pub safe: bool,
    /// The changed lines, with secrets masked.
    pub diff: Option<String>,
    /// The command to run instead.
    pub command: Option<String>,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckView {
    /// Its code; its name is the message `check-CODE`.
    pub code: String,
    /// `ok`, `warn`, `fail`, `skipped`.
    pub state: String,
    /// Its detail.
    pub detail: String,
    /// Its evidence.
    pub evidence: Vec<EvidenceView>,
}

/// Renders a diagnosis in the user's language.
#[derive(Clone, Copy)]
pub struct DiagnosisRenderer<'a> {
    /// The language.
    pub text: &'a Text,
    /// The paths of the files.
    pub paths: &'a AwsPaths,
    /// The shell commands are written for.
    pub shell: Shell,
    /// The form of instants.
    pub instants: InstantForm<'a>,
}

impl DiagnosisRenderer<'_> {
    /// A diagnosis that took so long.
    pub fn diagnosis(&self, diagnosis: &Diagnosis, seconds: f64) -> DiagnosisView {
        DiagnosisView {
            profile: diagnosis.profile.clone(),
            verdict: self.verdict(diagnosis),
            checks: diagnosis.checks.iter().map(|check| self.check(check)).collect(),
            seconds: (seconds * 1000.0).round() / 1000.0,
        }
    }

    /// One check.
    pub fn check(&self, check: &Check) -> CheckView {
        let own = check.exhibits.iter();
        let found = check.findings.iter().flat_map(|finding| &finding.exhibits);
        CheckView {
            code: check.code.as_str().to_owned(),
            state: check.state.as_str().to_owned(),
            detail: self.say(&check.detail),
            evidence: own.chain(found).map(|exhibit| self.exhibit(exhibit)).collect(),
        }
    }

    fn verdict(&self, diagnosis: &Diagnosis) -> VerdictView {
        let (title, explanation) = match &diagnosis.verdict {
            Verdict::Cause(finding) => {
                let title = finding.title();
                (self.say(&title), self.part(&title, "explanation"))
            }
            Verdict::Healthy => {
                let title = Sentence::new("doctor-healthy");
                (self.say(&title), self.part(&title, "explanation"))
            }
            Verdict::CannotTell(reason) => (self.text.say("doctor-cannot_tell"), self.say(reason)),
        };
        let (evidence, fixes) = match &diagnosis.verdict {
            Verdict::Cause(finding) => (self.exhibits(finding), self.fixes(finding)),
            _ => (Vec::new(), Vec::new()),
        };
        VerdictView {
            code: diagnosis.verdict.code().to_owned(),
            title,
            explanation,
            evidence,
            also_found: diagnosis.also_found.iter().map(|cause| cause.as_str().to_owned()).collect(),
            also_titles: diagnosis.also_titles().iter().map(|title| self.say(title)).collect(),
            symptoms: diagnosis.symptoms.iter().map(|symptom| self.say(symptom)).collect(),
            elsewhere: diagnosis.elsewhere.as_ref().map(|other| self.say(other)),
            fixes,
        }
    }

    fn exhibits(&self, finding: &Finding) -> Vec<EvidenceView> {
        finding.exhibits.iter().map(|exhibit| self.exhibit(exhibit)).collect()
    }

    /// Renders the fixes; if there are none, the advice alone.
    fn fixes(&self, finding: &Finding) -> Vec<FixView> {
        if finding.fixes.is_empty() {
            let title = self.part(&finding.title(), "fix");
            return vec![FixView {
                code: "by_hand".to_owned(),
                title,
                safe: false,
                diff: None,
                command: None,
            }];
        }
        finding.fixes.iter().map(|fix| self.fix(fix)).collect()
    }

    /// One fix.
    pub fn fix(&self, fix: &Fix) -> FixView {
        FixView {
            code: fix.code().to_owned(),
            title: self.say(&fix.title),
            safe: fix.is_safe(),
            diff: fix.diff(self.paths),
            command: fix.command_in(self.shell).map(str::to_owned),
        }
    }

    fn exhibit(&self, exhibit: &Exhibit) -> EvidenceView {
        EvidenceView {
            what: self.say(&exhibit.what),
            file: exhibit.file.as_ref().map(|file| self.paths.display(file)),
            line: exhibit.line,
            variable: exhibit.variable.clone(),
            value: exhibit.instant.map(|at| self.instants.as_value(at)).or_else(|| exhibit.value.clone()),
        }
    }

    /// An attribute of a sentence.
    pub fn part(&self, sentence: &Sentence, part: &str) -> String {
        self.text.sentence(&sentence.id, Some(part), &self.shown(&sentence.args))
    }

    /// Arguments as people read them.
    fn shown(&self, args: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
        let arg = |(name, value): &(&'static str, String)| {
            let at = INSTANTS.contains(name).then(|| value.parse().ok()).flatten();
            (*name, at.map_or_else(|| value.clone(), |at| self.instants.in_sentence(at)))
        };
        args.iter().map(arg).collect()
    }

    /// A sentence in the user's language.
    pub fn say(&self, sentence: &Sentence) -> String {
        self.text.sentence(&sentence.id, None, &self.shown(&sentence.args))
    }
}

/// The form of instants.
#[derive(Clone, Copy)]
pub enum InstantForm<'a> {
    /// For a reader anywhere, in UTC: `2026-11-23 21:51:41 UTC` in sentences, RFC 3339 in values.
    Utc,
    /// RFC 3339 everywhere, for a page that writes the times itself.
    Rfc3339,
    /// For a reader at this machine.
    Local(&'a (dyn Fn(Timestamp) -> String + Sync)),
}

impl InstantForm<'_> {
    fn in_sentence(self, at: Timestamp) -> String {
        match self {
            Self::Utc => at.format("%Y-%m-%d %H:%M:%S UTC").to_string(),
            Self::Rfc3339 | Self::Local(_) => self.as_value(at),
        }
    }

    fn as_value(self, at: Timestamp) -> String {
        match self {
            Self::Utc | Self::Rfc3339 => instant(at),
            Self::Local(written) => written(at),
        }
    }
}

/// The arguments that are instants.
const INSTANTS: [&str; 2] = ["end", "registration"];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{Cause, CheckCode};
    use sandglass_core::text::Language;
    use sandglass_core::variables::Variables;

    #[test]
    fn an_instant_is_written_for_whoever_reads_it() {
        let at = Timestamp::from_timestamp(1_795_470_701, 0).expect("an instant");
        let ago = |at: Timestamp| format!("{} s since 1970", at.timestamp());
        let (text, paths) =
            (Text::new(Language::English), AwsPaths::new(Path::new("/home/ana"), &Variables::default()));
        for (instants, in_sentence, as_value) in [
            (InstantForm::Utc, "2026-11-23 21:51:41 UTC", "2026-11-23T21:51:41Z"),
            (InstantForm::Rfc3339, "2026-11-23T21:51:41Z", "2026-11-23T21:51:41Z"),
            (InstantForm::Local(&ago), "1795470701 s since 1970", "1795470701 s since 1970"),
        ] {
            let words = DiagnosisRenderer { text: &text, paths: &paths, shell: Shell::Bash, instants };
            let finding = Finding::new(Cause::CacheEntryExpired)
                .with("path", "x.json")
                .with("end", instant(at))
                .shown_by(Exhibit::new("exhibit-end").instant(at));
            let explanation = words.part(&finding.title(), "explanation");
            assert!(explanation.contains(in_sentence), "{explanation}");
            let check = words.check(&Check::new(CheckCode::RoleCache, vec![finding], Sentence::default()));
            assert_eq!(check.evidence[0].value.as_deref(), Some(as_value));
        }
    }
}
