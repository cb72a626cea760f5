//! Taking the last change back, byte for byte, while nobody changed the files since.

use std::path::PathBuf;

use aws_files::{Document, FileKind};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{FileDiff, Files, Rewrite, diff};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::hex::hex;
use crate::{Environment, files, store};

/// What taking back the last change comes to.
pub enum Undo {
    /// The files are as the change left them: this makes them what they were.
    Ready(Box<Rewrite>),
    /// Somebody changed these since: what taking the change back would make of them.
    Changed(Vec<FileDiff>),
}

/// What the last change did. Digests only: the text before it is in the backup.
#[derive(Serialize, Deserialize)]
struct LastChange {
    config: Option<Texts>,
    credentials: Option<Texts>,
}

/// The digests of one file before and after.
#[derive(Serialize, Deserialize)]
struct Texts {
    before: String,
    after: String,
    /// Whether the change made the file.
    #[serde(default)]
    made: bool,
}

/// What would take the last change back.
pub fn undo(environment: &Environment) -> Result<Undo, Problem> {
    let nothing = || Problem::new(Code::NothingToUndo);
    let last = last_change(environment).ok_or_else(nothing)?;
    let now = super::read(environment)?;
    let mut then = now.clone();
    let mut changed = Vec::new();
    for (kind, texts) in [(FileKind::Config, last.config), (FileKind::Credentials, last.credentials)] {
        let Some(texts) = texts else { continue };
        let before = text_before(environment, kind, &texts).ok_or_else(nothing)?;
        if digest(now.document(kind)) == texts.after {
            then.set(before);
        } else {
            changed.extend(diff(now.document(kind), &before));
        }
    }
    if changed.is_empty() {
        return Ok(Undo::Ready(Box::new(Rewrite { before: now, after: then })));
    }
    Ok(Undo::Changed(changed))
}

/// The files the last change made: with it taken back, they are gone.
pub(super) fn made_by_last(environment: &Environment) -> Vec<FileKind> {
    let Some(last) = last_change(environment) else { return Vec::new() };
    let texts = [(FileKind::Config, last.config), (FileKind::Credentials, last.credentials)];
    texts.into_iter().filter_map(|(kind, texts)| texts?.made.then_some(kind)).collect()
}

fn last_change(environment: &Environment) -> Option<LastChange> {
    serde_json::from_slice(&std::fs::read(record(environment)).ok()?).ok()
}

/// Remembers a change that was written, so that it can be taken back. A change that takes the last one
/// back is the next to be taken back.
pub(super) fn remember(
    environment: &Environment,
    rewrite: &Rewrite,
    made: &[FileKind],
) -> Result<(), Problem> {
    let texts = |kind| {
        let of = |files: &Files| digest(files.document(kind));
        let made = made.contains(&kind);
        let texts = Texts { before: of(&rewrite.before), after: of(&rewrite.after), made };
        (texts.before != texts.after).then_some(texts)
    };
    let last = LastChange { config: texts(FileKind::Config), credentials: texts(FileKind::Credentials) };
    let path = record(environment);
    let stored = serde_json::to_vec(&last).map_err(std::io::Error::other);
    stored.and_then(|text| store::own_file(&path, &text)).map_err(|error| {
        Problem::new(Code::FileUnwritable)
            .with("path", environment.paths.display(&path))
            .with("detail", error.to_string())
    })
}

/// The text before the change: that of the backup, unless a later change made another one.
fn text_before(environment: &Environment, kind: FileKind, texts: &Texts) -> Option<Document> {
    let empty = Document::parse(kind, b"");
    if digest(&empty) == texts.before {
        return Some(empty);
    }
    let bytes = std::fs::read(files::backup(environment, kind)).map(zeroize::Zeroizing::new).ok()?;
    Some(Document::parse(kind, &bytes)).filter(|document| digest(document) == texts.before)
}

fn record(environment: &Environment) -> PathBuf {
    environment.state_dir.join("backup").join("last-change.json")
}

fn digest(document: &Document) -> String {
    hex(Sha256::digest(document.bytes()))
}
