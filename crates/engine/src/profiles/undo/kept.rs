//! Stores the last changes of the AWS files with the texts that undo them: in the state directory, readable by their
//! owner only, ten at most, for thirty days unless the user chose otherwise.

use std::path::{Path, PathBuf};

use aws_files::{Document, FileKind, hex};
use sandglass_core::Timestamp;
use sandglass_core::profiles::Summary;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::preferences::kept_for;
use crate::{Environment, files, store};

/// The number of changes that can be taken back, one after the other.
const MOST: usize = 10;
/// No text of a file that is kept is larger, for none that is read is.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Every change that is kept, oldest first. Those that were taken back stand last.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct UndoHistory {
    pub(super) changes: Vec<KeptChange>,
    #[serde(default)]
    last_id: u64,
}

/// One change. Digests only: its texts are in files of their own.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct KeptChange {
    pub(super) id: u64,
    pub(super) at: Timestamp,
    pub(super) summary: Summary,
    config: Option<Texts>,
    credentials: Option<Texts>,
    /// It was taken back, and can be made again.
    pub(super) undone: bool,
}

/// The digests of one file before and after.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Texts {
    pub(super) before: String,
    pub(super) after: String,
    /// True if the change made the file.
    #[serde(default)]
    pub(super) made: bool,
}

/// Of which moment a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

impl KeptChange {
    /// Returns the texts of each file it changed.
    pub(super) fn texts(&self) -> impl Iterator<Item = (FileKind, &Texts)> {
        let both = [(FileKind::Config, &self.config), (FileKind::Credentials, &self.credentials)];
        both.into_iter().filter_map(|(kind, texts)| Some((kind, texts.as_ref()?)))
    }

    /// A text of it, if it is still there and still that text.
    pub(super) fn text(&self, environment: &Environment, kind: FileKind, side: Side) -> Option<Document> {
        let texts = self.texts().find_map(|(known, texts)| (known == kind).then_some(texts))?;
        let wanted = if side == Side::Before { &texts.before } else { &texts.after };
        let is_it = |document: &Document| digest(document) == *wanted;
        let empty = Document::parse(kind, b"");
        if is_it(&empty) {
            return Some(empty);
        }
        let read = |path: PathBuf| {
            let bytes = files::content(&path, LARGEST).ok()?;
            Some(Document::parse(kind, &bytes)).filter(is_it)
        };
        read(text_path(environment, self.id, kind, side)).or_else(|| read(files::backup(environment, kind)))
    }

    /// Keeps a text of it.
    pub(super) fn keep_text(
        &self,
        environment: &Environment,
        side: Side,
        document: &Document,
    ) -> std::io::Result<()> {
        store::own_file(&text_path(environment, self.id, document.kind(), side), document.bytes())
    }
}

impl UndoHistory {
    /// Loads the changes that are kept; those that are too old are dropped.
    pub(super) fn load(environment: &Environment, now: Timestamp) -> Self {
        let bytes = files::content(&index(environment), LARGEST);
        let read = bytes.ok().and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        let mut kept = read.unwrap_or_else(|| Self::of_first_version(environment));
        let stay = kept_for(environment);
        kept.changes.retain(|change| now - change.at < stay);
        kept
    }

    /// The first version remembered one change, with the backups as its texts.
    fn of_first_version(environment: &Environment) -> Self {
        #[derive(Deserialize)]
        struct LastChange {
            config: Option<Texts>,
            credentials: Option<Texts>,
        }
        let path = first_record(environment);
        let read = || {
            let last: LastChange = serde_json::from_slice(&files::content(&path, LARGEST).ok()?).ok()?;
            let at = std::fs::metadata(&path).and_then(|found| found.modified()).ok()?;
            let LastChange { config, credentials } = last;
            let summary = Summary::unknown();
            Some(KeptChange { id: 0, at: at.into(), summary, config, credentials, undone: false })
        };
        Self { changes: read().into_iter().collect(), last_id: 0 }
    }

    /// Adds a change that is about to be made. Not saved yet.
    pub(super) fn add(
        &mut self,
        now: Timestamp,
        summary: Summary,
        texts: impl Fn(FileKind) -> Option<Texts>,
    ) -> &KeptChange {
        self.last_id += 1;
        let (config, credentials) = (texts(FileKind::Config), texts(FileKind::Credentials));
        let id = self.last_id;
        self.changes.push(KeptChange { id, at: now, summary, config, credentials, undone: false });
        &self.changes[self.changes.len() - 1]
    }

    /// Stores the list, and removes every text that none of it needs.
    pub(super) fn save(&mut self, environment: &Environment) -> std::io::Result<()> {
        let too_many = self.changes.len().saturating_sub(MOST);
        self.changes.drain(..too_many);
        self.save_texts_of_first_version(environment)?;
        let text = serde_json::to_vec(self).map_err(std::io::Error::other)?;
        store::own_file(&index(environment), &text)?;
        self.sweep(environment);
        Ok(())
    }

    /// The backups are written over by the next change.
    fn save_texts_of_first_version(&self, environment: &Environment) -> std::io::Result<()> {
        let record = first_record(environment);
        if !record.exists() {
            return Ok(());
        }
        for change in self.changes.iter().filter(|change| change.id == 0) {
            for (kind, _) in change.texts() {
                if let Some(before) = change.text(environment, kind, Side::Before) {
                    change.keep_text(environment, Side::Before, &before)?;
                }
            }
        }
        std::fs::remove_file(record)
    }

    fn sweep(&self, environment: &Environment) {
        let Ok(entries) = std::fs::read_dir(directory(environment)) else { return };
        for entry in entries.map_while(Result::ok) {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let id = name.split_once('-').and_then(|(id, _)| id.parse::<u64>().ok());
            let is_kept = |id| self.changes.iter().any(|change| change.id == id);
            // What a killed process left half written goes, too: whoever writes here holds the lock.
            if id.is_some_and(|id| !is_kept(id)) || name.starts_with(".sandglass-") {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }
}

/// Removes what became too old since it was written.
pub(super) fn age(environment: &Environment, now: Timestamp) -> std::io::Result<()> {
    if !index(environment).exists() {
        return Ok(());
    }
    let stored: Option<UndoHistory> = files::content(&index(environment), LARGEST)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let mut kept = UndoHistory::load(environment, now);
    if stored.is_none_or(|stored| stored.changes.len() != kept.changes.len()) {
        kept.save(environment)?;
    }
    Ok(())
}

pub(super) fn digest(document: &Document) -> String {
    hex(Sha256::digest(document.bytes()))
}

fn directory(environment: &Environment) -> PathBuf {
    environment.state_dir.join("undo")
}

/// The list of them.
pub(super) fn index(environment: &Environment) -> PathBuf {
    directory(environment).join("changes.json")
}

fn text_path(environment: &Environment, id: u64, kind: FileKind, side: Side) -> PathBuf {
    let file = if kind == FileKind::Config { "config" } else { "credentials" };
    let side = if side == Side::Before { "before" } else { "after" };
    directory(environment).join(Path::new(&format!("{id}-{file}.{side}")))
}

fn first_record(environment: &Environment) -> PathBuf {
    environment.state_dir.join("backup").join("last-change.json")
}
