//! Checks that both AWS files exist, are readable, and can be parsed by the AWS CLI.

use aws_files::FileKind;

use super::unparsable;
use crate::evidence::{Home, Presence};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Sentence};
use sandglass_core::profiles::Files;

/// Group and others may read.
const OTHERS_MAY_READ: u32 = 0o044;

pub(super) fn check(evidence: &Evidence) -> Check {
    let mut findings: Vec<Finding> = home(evidence).into_iter().collect();
    for kind in Files::KINDS {
        findings.extend(unreadable(evidence, kind));
    }
    findings.extend(unparsable::findings(evidence));
    findings.extend(readable_by_others(evidence));
    findings.extend(writable_by_others(evidence));
    let names = [FileKind::Config, FileKind::Credentials].map(|kind| place(evidence, kind));
    let [config, credentials] = names;
    let detail = Sentence::new("check-files-ok").with("config", config).with("credentials", credentials);
    Check::new(CheckCode::Files, findings, detail)
}

fn place(evidence: &Evidence, kind: FileKind) -> String {
    evidence.paths.display(evidence.paths.file(kind))
}

fn home(evidence: &Evidence) -> Option<Finding> {
    let finding = Finding::new(Cause::HomeMissing);
    match &evidence.files.home {
        Home::There => None,
        Home::Unnamed => Some(unnamed_home()),
        Home::Missing(path) => {
            let shown = Exhibit::new("exhibit-home").of_variable("HOME").value(path.display().to_string());
            Some(finding.with("path", path.display().to_string()).shown_by(shown))
        }
    }
}

/// No variable names the home directory.
pub(crate) fn unnamed_home() -> Finding {
    let shown = Exhibit::new("exhibit-home").of_variable("HOME");
    Finding::new(Cause::HomeMissing).with("path", "").shown_by(shown)
}

fn unreadable(evidence: &Evidence, kind: FileKind) -> Option<Finding> {
    let moved = evidence.variables.process.get(super::profile_choice::variable_of(kind)).is_some();
    let (reason, breaks) = match &evidence.files.of(kind).presence {
        Presence::Unreadable(reason) => (reason.as_str(), true),
        Presence::Directory if !moved => ("it is a directory", true),
        // For the AWS CLI it is absent, which matters where something is missing.
        Presence::LinkToNothing => {
            let missing =
                !evidence.resolution.errors.is_empty() || evidence.resolution.client.region.is_none();
            ("it is a link to a file that is not there", missing)
        }
        _ => return None,
    };
    let finding = Finding::new(Cause::FileUnreadable)
        .with("path", place(evidence, kind))
        .with("reason", reason)
        .shown_by(Exhibit::new("exhibit-file").in_file(evidence.paths.file(kind), None).words(reason));
    Some(finding.breaking_if(breaks))
}

fn readable_by_others(evidence: &Evidence) -> Option<Finding> {
    let mode = evidence.files.credentials.mode.filter(|mode| mode & OTHERS_MAY_READ != 0)?;
    let path = evidence.paths.file(FileKind::Credentials);
    let shown = Exhibit::new("exhibit-mode").in_file(path, None).value(format!("{:04o}", mode & 0o777));
    let finding = Finding::warning(Cause::FileReadableByOthers)
        .with("path", evidence.paths.display(path))
        .with("mode", format!("{:04o}", mode & 0o777));
    Some(finding.shown_by(shown))
}

/// Whoever may write there decides which programs the AWS CLI runs, and whose credentials it uses.
fn writable_by_others(evidence: &Evidence) -> Option<Finding> {
    let found = &evidence.files.writable_by_others;
    let (first, mode) = found.first()?;
    let paths: Vec<String> = found.iter().map(|(path, _)| evidence.paths.display(path)).collect();
    let words = found.iter().map(|(path, _)| sandglass_core::export::shell_word(&path.display().to_string()));
    let mut finding = Finding::warning(Cause::FileWritableByOthers)
        .with("path", evidence.paths.display(first))
        .with("paths", paths.join(", "))
        .with("mode", format!("{:04o}", mode & 0o7777))
        .with("command", words.collect::<Vec<_>>().join(" "));
    for (path, mode) in found {
        let shown = Exhibit::new("exhibit-mode").in_file(path, None);
        finding = finding.shown_by(shown.value(format!("{:04o}", mode & 0o7777)));
    }
    Some(finding)
}
