//! Summarises a change for the list of changes that can be undone.

use std::collections::BTreeMap;

use aws_files::{Profile, Profiles, Section, SectionName};
use serde::{Deserialize, Serialize};

use super::{Rewrite, SectionRef};
use crate::text::Text;

/// The effect of a change on a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SummaryVerb {
    /// It was made.
    Added,
    /// It is gone.
    Removed,
    /// It has another name.
    Renamed,
    /// It says something else; or only lines outside of sections changed.
    Changed,
}

/// A summary of a change. It holds only names, no values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The effect on the section.
    pub did: SummaryVerb,
    /// The section, by the name it had; of one that was added, the name it got. None where no section
    /// changed.
    pub section: Option<SectionRef>,
    /// The new name of a renamed one.
    pub to: Option<String>,
    /// The number of other sections that it changes in the same way.
    pub more: usize,
}

impl Summary {
    /// The summary of a change whose text is not known any more.
    pub fn unknown() -> Self {
        Self { did: SummaryVerb::Changed, section: None, to: None, more: 0 }
    }

    /// The section as it is called now.
    pub fn after(&self) -> Option<SectionRef> {
        let section = self.section.as_ref()?;
        match self.did {
            SummaryVerb::Removed => None,
            SummaryVerb::Added | SummaryVerb::Changed => Some(section.clone()),
            SummaryVerb::Renamed => Some(SectionRef { is: section.is, name: self.to.clone()? }),
        }
    }

    /// The section whose name is there no more.
    pub fn gone(&self) -> Option<SectionRef> {
        matches!(self.did, SummaryVerb::Removed | SummaryVerb::Renamed)
            .then(|| self.section.clone())
            .flatten()
    }

    /// In the user's words.
    pub fn said(&self, text: &Text) -> String {
        let name = self.section.as_ref().map_or("", |section| section.name.as_str());
        let id = match self.did {
            _ if self.section.is_none() => "profile-change-lines",
            SummaryVerb::Added => "profile-change-added",
            SummaryVerb::Removed => "profile-change-removed",
            SummaryVerb::Renamed => "profile-change-renamed",
            SummaryVerb::Changed => "profile-change-changed",
        };
        let said = text.say_with(id, &[("name", name), ("to", self.to.as_deref().unwrap_or_default())]);
        if self.more == 0 {
            return said;
        }
        text.sentence("profile-change-more", None, &[("said", said), ("count", self.more.to_string())])
    }
}

/// The content of a section, to compare: places change with every line above. Values may be secrets, so they are
/// looked at where they are.
type SectionContent<'a> = BTreeMap<(bool, String), &'a str>;

impl Rewrite {
    /// Summarises the change.
    pub fn summary(&self) -> Summary {
        let (old, new) = (self.before.profiles(), self.after.profiles());
        let (before, after) = (contents(&old), contents(&new));
        let gone = missing(&before, &after);
        let new = missing(&after, &before);
        let of = |did, sections: &[&SectionRef], to| Summary {
            did,
            section: sections.first().map(|first| (*first).clone()),
            to,
            more: sections.len().saturating_sub(1),
        };
        match (gone.as_slice(), new.as_slice()) {
            ([from], [to]) if from.is == to.is => of(SummaryVerb::Renamed, &gone, Some(to.name.clone())),
            (_, [_, ..]) => of(SummaryVerb::Added, &new, None),
            ([_, ..], []) => of(SummaryVerb::Removed, &gone, None),
            ([], []) => {
                let changed =
                    |(one, content): &&(SectionRef, SectionContent<'_>)| find(&after, one) != Some(content);
                let changed: Vec<&SectionRef> = before.iter().filter(changed).map(|(one, _)| one).collect();
                of(SummaryVerb::Changed, &changed, None)
            }
        }
    }
}

/// Returns the settings that one of the two has and the other has not.
fn missing<'s>(
    one: &'s [(SectionRef, SectionContent<'_>)],
    other: &[(SectionRef, SectionContent<'_>)],
) -> Vec<&'s SectionRef> {
    one.iter().map(|(section, _)| section).filter(|section| find(other, section).is_none()).collect()
}

fn find<'s, 'a>(
    sections: &'s [(SectionRef, SectionContent<'a>)],
    wanted: &SectionRef,
) -> Option<&'s SectionContent<'a>> {
    sections.iter().find_map(|(one, content)| (one == wanted).then_some(content))
}

/// Every section of both files: profiles first.
fn contents(profiles: &Profiles) -> Vec<(SectionRef, SectionContent<'_>)> {
    let of_profiles = profiles.iter().map(|profile| {
        let Profile { name, config, credentials, .. } = profile;
        let mut all = SectionContent::new();
        for (in_credentials, section) in [(false, config), (true, credentials)] {
            all.extend(section.iter().flat_map(|section| content(section, in_credentials)));
        }
        (SectionRef::from(&SectionName::Profile(name.clone())), all)
    });
    let sessions =
        profiles.sso_sessions().map(|(name, section)| (SectionName::SsoSession(name.to_owned()), section));
    let services =
        profiles.all_services().map(|(name, section)| (SectionName::Services(name.to_owned()), section));
    let others = sessions.chain(services);
    let others = others.map(|(name, section)| (SectionRef::from(&name), content(section, false)));
    of_profiles.chain(others).collect()
}

fn content(section: &Section, in_credentials: bool) -> SectionContent<'_> {
    let mut all = SectionContent::new();
    for key in section.keys() {
        all.extend(section.get(key).map(|setting| ((in_credentials, key.to_owned()), setting.value())));
        for (inner, setting) in section.block(key) {
            all.insert((in_credentials, format!("{key}.{inner}")), setting.value());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::tests::files;
    use super::*;
    use crate::text::Language;

    fn said(before: (&str, &str), after: (&str, &str)) -> String {
        let rewrite = Rewrite { before: files(before.0, before.1), after: files(after.0, after.1) };
        rewrite.summary().said(&Text::new(Language::English))
    }

    #[test]
    fn a_change_is_named_by_what_it_did() {
        let two = "[profile a]\nregion = r\n[profile b]\nsource_profile = a\n";
        let renamed = two.replace("profile a]", "profile x]").replace("= a", "= x");
        let changed = two.replace("= r", "= s");
        let both = changed.replace("= a", "= c");
        for (before, after, words) in [
            (("", ""), (two, ""), "a added, and 1 more"),
            ((two, ""), (renamed.as_str(), ""), "a renamed to x"),
            ((two, ""), (changed.as_str(), ""), "a changed"),
            ((two, ""), (both.as_str(), ""), "a changed, and 1 more"),
            ((two, ""), ("[profile a]\nregion = r\n", ""), "b removed"),
            ((two, ""), (two, "# only a comment\n"), "Lines outside of profiles changed"),
            (("", "[k]\naws_access_key_id = A\n"), ("", "[k]\naws_access_key_id = B\n"), "k changed"),
        ] {
            let said = said(before, after).replace(['\u{2068}', '\u{2069}'], "");
            assert_eq!(said, words);
        }
    }

    #[test]
    fn what_is_gone_and_what_is_there_follow_from_it() {
        let rewrite = |before: &str, after: &str| {
            let summary = Rewrite { before: files(before, ""), after: files(after, "") }.summary();
            let name = |section: Option<SectionRef>| section.map(|section| section.name);
            (name(summary.gone()), name(summary.after()))
        };
        let name = |name: &str| Some(name.to_owned());
        assert_eq!(rewrite("[profile a]\nregion=r\n", "[profile b]\nregion=r\n"), (name("a"), name("b")));
        assert_eq!(rewrite("", "[profile b]\nregion=r\n"), (None, name("b")));
        assert_eq!(rewrite("[profile a]\nregion=r\n", ""), (name("a"), None));
    }
}
