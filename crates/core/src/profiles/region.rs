//! Finds the region of a role: its own, or that of the profile that assumes it.

use aws_files::{Profiles, setting};

use super::{NewSetting, ProfileKind};

/// A chain of source profiles is not followed further than this: it may be a circle.
const LONGEST_CHAIN: usize = 16;

/// The region a profile names, or the nearest of its sources that names one. The AWS CLI itself looks at no
/// source: this is what to propose, not what holds.
pub fn nearest_region(profiles: &Profiles, profile: &str) -> Option<String> {
    let mut name = profile;
    for _ in 0..LONGEST_CHAIN {
        let found = profiles.get(name)?;
        let region =
            found.get(setting::REGION).map(aws_files::Setting::value).filter(|region| !region.is_empty());
        if let Some(region) = region {
            return Some(region.to_owned());
        }
        name = found.get(setting::SOURCE_PROFILE)?.value();
    }
    None
}

/// Gives a role that names no region that of its source. `region=` asks for none.
pub fn with_region(profiles: &Profiles, kind: ProfileKind, mut settings: Vec<NewSetting>) -> Vec<NewSetting> {
    if !matches!(kind, ProfileKind::Role | ProfileKind::RoleMfa) {
        return settings;
    }
    let value = |key: &str| {
        let found = settings.iter().find(|setting| setting.key == key);
        found.map(|setting| setting.value.expose().to_owned())
    };
    match value(setting::REGION) {
        Some(given) if given.is_empty() => settings.retain(|setting| setting.key != setting::REGION),
        Some(_) => {}
        None => {
            let region = value(setting::SOURCE_PROFILE).and_then(|source| nearest_region(profiles, &source));
            settings.extend(region.map(|region| NewSetting::new(setting::REGION, region)));
        }
    }
    settings
}

#[cfg(test)]
mod tests {
    use aws_files::{Document, FileKind};

    use super::*;

    fn profiles(config: &str) -> Profiles {
        Profiles::read(Some(&Document::parse(FileKind::Config, config.as_bytes())), None)
    }

    #[test]
    fn the_nearest_source_that_names_a_region_gives_it() {
        let config = "[profile base]\nregion = eu-central-1\n\
                      [profile middle]\nsource_profile = base\n\
                      [profile top]\nsource_profile = middle\n\
                      [profile a]\nsource_profile = b\n[profile b]\nsource_profile = a\n\
                      [profile empty]\nregion =\n";
        let found = profiles(config);
        let region = |name: &str| nearest_region(&found, name);
        assert_eq!(region("base").as_deref(), Some("eu-central-1"));
        assert_eq!(region("top").as_deref(), Some("eu-central-1"));
        assert_eq!((region("a"), region("empty"), region("nobody")), (None, None, None));
    }

    #[test]
    fn a_role_without_a_region_gets_its_sources_unless_none_is_wanted() {
        let found = profiles("[profile base]\nregion = eu-central-1\n");
        let made = |kind, pairs: &[(&str, &str)]| {
            let settings = pairs.iter().map(|(key, value)| NewSetting::new(*key, *value)).collect();
            let region = with_region(&found, kind, settings)
                .into_iter()
                .filter(|setting| setting.key == "region")
                .map(|setting| setting.value.expose().to_owned());
            region.collect::<Vec<_>>()
        };
        let source = ("source_profile", "base");
        assert_eq!(made(ProfileKind::Role, &[source]), ["eu-central-1"]);
        assert_eq!(made(ProfileKind::RoleMfa, &[source, ("region", "eu-west-1")]), ["eu-west-1"]);
        assert!(made(ProfileKind::Role, &[source, ("region", "")]).is_empty());
        assert!(made(ProfileKind::Role, &[("credential_source", "Environment")]).is_empty());
        assert!(made(ProfileKind::Keys, &[]).is_empty());
    }
}
