//! Files that look odd and are read well.

use super::super::{Case, session_arn};

pub(super) const CASES: &[Case] = &[
    Case::sound("default, a plain call", |s| {
        let (arn, keys) = s.user();
        let region = s.region.clone();
        s.credentials.section("default").keys(&keys);
        s.config.section("default").set("region", &region);
        s.identity = arn;
    }),
    Case::sound("default under the word profile", |s| {
        let (arn, keys) = s.user();
        let region = s.region.clone();
        s.credentials.section("default").keys(&keys);
        s.config.section("profile default").set("region", &region);
        s.identity = arn;
    }),
    Case::sound("lines that end as on Windows", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.config.crlf();
        s.credentials.crlf();
        s.ask(&name);
    }),
    Case::sound("a quoted name with blanks", |s| {
        let base = s.keys_profile();
        let role = s.role();
        let name = s.draw.pick(&["My Company (prod)", "Projekt Ü 2", "it's mine"]);
        let header = format!("profile \"{name}\"");
        let region = s.region.clone();
        let section = s.config.section(&header).set("role_arn", &role);
        section.set("source_profile", &base).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(name);
    }),
    Case::sound("colons, tabs and capitals", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.config.raw_section(&format!("[profile\t{name}] # the new one"));
        section.raw(&format!("Role_ARN:{role}")).raw(&format!("SOURCE_PROFILE\t=\t{base}"));
        section.raw(&format!("region: {region}\t"));
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    Case::sound("a value that continues on the next line", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.config.profile(&name).set("role_arn", &role).set("source_profile", &base);
        section.set("region", &region).raw("description = for the night shift\n    and the weekend");
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    Case::sound("files that were moved", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.config_at = "dotfiles/aws/config".into();
        s.credentials_at = "private/aws-credentials".into();
        s.home.set("AWS_CONFIG_FILE", "~/dotfiles/aws/config");
        s.home.set("AWS_SHARED_CREDENTIALS_FILE", "$HOME/private/aws-credentials");
        s.ask(&name);
    }),
    Case::sound("a config that is a link", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.config_at = "dotfiles/aws/config".into();
        s.ask(&name);
        s.finally(|s| {
            #[cfg(unix)]
            std::os::unix::fs::symlink("../dotfiles/aws/config", s.path(".aws/config")).expect("a link");
        });
    }),
    Case::sound("settings that DEFAULT gives to all", |s| {
        let name = s.name();
        let (arn, keys) = s.user();
        let region = s.region.clone();
        s.credentials.section(&name).keys(&keys);
        s.config.section("DEFAULT").set("region", &region);
        s.config.profile(&name).set("output", "json");
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("a region in credentials over that of config", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.user();
        s.credentials.section(&name).keys(&keys).set("region", &region);
        s.config.profile(&name).set("region", "eu-south-1");
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("other profiles that are broken", |s| {
        let base = s.keys_profile();
        s.config.profile("x-without").set("role_arn", "arn:aws:iam::123456789012:role/a");
        s.config
            .profile("x-loop")
            .set("role_arn", "arn:aws:iam::123456789012:role/b")
            .set("source_profile", "x-loop");
        s.config.section("x-bare").set("region", "us-east-1");
        let (_, old) = s.session(-9000);
        s.credentials.section("x-over").keys(&old);
        s.credentials.section("x-half").set("aws_access_key_id", "AKIAHALFHALFHALFHALF");
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    Case::sound("an old session and junk in every cache", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        let other = s.role();
        let (_, old) = s.session(-90_000);
        s.cache_role(&other, &old, -90_000);
        s.home.write(".aws/cli/cache/session.db", "SQLite format 3");
        s.home.write(".aws/cli/cache/0000000000000000000000000000000000000000.json", "{");
        s.home.write(".aws/sso/cache/0000000000000000000000000000000000000000.json", "junk");
        s.home.write(".aws/boto/cache/x.json", "");
    }),
    Case::sound("keys beside a role that nobody assumes", |s| {
        let base = s.keys_profile();
        let (name, role) = (s.name(), s.role());
        let (_, keys) = s.user();
        s.credentials.section(&name).keys(&keys);
        s.role_section(&name, &role).set("source_profile", &base);
        s.ask(&name);
    }),
];
