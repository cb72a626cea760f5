//! Finds every fault that a change has by itself, whatever the files say, so that a form can show each at its field.

use aws_files::setting;

use super::field::check_field;
use super::kind::missing_of_sso_session;
use super::name::check_name;
use super::{Change, NewSetting, convert};
use crate::problem::Problem;

/// Looks at a change. A plan names the first thing that keeps it from being made; this names each.
pub fn validate(change: &Change) -> Vec<Problem> {
    match change {
        Change::Add { name, kind, settings, .. } => {
            let missing = kind.map_or_else(Vec::new, |kind| kind.missing(settings));
            check_name(name).err().into_iter().chain(missing).chain(fields(settings)).collect()
        }
        Change::AddSsoSession { name, settings } => {
            let missing = missing_of_sso_session(settings);
            check_name(name).err().into_iter().chain(missing).chain(fields(settings)).collect()
        }
        Change::Set { settings, .. } | Change::PutKeys { settings, .. } => fields(settings).collect(),
        Change::Rename { to, .. } | Change::Duplicate { to, .. } => {
            check_name(to).err().into_iter().collect()
        }
        Change::Convert(conversion) => {
            let region = conversion.region.clone().unwrap_or_default();
            let settings = [
                (setting::ROLE_ARN, &conversion.role_arn),
                (setting::SOURCE_PROFILE, &conversion.source_profile),
                (setting::REGION, &region),
            ];
            let given = settings.into_iter().filter(|(_, value)| !value.is_empty());
            let wrong = given.filter_map(|(key, value)| check_field(key, value));
            convert::missing(conversion).into_iter().chain(wrong).collect()
        }
        Change::Unset { .. } | Change::Remove(_) | Change::FixLines { .. } => Vec::new(),
    }
}

fn fields(settings: &[NewSetting]) -> impl Iterator<Item = Problem> {
    settings.iter().filter_map(|setting| check_field(&setting.key, setting.value.expose()))
}
