//! Doctor: takes evidence and names the one root cause.
//!
//! Read [`diagnose`] first: evidence goes through the checks, their findings to the judge.
//!
//! - `evidence/`: what was gathered, as data (`engine::evidence` gathers it)
//! - `checks/`: one pure file a check: evidence to findings
//! - `cause`: every code, in the order of resolution; `finding`, `check`, `fix`: what a check says
//! - `error_text/`: an error somebody pasted, read
//! - `judge/`: findings to the one root cause, and what stands beside it
//! - `json/`: the diagnosis for programs, terminals and reports
//! - `certificate`, `jwt`: what others wrote, read; `mask`: made safe to show; `shell_edit`: lines of a shell's own file
//!   that go

mod cause;
pub mod certificate;
mod check;
mod checks;
pub mod error_text;
pub mod evidence;
mod finding;
mod fix;
pub mod json;
mod judge;
pub mod jwt;
pub mod mask;
mod regions;
mod sentence;
pub mod shell_edit;
mod spelling;

pub use cause::{Cause, Family};
pub use check::{Check, CheckCode, CheckState};
pub use evidence::{Evidence, SeenFrom};
pub use finding::{Exhibit, Finding};
pub use fix::{Fix, FixAction};
pub use judge::Verdict;
pub use sentence::{Args, Sentence};

use std::path::PathBuf;

use aws_files::Document;

use judge::{JudgeInputs, after_fix, elsewhere};
use sandglass_core::profiles::Change;
use sandglass_core::resolve::Source;

/// One diagnosis.
#[derive(Debug)]
pub struct Diagnosis {
    /// The profile it is about.
    pub profile: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Other causes that make the call fail.
    pub also_found: Vec<Cause>,
    /// Those of them that show only once the root is fixed.
    pub behind: Vec<Finding>,
    /// The symptoms of the root.
    pub symptoms: Vec<Sentence>,
    /// A sentence that the pasted error came from something else, if the verdict does not explain it.
    pub elsewhere: Option<Sentence>,
    /// Everything that was looked at, in the order it is shown.
    pub checks: Vec<Check>,
}

impl Diagnosis {
    /// Every file it names as evidence.
    pub fn files(&self) -> impl Iterator<Item = &PathBuf> {
        let root = match &self.verdict {
            Verdict::Cause(root) => root.exhibits.as_slice(),
            Verdict::Healthy | Verdict::CannotTell(_) => &[],
        };
        let found = self.checks.iter().flat_map(|check| &check.findings).flat_map(|found| &found.exhibits);
        let looked_at = self.checks.iter().flat_map(|check| &check.exhibits);
        root.iter().chain(found).chain(looked_at).filter_map(|exhibit| exhibit.file.as_ref())
    }

    /// Other causes that make the call fail, each in a line.
    pub fn also_titles(&self) -> Vec<Sentence> {
        let findings = || self.checks.iter().flat_map(|check| &check.findings).chain(&self.behind);
        let title = |cause: &Cause| findings().find(|finding| finding.cause == *cause).map(Finding::title);
        self.also_found.iter().filter_map(title).collect()
    }
}

/// Options of a diagnosis, beside the call.
#[derive(Clone, Debug, Default)]
pub struct DiagnosisOptions {
    /// The message somebody saw: it steers the verdict.
    pub error: Option<String>,
    /// Leave the network alone.
    pub offline: bool,
}

/// Returns the checks that are known once this machine was examined.
pub fn known_locally(evidence: &Evidence) -> Vec<Check> {
    checks::some(evidence, &[CheckCode::Files, CheckCode::ProfileChoice, CheckCode::Chain])
}

/// Returns the further checks that are known once the endpoint was asked.
pub fn known_on_the_way(evidence: &Evidence) -> Vec<Check> {
    checks::some(evidence, &[CheckCode::Clock, CheckCode::Proxy, CheckCode::Endpoint])
}

/// The change that fixes a file that the AWS CLI refuses, where it is plain how.
pub fn fix_of_file(document: &Document) -> Option<Change> {
    checks::of_file(document)
}

/// Looks at everything and names the root.
pub fn diagnose(evidence: &Evidence, options: &DiagnosisOptions) -> Diagnosis {
    let mut checks = checks::all(evidence);
    let error = options.error.as_deref().map(error_text::read);
    let cannot_be = error.as_ref().and_then(|error| elsewhere::reason(evidence, error.hint));
    let inputs =
        JudgeInputs { is_accepted: evidence.is_accepted(), unseen: unseen(evidence), error, cannot_be };
    let mut judged = judge::judge(&mut checks, &inputs);
    let mut behind = Vec::new();
    if let Verdict::Cause(root) = &judged.verdict {
        behind = after_fix::findings(evidence, root);
        judged.also_found.extend(behind.iter().map(|finding| finding.cause));
        judged.also_found.sort_unstable();
        judged.also_found.dedup();
    }
    Diagnosis {
        profile: evidence.resolution.profile.clone(),
        verdict: judged.verdict,
        also_found: judged.also_found,
        behind,
        symptoms: judged.symptoms,
        elsewhere: judged.elsewhere,
        checks,
    }
}

/// Returns the diagnosis without a home directory, when there is nothing to examine.
pub fn without_home() -> Diagnosis {
    let finding = checks::unnamed_home();
    let mut checks = vec![Check::new(CheckCode::Files, vec![finding], Sentence::default())];
    let judged = judge::judge(&mut checks, &JudgeInputs::default());
    Diagnosis {
        profile: String::new(),
        verdict: judged.verdict,
        also_found: judged.also_found,
        behind: Vec::new(),
        symptoms: judged.symptoms,
        elsewhere: judged.elsewhere,
        checks,
    }
}

/// Returns the reason why a diagnosis without findings is not yet a healthy one.
fn unseen(evidence: &Evidence) -> Option<Sentence> {
    if evidence.live.offline {
        return Some(Sentence::new("doctor-unseen-offline"));
    }
    if evidence.is_accepted() {
        return None;
    }
    let chain = evidence.resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    let (sso, login) = (evidence.caches.sso.as_ref(), evidence.caches.login.as_ref());
    let due_sso = sso.filter(|found| found.is_due(evidence.now)).map(|found| &found.path);
    let due_login = login.filter(|found| found.is_due(evidence.now)).map(|found| &found.path);
    match chain.last()? {
        // What only a container or an instance gives, nobody asked for.
        Source::Container(_) | Source::Instance(_) => Some(Sentence::new("doctor-unseen-network")),
        Source::Sso(_) | Source::Login(_) => {
            let path = evidence.paths.display(due_sso.or(due_login)?);
            Some(Sentence::new("doctor-unseen-sign_in").with("path", path))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
