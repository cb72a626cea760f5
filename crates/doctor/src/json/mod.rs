//! The JSON of a diagnosis, for `sandglass doctor --json` and the window.

mod report;

pub use report::report;

use serde::Serialize;

use crate::{Check, Diagnosis, Exhibit, Finding, Fix, Sentence, Verdict};
use sandglass_core::export::Shell;
use sandglass_core::paths::AwsPaths;
use sandglass_core::text::Text;

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
            value: exhibit.value.clone(),
        }
    }

    /// An attribute of a sentence.
    pub fn part(&self, sentence: &Sentence, part: &str) -> String {
        self.text.sentence(&sentence.id, Some(part), &shown(&sentence.args))
    }

    /// A sentence in the user's language.
    pub fn say(&self, sentence: &Sentence) -> String {
        self.text.sentence(&sentence.id, None, &shown(&sentence.args))
    }
}

/// Arguments as people read them: instants without the letters of RFC 3339.
fn shown(args: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    const INSTANTS: [&str; 2] = ["end", "registration"];
    let arg = |(name, value): &(&'static str, String)| {
        let value = if INSTANTS.contains(name) {
            value.replace('T', " ").replace('Z', " UTC")
        } else {
            value.clone()
        };
        (*name, value)
    };
    args.iter().map(arg).collect()
}
