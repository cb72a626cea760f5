//! Profiles and sections that have no part in the fault, as every real home has them.

use super::SetUp;

/// Adds some, but never to a file that the case left out.
pub(super) fn add(set_up: &mut SetUp) {
    if !set_up.config.is_empty() {
        for _ in 0..set_up.draw.below(4) {
            config(set_up);
        }
    }
    if !set_up.credentials.is_empty() {
        for _ in 0..set_up.draw.below(3) {
            let name = format!("old-{}", set_up.draw.iam_name());
            let keys = set_up.strange_keys("AKIA");
            set_up.credentials.section(&name).keys(&keys);
        }
    }
}

fn config(set_up: &mut SetUp) {
    let name = format!("x-{}", set_up.draw.iam_name());
    let region = set_up.draw.region();
    let account = set_up.draw.account();
    match set_up.draw.below(4) {
        0 => {
            set_up.config.profile(&name).set("region", &region).set("output", "json");
        }
        1 => {
            let url = set_up.draw.start_url();
            let session = format!("s-{name}");
            let header = format!("sso-session {session}");
            set_up.config.section(&header).set("sso_start_url", &url).set("sso_region", &region);
            let profile = set_up.config.profile(&name);
            profile.set("sso_session", &session).set("sso_account_id", &account).set("sso_role_name", "Dev");
        }
        2 => {
            let profile = set_up.config.profile(&name);
            profile.raw("s3 =\n    max_concurrent_requests = 20\n    addressing_style = path");
        }
        _ => {
            let header = format!("services of-{name}");
            set_up.config.section(&header).raw("dynamodb =\n  endpoint_url = http://127.0.0.1:8000");
        }
    }
}
