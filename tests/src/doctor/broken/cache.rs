//! The session cache: damaged, refused, in the way.

use super::super::aws::CLI_CACHE;
use super::super::{Case, Family, Keys, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Cache, name, cause, build)
}

/// A profile of a role that is asked for, with a cached session of an hour: the entry, and its keys.
pub(super) fn cached(s: &mut SetUp) -> (String, Keys) {
    let base = s.keys_profile();
    let (name, role) = (s.name(), s.role());
    s.role_section(&name, &role).set("source_profile", &base);
    s.ask(&name);
    let keys = s.session_of(&role, 3000);
    let file = s.cache_role(&role, &keys, 3000);
    s.at_file(&file);
    (file, keys)
}

/// The entry becomes something else.
fn damage(s: &mut SetUp, change: fn(String) -> String) {
    let (file, _) = cached(s);
    let text = std::fs::read_to_string(s.path(&file)).expect("an entry");
    s.home.write(&file, &change(text));
}

pub(super) const CASES: &[Case] = &[
    case("a cache entry cut off in the middle", "cache_entry_damaged", |s| {
        damage(s, |text| text[..text.len() / 2].to_owned());
    })
    .fixed(),
    case("an empty cache entry", "cache_entry_damaged", |s| damage(s, |_| String::new())).fixed(),
    case("a cache entry without credentials", "cache_entry_damaged", |s| {
        damage(s, |text| text.replace("\"Credentials\"", "\"credentials\""));
    })
    .fixed(),
    case("a cache entry whose date has no zone", "cache_entry_damaged", |s| {
        damage(s, |text| text.replace("Z\"", "\""));
    })
    .fixed(),
    case("a cache entry without its end", "cache_entry_damaged", |s| {
        damage(s, |text| text.replace("\"Expiration\"", "\"Expires\""));
    })
    .fixed(),
    case("the damaged entry of a source's role", "cache_entry_damaged", |s| {
        let (file, _) = cached(s);
        let middle = match &s.call {
            super::super::Call::Argument(name) => name.clone(),
            super::super::Call::Plain => s.home.variable("AWS_PROFILE").unwrap_or_default().to_owned(),
        };
        let name = s.role_profile(&middle);
        s.home.unset("AWS_PROFILE");
        s.ask(&name);
        s.home.write(&file, "{\"Credentials\": {");
    })
    .fixed(),
    case("a cached session that AWS no longer knows", "cached_session_refused", |s| {
        cached(s);
        s.sim.world().forget_sessions();
    })
    .fixed(),
    case("a cached session that AWS ended early", "cached_session_refused", |s| {
        cached(s);
        s.sim.world().expire_sessions();
    })
    .fixed(),
    case("a cached session with a mangled token", "cached_session_refused", |s| {
        let (file, keys) = cached(s);
        let text = std::fs::read_to_string(s.path(&file)).expect("an entry");
        s.home.write(&file, &text.replace(keys.token(), &format!("{}x", keys.token())));
    })
    .fixed(),
    case("a file in the place of the cache directory", "cache_directory_unwritable", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        s.home.write(CLI_CACHE, "");
        s.at_file(CLI_CACHE);
    }),
    case("a file in the place of the directory above the cache", "cache_directory_unwritable", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        s.home.write(".aws/cli", "alias\n");
        s.at_file(".aws/cli");
    }),
    case("a cache directory that is a link to nowhere", "cache_directory_unwritable", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        s.home.write(".aws/cli/placeholder", "");
        #[cfg(unix)]
        std::os::unix::fs::symlink("/mnt/ramdisk/aws-cache", s.path(CLI_CACHE)).expect("a link");
        s.at_file(CLI_CACHE);
    }),
];
