//! Recognises a pasted section of an AWS file, as the access portal and colleagues hand it out.

use aws_files::{Document, FileKind, Profiles, Section, SectionName};

use super::{PasteForm, Pasted, PastedValues};
use crate::problem::{Code, Problem};

pub(super) fn read(text: &str) -> Option<Result<Pasted, Problem>> {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with(['#', ';']))?;
    let header = first.starts_with('[');
    // The portal's lines without their header.
    let bare = first.split_once('=').is_some_and(|(key, _)| {
        let key = key.trim();
        key.starts_with("aws_") && key.to_lowercase() == key
    });
    (header || bare).then(|| section(text, header))
}

fn section(text: &str, header: bool) -> Result<Pasted, Problem> {
    let text = if header { text.to_owned() } else { format!("[pasted]\n{text}") };
    let document = Document::parse(FileKind::Credentials, text.as_bytes());
    if let Some(error) = document.syntax_errors().first() {
        let line = error.at.line - usize::from(!header);
        return Err(Problem::new(Code::PasteUnparsable)
            .with("line", line.to_string())
            .with("reason", error.kind.to_string()));
    }
    let profiles = Profiles::read(None, Some(&document));
    let mut all = profiles.iter();
    let (Some(profile), None) = (all.next(), all.next()) else {
        return Err(Problem::new(Code::PasteOfTwo).with("key", "[…]"));
    };
    let name = profile.name.strip_prefix("profile ").unwrap_or(&profile.name).trim().to_owned();
    let mut found = PastedValues::default();
    for key in profile.credentials.iter().flat_map(Section::keys) {
        let Some(value) = profile.get(key) else { continue };
        if value.value().contains('\n') {
            // A nested block is more than a key and a value.
            return Err(Problem::new(Code::PasteUnparsable)
                .with("line", value.at.line.to_string())
                .with("reason", "the value goes over several lines"));
        }
        // `[profil` is no key that could be written.
        let name = SectionName::Profile("pasted".to_owned());
        let written = Document::parse(FileKind::Credentials, b"").add_section(&name, &[(key, value.value())]);
        if let Err(error) = written {
            return Err(Problem::new(Code::PasteUnparsable)
                .with("line", (value.at.line - usize::from(!header)).to_string())
                .with("reason", error.to_string()));
        }
        found.add(key, value.value())?;
    }
    if found.0.is_empty() {
        return Err(Problem::new(Code::PasteUnknown));
    }
    Ok(Pasted { form: PasteForm::Section, name: header.then_some(name), settings: found.0 })
}
