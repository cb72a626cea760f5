//! Checks the AWS CLI's session cache: whether its entries are usable, and whether new ones can be stored.

use crate::evidence::{EntryFound, EntryState};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, FixAction, Sentence, mask};

pub(super) fn check(evidence: &Evidence) -> Check {
    let cache = &evidence.caches.cli;
    let mut findings = Vec::new();
    for entry in &cache.entries {
        findings.extend(of_entry(evidence, entry));
        // What stands behind a session that is good is not looked at.
        if evidence.is_fresh(entry) {
            break;
        }
    }
    findings.extend(unwritable(evidence));
    let others = cache.expired.len();
    let detail = if cache.files == 0 {
        Sentence::new("check-role_cache-none")
    } else {
        Sentence::new("check-role_cache-ok")
            .with("files", cache.files.to_string())
            .with("expired", others.to_string())
    };
    Check::new(CheckCode::RoleCache, findings, detail).shows(cache.entries.iter().filter_map(shown))
}

fn shown(entry: &EntryFound) -> Option<Exhibit> {
    let EntryState::Session { expires_at, access_key_id, .. } = &entry.state else { return None };
    let exhibit = Exhibit::new("exhibit-cached").with("profile", &entry.profile);
    let exhibit = exhibit.with("end", sandglass_core::text::instant(*expires_at));
    Some(exhibit.in_file(&entry.path, None).value(mask::access_key(access_key_id)))
}

fn of_entry(evidence: &Evidence, entry: &EntryFound) -> Option<Finding> {
    // What is a link or a directory leads who knows where.
    let delete = || {
        let title = Sentence::new("fix-delete_cache_file").with("path", evidence.paths.display(&entry.path));
        let fix = Fix::new(title, FixAction::DeleteCacheFiles(vec![entry.path.clone()]));
        entry.is_plain.then_some(fix)
    };
    let about = |finding: Finding| {
        finding.with("profile", &entry.profile).with("path", evidence.paths.display(&entry.path))
    };
    match &entry.state {
        EntryState::Session { .. } if entry.unwritable.is_some() && !evidence.is_fresh(entry) => {
            let reason = entry.unwritable.clone().unwrap_or_default();
            let shown = Exhibit::new("exhibit-cache_file").in_file(&entry.path, None).words(&reason);
            let finding = about(Finding::new(Cause::CacheDirectoryUnwritable)).with("reason", reason);
            Some(finding.shown_by(shown).fixed_by(delete()))
        }
        EntryState::Damaged(reason) => {
            let shown = Exhibit::new("exhibit-cache_file").in_file(&entry.path, None).words(reason);
            let finding = about(Finding::new(Cause::CacheEntryDamaged)).with("reason", reason);
            Some(finding.shown_by(shown).fixed_by(delete()))
        }
        // Of sudo, say. It may be a good one, so it is not to be deleted.
        EntryState::Unreadable(reason) => {
            let shown = Exhibit::new("exhibit-cache_file").in_file(&entry.path, None).words(reason);
            Some(about(Finding::new(Cause::FileUnreadable)).with("reason", reason).shown_by(shown))
        }
        EntryState::Session { expires_at, .. } if *expires_at <= evidence.now => {
            let finding = about(Finding::warning(Cause::CacheEntryExpired));
            let finding = finding.with("end", sandglass_core::text::instant(*expires_at));
            Some(finding.fixed_by(delete()))
        }
        EntryState::Session { .. } | EntryState::Absent => None,
    }
}

/// Only a call that has to store a session fails for it.
fn unwritable(evidence: &Evidence) -> Option<Finding> {
    let cache = &evidence.caches.cli;
    let reason = cache.unwritable.as_ref().filter(|_| !cache.entries.is_empty())?;
    let path = cache.obstacle.as_ref().unwrap_or(&cache.directory);
    let shown = Exhibit::new("exhibit-directory").in_file(path, None).words(reason);
    let finding = Finding::new(Cause::CacheDirectoryUnwritable)
        .with("path", evidence.paths.display(path))
        .with("reason", reason)
        .shown_by(shown);
    Some(finding.breaking_if(!cache.entries.first().is_some_and(|entry| evidence.is_fresh(entry))))
}
