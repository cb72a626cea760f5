use super::*;
use crate::testing::{LONG_TERM, profiles, resolved};

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code.as_str()).collect()
}

fn role(name: &str, source: &str) -> String {
    format!(
        "[profile {name}]\nrole_arn = arn:aws:iam::123456789012:role/{name}\n{source}\nregion = eu-west-1\n"
    )
}

fn methods(resolution: &Resolution) -> Vec<&'static str> {
    resolution.source.iter().flat_map(Source::links).map(|source| source.kind().botocore_name()).collect()
}

fn variables(pairs: &[(&str, &str)]) -> Variables {
    pairs.iter().copied().collect()
}

#[test]
fn a_chain_of_any_depth() {
    let mut config = role("r0", "source_profile = base");
    for depth in 1..50 {
        config.push_str(&role(&format!("r{depth}"), &format!("source_profile = r{}", depth - 1)));
    }
    let resolution = resolved(&config, LONG_TERM, "r49");
    assert_eq!(resolution.source.as_ref().map(|source| source.chain().len()), Some(51));
    assert!(resolution.errors.is_empty());
}

#[test]
fn circles_are_findings() {
    let config =
        role("a", "source_profile = b") + &role("b", "source_profile = c") + &role("c", "source_profile = a");
    let resolution = resolved(&config, LONG_TERM, "a");
    assert_eq!(codes(&resolution.errors), ["source_loop"]);
    assert_eq!(resolution.errors[0].args[1], ("chain", "a → b → c → a".to_owned()));
    let own = resolved(&role("a", "source_profile = a"), LONG_TERM, "a");
    assert_eq!(codes(&own.errors), ["source_loop"]);
}

#[test]
fn a_profile_with_keys_may_name_itself() {
    let keys = "[a]\naws_access_key_id = AKIAEXAMPLE000000000\naws_secret_access_key = s\n";
    let resolution = resolved(&role("a", "source_profile = a"), keys, "a");
    assert_eq!(methods(&resolution), ["assume-role", "shared-credentials-file"]);
}

#[test]
fn a_source_with_keys_and_a_role_gives_its_keys() {
    let config = role("top", "source_profile = mid") + &role("mid", "source_profile = base");
    let keys =
        format!("{LONG_TERM}[mid]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = s\n");
    let resolution = resolved(&config, &keys, "top");
    assert_eq!(methods(&resolution), ["assume-role", "shared-credentials-file"]);
}

#[test]
fn what_is_missing_is_said_with_its_line() {
    let at = |resolution: &Resolution| match resolution.errors[0].at {
        Some(Origin::File(at)) => at.line,
        ref other => panic!("{other:?}"),
    };
    let missing = resolved(&role("a", "source_profile = nowhere"), LONG_TERM, "a");
    assert_eq!((codes(&missing.errors), at(&missing)), (vec!["missing_source"], 3));
    let alone = resolved(&role("a", ""), LONG_TERM, "a");
    assert_eq!((codes(&alone.errors), at(&alone)), (vec!["role_without_source"], 2));
    let both = resolved(&role("a", "source_profile = base\ncredential_source = Environment"), LONG_TERM, "a");
    assert_eq!(codes(&both.errors), ["two_sources"]);
    let odd = resolved(&role("a", "credential_source = environment"), LONG_TERM, "a");
    assert_eq!(codes(&odd.errors), ["invalid_credential_source"]);
    let empty = resolved(&(role("a", "source_profile = e") + "[profile e]\n"), LONG_TERM, "a");
    assert_eq!(codes(&empty.errors), ["source_without_credentials"]);
    let unknown = resolved("", LONG_TERM, "a");
    assert_eq!(codes(&unknown.errors), ["unknown_profile"]);
    let nothing = resolved("[profile a]\nregion = x\n", LONG_TERM, "a");
    assert_eq!(codes(&nothing.errors), ["no_credentials"]);
    let half = resolved("[profile a]\naws_access_key_id = A\n", "[a]\naws_secret_access_key = S\n", "a");
    assert_eq!(codes(&half.errors), ["partial_keys"]);
}

#[test]
fn a_refused_file_breaks_every_profile() {
    let resolution = resolved("[profile a]\nregion = x\nbroken\n", LONG_TERM, "base");
    assert_eq!(codes(&resolution.errors), ["file_unparsable"]);
    assert!(resolution.source.is_none());
}

#[test]
fn keys_in_credentials_shadow_a_process_and_a_role_shadows_keys() {
    let keys = "[a]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = s\n";
    let resolution = resolved("[profile a]\ncredential_process = x\n", keys, "a");
    assert_eq!(methods(&resolution), ["shared-credentials-file"]);
    let process = resolution.steps.iter().find(|step| step.provider == Provider::Process).unwrap();
    assert_eq!(process.verdict, ProviderVerdict::ShadowedBy(Provider::CredentialsFile));
    let both = resolved(&role("a", "source_profile = base"), &format!("{LONG_TERM}{keys}"), "a");
    assert_eq!(methods(&both)[0], "assume-role");
}

#[test]
fn variables_count_only_without_profile() {
    let env =
        variables(&[("AWS_ACCESS_KEY_ID", "A"), ("AWS_SECRET_ACCESS_KEY", "S"), ("AWS_PROFILE", "base")]);
    let files = profiles("", LONG_TERM);
    let bare = resolve(&files, &env, &Call::Bare);
    assert_eq!((bare.profile.as_str(), methods(&bare)), ("base", vec!["env"]));
    let chosen = resolve(&files, &env, &Call::Profile("base".into()));
    assert_eq!(methods(&chosen), ["shared-credentials-file"]);
    assert_eq!(chosen.steps[0].verdict, ProviderVerdict::IgnoredWithProfile);
    let empty = resolve(&files, &variables(&[("AWS_PROFILE", "")]), &Call::Bare);
    assert_eq!(codes(&empty.errors), ["unknown_profile"], "an empty variable is a name");
}

#[test]
fn credential_source_environment_takes_the_variables() {
    let config = role("a", "credential_source = Environment");
    let files = profiles(&config, "");
    let call = Call::Profile("a".into());
    let env =
        variables(&[("AWS_ACCESS_KEY_ID", "A"), ("AWS_SECRET_ACCESS_KEY", "S"), ("AWS_SESSION_TOKEN", "T")]);
    let found = resolve(&files, &env, &call);
    assert_eq!(methods(&found), ["assume-role", "env"]);
    assert_eq!(codes(&resolve(&files, &Variables::default(), &call).errors), ["no_environment_keys"]);
    let old = variables(&[
        ("AWS_ACCESS_KEY_ID", "A"),
        ("AWS_SECRET_ACCESS_KEY", "S"),
        ("AWS_SESSION_TOKEN", "new"),
        ("AWS_SECURITY_TOKEN", "old"),
    ]);
    let found = resolve(&files, &old, &call);
    let Some(Source::Keys(keys)) = found.source.as_ref().map(Source::base) else {
        panic!("keys expected");
    };
    let token = static_keys(keys, &files, &old).unwrap().session_token.unwrap();
    assert_eq!(token.expose(), "old", "botocore reads the old name first");
}

#[test]
fn credential_source_container_needs_its_variable() {
    let files = profiles(&role("a", "credential_source = EcsContainer"), "");
    let call = Call::Profile("a".into());
    assert_eq!(codes(&resolve(&files, &Variables::default(), &call).errors), ["no_container"]);
    let inside = variables(&[("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2")]);
    assert_eq!(methods(&resolve(&files, &inside, &call)), ["assume-role", "container-role"]);
}

#[test]
fn an_empty_token_file_is_none() {
    let config = role("a", "web_identity_token_file =");
    let keys = "[a]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = s\n";
    assert_eq!(methods(&resolved(&config, keys, "a")), ["shared-credentials-file"]);
    let files = profiles(&role("default", "web_identity_token_file = /t").replace("profile ", ""), keys);
    let hidden = variables(&[("AWS_WEB_IDENTITY_TOKEN_FILE", "")]);
    assert_eq!(codes(&resolve(&files, &hidden, &Call::Bare).errors), ["no_credentials"]);
}

#[test]
fn a_source_has_every_setting_with_its_line() {
    let session = "[sso-session s]\nsso_start_url = https://x\nsso_region = r\nsso_account_id = 1\n";
    let config = format!("{session}[profile a]\nsso_session = s\nsso_role_name = R\n");
    let Some(Source::Sso(sso)) = resolved(&config, "", "a").source else { panic!("an SSO source") };
    let line = |setting: &crate::source::Located<String>| match &setting.at {
        Origin::File(at) => (setting.value.clone(), at.line),
        other => panic!("{other:?}"),
    };
    let found = [&sso.start_url, &sso.region, &sso.account_id, &sso.role_name].map(line);
    let expected = [("https://x", 2), ("r", 3), ("1", 4), ("R", 7)];
    assert_eq!(found, expected.map(|(value, line)| (value.to_owned(), line)));
    assert_eq!(sso.session.as_ref().map(line), Some(("s".to_owned(), 6)));
    assert_eq!(sso.session_lacks, None);
    let of_profile = "[sso-session s]\nsso_start_url = https://x\n[profile a]\nsso_session = s\n\
                      sso_role_name = R\nsso_account_id = 1\nsso_region = r\n";
    let Some(Source::Sso(sso)) = resolved(of_profile, "", "a").source else { panic!("an SSO source") };
    assert_eq!(sso.session_lacks, Some("sso_region"));
}

#[test]
fn an_sso_session_completes_its_profile() {
    let session = "[sso-session s]\nsso_start_url = https://x\nsso_region = r\nsso_account_id = 1\n";
    let profile = |lines: &str| format!("{session}[profile a]\nsso_session = s\n{lines}");
    assert_eq!(methods(&resolved(&profile("sso_role_name = R"), "", "a")), ["sso"]);
    let code = |lines: &str| codes(&resolved(lines, "", "a").errors);
    assert_eq!(code(&profile("sso_role_name = R\nsso_region = other")), ["sso_settings_disagree"]);
    let lost = "[profile a]\nsso_session = lost\nsso_role_name = R\nsso_account_id = 1\n";
    assert_eq!(code(lost), ["missing_sso_session"]);
    let no_region = "[profile a]\nsso_start_url = u\nsso_role_name = R\nsso_account_id = 1\n";
    assert_eq!(code(no_region), ["missing_setting"]);
}

#[test]
fn a_duration_that_is_no_number_is_a_warning() {
    let resolution = resolved(&role("a", "source_profile = base\nduration_seconds = 1h"), LONG_TERM, "a");
    assert_eq!(codes(&resolution.warnings), ["invalid_duration"]);
    assert!(resolution.errors.is_empty());
}

#[test]
fn endpoints_in_botocores_order() {
    let config = "[profile a]\nservices = local\nendpoint_url = http://profile\nregion = r\n[services local]\nsts =\n  endpoint_url = http://services\n";
    let files = profiles(config, "");
    let endpoint = |pairs: &[(&str, &str)]| {
        let resolution = resolve(&files, &variables(pairs), &Call::Profile("a".into()));
        resolution.client.endpoint_url.map(|found| found.value)
    };
    let own = ("AWS_ENDPOINT_URL_STS", "http://sts");
    let all = ("AWS_ENDPOINT_URL", "http://all");
    assert_eq!(endpoint(&[own, all]).as_deref(), Some("http://sts"));
    assert_eq!(endpoint(&[all]).as_deref(), Some("http://all"));
    assert_eq!(endpoint(&[]).as_deref(), Some("http://services"));
    assert_eq!(endpoint(&[own, ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")]), None);
}

#[test]
fn a_switch_is_a_word_alone_and_an_empty_variable_turns_it_off() {
    let config = "[profile a]\nregion = r\nuse_fips_endpoint = TRUE\nuse_dualstack_endpoint = 1\n\
                  ignore_configured_endpoint_urls = true\nendpoint_url = http://profile\n";
    let files = profiles(config, "");
    let of = |pairs: &[(&str, &str)]| {
        let client = resolve(&files, &variables(pairs), &Call::Profile("a".into())).client;
        (client.use_fips, client.use_dual_stack, client.endpoint_url.is_none())
    };
    assert_eq!(of(&[]), (true, false, true));
    let empty = ["AWS_USE_FIPS_ENDPOINT", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"].map(|name| (name, ""));
    assert_eq!(of(&empty), (false, false, false));
    let blanks = [("AWS_USE_FIPS_ENDPOINT", " true "), ("AWS_USE_DUALSTACK_ENDPOINT", "true")];
    assert_eq!(of(&blanks), (false, true, true));
}

#[test]
fn region_and_bundle_are_the_selected_profiles() {
    let config = "[default]\nregion = d\n[profile a]\nca_bundle = /ca.pem\n";
    let files = profiles(config, "");
    let client =
        |pairs: &[(&str, &str)]| resolve(&files, &variables(pairs), &Call::Profile("a".into())).client;
    assert!(client(&[]).region.is_none(), "[default]'s region is not inherited");
    let region = client(&[("AWS_DEFAULT_REGION", "two"), ("AWS_REGION", "one")]).region.unwrap();
    assert_eq!((region.value.as_str(), region.at), ("one", Origin::Variable("AWS_REGION")));
    let hidden =
        resolve(&files, &variables(&[("AWS_REGION", ""), ("AWS_DEFAULT_REGION", "two")]), &Call::Bare);
    assert!(hidden.client.region.is_none(), "an empty variable hides the others");
    assert_eq!(client(&[]).ca_bundle.unwrap().value, "/ca.pem");
    assert_eq!(client(&[("AWS_CA_BUNDLE", "/env.pem")]).ca_bundle.unwrap().value, "/env.pem");
}

#[test]
fn exceptions_of_a_proxy_are_what_python_reads() {
    let is_direct = |exceptions: &str, url| {
        let no_proxy = Some(exceptions.to_owned());
        ProxySettings { no_proxy, ..ProxySettings::default() }.is_direct(url)
    };
    let aws = "https://sts.eu-west-1.amazonaws.com";
    for exceptions in ["localhost, .amazonaws.com", "amazonaws.com", "STS.eu-west-1.amazonaws.com", "*"] {
        assert!(is_direct(exceptions, aws), "{exceptions}");
    }
    for exceptions in ["aws.com,other", "", "*, other", "*.amazonaws.com", "amazonaws.com:443"] {
        assert!(!is_direct(exceptions, aws), "{exceptions}");
    }
    let local = "http://127.0.0.1:4566/path";
    assert!(is_direct("127.0.0.1:4566", local) && is_direct("localhost, .0.0.1", local));
    assert!(!is_direct("127.0.0.1:80", local) && !is_direct("127.0.0.0/8", local));
    assert!(!ProxySettings::default().is_direct(local));
}

#[test]
fn nothing_of_a_resolution_prints_a_secret() {
    let resolution = resolved(&role("a", "source_profile = base"), LONG_TERM, "a");
    assert!(!format!("{resolution:?}").contains("canary-secret"));
}

#[test]
fn what_no_sdk_uses_is_no_warning() {
    // Empty values, blocks and blanks that the readers take differently, in keys of the AWS CLI and of tools.
    let healthy = [
        "output = json # for scripts\ncli_pager =\n",
        "cli_history = enabled ; sometimes\ncli_binary_format = raw-in-base64-out # old\n",
        "s3 =\n  max_queue_size = 1000\n  addressing_style = path\n",
        "x_security_token_expires = 2026-11-23T14:23:00+00:00 # written by a tool\n",
        "x_principal_arn = arn:aws:iam::1:user/a ; note\nmanager = saml2aws # mine\n",
    ];
    for lines in healthy {
        let resolution = resolved(&role("a", &format!("source_profile = base\n{lines}")), LONG_TERM, "a");
        assert_eq!(codes(&resolution.warnings), [] as [&str; 0], "{lines}");
    }
}

#[test]
fn what_an_sdk_uses_and_reads_otherwise_is_a_warning() {
    let config = role("a", "source_profile = base\nexternal_id = a # b\noutput = json # c");
    let resolution = resolved(&config, LONG_TERM, "a");
    assert_eq!(codes(&resolution.warnings), ["readers_disagree"]);
    // A profile that one of them does not see matters where it holds something for it.
    let quoted = |keys: &str| resolved(&format!("[profile \"a b\"]\n{keys}"), "", "a b").warnings;
    assert_eq!(codes(&quoted("output = json\n")), [] as [&str; 0]);
}

#[test]
fn keys_that_no_request_may_hold_are_an_error_of_the_profile() {
    let place = |resolution: &Resolution| {
        let problem = resolution.errors.iter().find(|problem| problem.code == Code::MalformedKeys)?;
        let line = match problem.at {
            Some(Origin::File(at)) => at.line,
            _ => 0,
        };
        Some((problem.args[1].1.clone(), line))
    };
    let file = "[base]\naws_access_key_id = AKIA\n  X\naws_secret_access_key = s\n";
    let found = place(&resolved(&role("a", "source_profile = base"), file, "a"));
    assert_eq!(found, Some(("aws_access_key_id".to_owned(), 2)));
    let file = "[base]\naws_access_key_id = AKIA\naws_secret_access_key = s\naws_security_token = t\u{e9}\n";
    let found = place(&resolved("", file, "base"));
    assert_eq!(found, Some(("aws_security_token".to_owned(), 4)));
    let set = variables(&[("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "a\nb")]);
    let bare = resolve(&profiles("", ""), &set, &Call::Bare);
    assert_eq!(place(&bare), Some(("AWS_SECRET_ACCESS_KEY".to_owned(), 0)));
    assert_eq!(place(&resolved("", LONG_TERM, "base")), None);
}

#[test]
fn a_chain_that_the_aws_cli_does_not_follow_is_said_and_no_stack_overflows() {
    let mut config = role("r0", "source_profile = base");
    for depth in 1..10_000 {
        config.push_str(&role(&format!("r{depth}"), &format!("source_profile = r{}", depth - 1)));
    }
    let files = profiles(&config, LONG_TERM);
    let resolved = |name: &str| resolve(&files, &Variables::default(), &Call::Profile(name.to_owned()));
    let longest = resolved("r318");
    assert_eq!((codes(&longest.errors), methods(&longest).len()), (vec![], 320));
    for name in ["r320", "r500", "r9999"] {
        assert_eq!(codes(&resolved(name).errors), ["chain_too_long"], "{name}");
    }
}

#[test]
fn an_endpoint_off_this_machine_without_encryption_is_warned_of() {
    let warned = |url: &str| {
        let config = format!(
            "[profile r]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\nregion = eu-west-1\nendpoint_url = {url}\n"
        );
        codes(&resolved(&config, LONG_TERM, "r").warnings)
    };
    for open in [
        "http://sts.example.com",
        "HTTP://10.0.0.1:4566/x",
        "http://127.0.0.1@evil.example/",
        "http://localhost.example",
    ] {
        assert_eq!(warned(open), ["endpoint_in_clear"], "{open}");
    }
    for fine in [
        "https://sts.example.com",
        "http://127.0.0.1:4566",
        "http://[::1]:80",
        "http://localhost:4566",
        "http://localstack.localhost",
    ] {
        assert!(warned(fine).is_empty(), "{fine}");
    }
}
