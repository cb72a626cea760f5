//! The AWS files, and every edit of them.

mod edit;
mod meaning;

use aws_files::{Document, FileKind, Profiles};

use crate::{Target, seeds};
use edit::Edit;

pub(crate) const TARGET: Target = Target { name: "documents", check, read, seeds };

/// Three bytes that choose an edit, the value up to the end of the line, then the file.
fn check(data: &[u8]) {
    let Some((choice, rest)) = data.split_first_chunk::<3>() else { return };
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let value = std::str::from_utf8(&rest[..end]).unwrap_or("x");
    let text = rest.get(end + 1..).unwrap_or_default();
    let kind = if choice[0] & 1 == 0 { FileKind::Config } else { FileKind::Credentials };
    let before = Document::parse(kind, text);
    assert_eq!(before.bytes(), text, "reading keeps every byte");
    assert_eq!(before.raw_lines().concat(), text, "the lines are the file");
    assert_eq!(before.shown_lines().len(), before.raw_lines().len());
    let (config, credentials) = match kind {
        FileKind::Config => (Some(&before), None),
        FileKind::Credentials => (None, Some(&before)),
    };
    let _ = Profiles::compare(config, credentials).divergences();
    let _ = sandglass_doctor::fix_of_file(&before);
    let Some(edit) = Edit::chosen(*choice, value, &before) else { return };
    let Ok(after) = edit.apply(&before) else { return };
    assert!(before.syntax_errors().is_empty(), "a file the AWS CLI refuses is not edited");
    assert!(after.syntax_errors().is_empty(), "the result can be read");
    edit.assert_nothing_else_changed(&before, &after);
    edit.assert_meaning(&before, &after);
    // Looks with rust-ini as well, which may refuse what it would misread.
    if before.confirm(&after).is_ok() {
        let stored = Document::parse(kind, after.bytes());
        assert!(after.confirm(&stored).is_ok(), "what was accepted stays accepted");
    }
}

fn read(text: &[u8]) {
    let document = Document::parse(FileKind::Config, text);
    let _ = Profiles::read(Some(&document), None);
}

fn seeds() -> Vec<Vec<u8>> {
    let files = ["config_text", "credentials_text"].map(|key| seeds::texts(seeds::READERS, key)).concat();
    let edits: [&[u8]; 6] = [
        b"\x00\0\0eu-west-1\n",
        b"\x02\0\0\n",
        b"\x04\0\0new\n",
        b"\x06\0\0\n",
        b"\x08\0\0other\n",
        b"\x0b\0\0copy\n",
    ];
    files.iter().zip(edits.iter().cycle()).map(|(file, edit)| [edit, file.as_slice()].concat()).collect()
}
