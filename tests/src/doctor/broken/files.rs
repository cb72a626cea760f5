//! Files that the AWS CLI cannot read, or that are not where it looks.

use super::super::programs::{self, Cli};
use super::super::{Case, Family, Place, SetUp, profile_header, session_arn};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Profile, name, cause, build)
}

/// A role and its source; the role is asked for. Returns both names.
fn role(s: &mut SetUp) -> (String, String) {
    let base = s.keys_profile();
    let name = s.role_profile(&base);
    s.ask(&name);
    (base, name)
}

/// Puts bytes before a file's text: the fault is on its first line.
fn before(s: &mut SetUp, file: &'static str, bytes: &'static [u8]) {
    s.finally(move |s| {
        let path = s.path(file);
        let text = std::fs::read(&path).expect("the file was written");
        std::fs::write(&path, [bytes, &text].concat()).expect("written");
        s.places.push(Place::Lines(file.to_owned(), 1..=1));
    });
}

pub(super) const CASES: &[Case] = &[
    case("a profile written twice", "file_unparsable", |s| {
        let (_, name) = role(s);
        s.config.added(&profile_header(&name)).header_fault();
        s.config.profile(&name).header_fault().set("output", "json");
    })
    .fixed(),
    case("a section of credentials pasted twice", "file_unparsable", |s| {
        let (base, _) = role(s);
        let (_, keys) = s.session(3600);
        s.credentials.added(&base).header_fault();
        s.credentials.section(&base).header_fault().keys(&keys);
    })
    .fixed(),
    case("a key twice in a section", "file_unparsable", |s| {
        let (_, name) = role(s);
        let key = s.draw.pick(&["region", "Region", "REGION"]);
        let other = format!("x-{name}");
        s.config
            .profile(&other)
            .set("output", "json")
            .set("region", "us-east-1")
            .fault(key, "eu-west-1")
            .keep_order();
    })
    .fixed(),
    case("a line that is no setting", "file_unparsable", |s| {
        role(s);
        let line = s.draw.pick(&["<<<<<<< HEAD", "aws sso login", "role_arn", "export AWS_PROFILE"]);
        s.config.profile("with-noise").set("region", "us-east-1").raw_fault(line).keep_order();
    })
    .fixed(),
    case("a line on which even aws --version ends", "file_unparsable", |s| {
        role(s);
        s.config.profile("with-noise").set("region", "us-east-1").raw_fault("role_arn").keep_order();
        s.cli = Cli::V1;
        s.finally(|s| programs::as_it_is(&s.home));
    })
    .fixed(),
    case("a header that is not closed", "file_unparsable", |s| {
        role(s);
        s.config.raw_section("[profile half").header_fault().set("region", "us-east-1");
    })
    .fixed(),
    case("the header of the role without one bracket", "file_unparsable", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let header = profile_header(&name);
        let header = s.draw.pick(&[format!("{header}]"), format!("[{header}")]);
        let section = s.config.raw_section(&header).header_fault();
        section.set("role_arn", &role).set("source_profile", &base).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    })
    .fixed(),
    case("a setting without its equals sign", "file_unparsable", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let blanks = s.draw.pick(&[" ", "   ", "\t"]);
        let section = s.config.profile(&name).set("role_arn", &role).set("region", &region);
        section.raw_fault(&format!("source_profile{blanks}{base}"));
        s.identity = session_arn(&role);
        s.ask(&name);
    })
    .fixed(),
    case("a role without its equals sign", "setting_misspelt", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let blank = s.draw.pick(&[" ", "\t", "   "]);
        let section = s.config.profile(&name).set("source_profile", &base).set("region", &region);
        section.raw_fault(&format!("role_arn{blank}{role}"));
        s.identity = session_arn(&role);
        s.ask(&name);
    })
    .fixed(),
    case("exports pasted into an empty credentials file", "file_unparsable", |s| {
        let (_, keys) = s.user();
        let region = s.region.clone();
        s.config.profile("default").set("region", &region);
        let export = s.draw.pick(&["export ", "", "SET "]);
        s.finally(move |s| {
            let text = format!(
                "{export}AWS_ACCESS_KEY_ID={}\n{export}AWS_SECRET_ACCESS_KEY={}\n",
                keys.id, keys.secret
            );
            s.home.write(".aws/credentials", &text);
            s.places.push(Place::Lines(".aws/credentials".to_owned(), 1..=2));
        });
    }),
    // Which version is right nobody can tell, so there is no safe fix.
    case("two versions of a merge in credentials", "file_unparsable", |s| {
        let (arn, ours) = s.user();
        let (_, theirs) = s.user();
        let name = s.asked_profile(&arn);
        s.credentials.keep_order();
        s.credentials.raw_section("<<<<<<< HEAD").header_fault();
        s.credentials.section(&name).keys(&ours).keep_order();
        s.credentials.raw_section("=======").header_fault();
        s.credentials.section(&name).header_fault().keys(&theirs).keep_order();
        s.credentials.raw_section(">>>>>>> main").header_fault();
    }),
    // Nothing of it can be used, so nothing is fixed by making it a comment.
    case("a table of keys in the place of credentials", "file_unparsable", |s| {
        let (arn, keys) = s.user();
        s.asked_profile(&arn);
        let head =
            s.draw.pick(&["Access key ID,Secret access key", "User name;Access key ID;Secret access key"]);
        s.finally(move |s| {
            s.home.write(".aws/credentials", &format!("{head}\n{},{}\n", keys.id, keys.secret));
            s.at_file(".aws/credentials");
        });
    }),
    case("a setting before the first section", "file_unparsable", |s| {
        role(s);
        before(s, ".aws/config", b"region = us-east-1\n");
    })
    .fixed(),
    case("a mark of Windows editors before credentials", "file_unparsable", |s| {
        role(s);
        before(s, ".aws/credentials", b"\xef\xbb\xbf");
    })
    .fixed(),
    case("a mark of Windows editors before config", "file_unparsable", |s| {
        role(s);
        before(s, ".aws/config", b"\xef\xbb\xbf");
    })
    .fixed(),
    case("a comment that is not UTF-8", "file_unparsable", |s| {
        role(s);
        before(s, ".aws/config", b"# f\xfcr die Produktion\n");
    }),
    case("a file saved as UTF-16", "file_unparsable", |s| {
        role(s);
        s.at_file(".aws/config");
        s.finally(|s| {
            let path = s.path(".aws/config");
            let text = std::fs::read_to_string(&path).expect("the file was written");
            let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
            std::fs::write(&path, [0xff, 0xfe].into_iter().chain(wide).collect::<Vec<u8>>())
                .expect("written");
        });
    }),
    case("a nested block with a line that is no setting", "file_unparsable", |s| {
        role(s);
        s.config.profile("nested").raw_fault("s3 =\n    max_concurrent_requests = 20\n    addressing_style");
    })
    .fixed(),
    case("AWS_CONFIG_FILE names no file", "config_file_variable_wrong", |s| {
        role(s);
        let path =
            s.draw.pick(&["/mnt/usb/aws/config", "~/.aws/config.work", "C:\\Users\\ana\\.aws\\config"]);
        s.fault_variable("AWS_CONFIG_FILE", path);
    }),
    case("AWS_SHARED_CREDENTIALS_FILE names no file", "config_file_variable_wrong", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        let path = s.draw.pick(&["/srv/ci/credentials", "~/.aws/credential", "$HOME/aws/credentials"]);
        s.fault_variable("AWS_SHARED_CREDENTIALS_FILE", path);
    }),
    case("AWS_CONFIG_FILE names another project's file", "config_file_variable_wrong", |s| {
        let (_, name) = role(s);
        s.ask_by_argument(&name);
        s.home.write("work/aws-config", "[profile work]\nregion = us-east-1\n");
        s.fault_variable("AWS_CONFIG_FILE", "~/work/aws-config");
    }),
    case("AWS_CONFIG_FILE names the credentials file", "config_file_variable_wrong", |s| {
        role(s);
        s.fault_variable("AWS_CONFIG_FILE", "~/.aws/credentials");
    }),
    case("AWS_SHARED_CREDENTIALS_FILE names another team's file", "config_file_variable_wrong", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        s.home.write("work/credentials", "[team]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n");
        s.fault_variable("AWS_SHARED_CREDENTIALS_FILE", "~/work/credentials");
    }),
    case("a profile that neither the moved file nor the usual one has", "profile_missing", |s| {
        role(s);
        let name = s.name();
        s.ask_by_argument(&name);
        s.home.write("work/aws-config", "[profile work]\nregion = us-east-1\n");
        s.home.set("AWS_CONFIG_FILE", "~/work/aws-config");
    }),
    case("a home that is not there", "home_missing", |s| {
        role(s);
        let home = s.path("moved/ana").display().to_string();
        s.fault_variable("HOME", &home);
    }),
    case("a directory in the place of config", "file_unreadable", |s| {
        let (_, name) = role(s);
        s.ask_by_argument(&name);
        s.config_at = ".aws/config/config".into();
        s.at_file(".aws/config");
    }),
    case("a link to a config that was moved away", "file_unreadable", |s| {
        let (_, name) = role(s);
        s.ask_by_argument(&name);
        s.at_file(".aws/config");
        s.finally(|s| {
            let path = s.path(".aws/config");
            std::fs::remove_file(&path).expect("the file was written");
            #[cfg(unix)]
            std::os::unix::fs::symlink(s.path("dotfiles/aws/config"), &path).expect("a link");
        });
    }),
    case("a moved config with a line that is no setting", "file_unparsable", |s| {
        role(s);
        s.config_at = "dotfiles/aws.conf".into();
        s.home.set("AWS_CONFIG_FILE", "~/dotfiles/aws.conf");
        s.config.profile("with-noise").raw_fault(">>>>>>> theirs");
    })
    .fixed(),
];
