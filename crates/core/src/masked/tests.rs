use proptest::prelude::*;

use super::*;

#[test]
fn an_address_lets_nobody_in() {
    for (address, shown) in [
        ("http://ana:CANARY@host:8080/x", "http://host:8080/x"),
        ("http://ana:CAN/ARY@host", "http://host"),
        ("http://ana:CAN@ARY@host/y", "http://host/y"),
        ("http://ana:CAN?ARY@host/y", "http://host/y"),
        ("http://ana:CAN#ARY@host/y", "http://host/y"),
        ("ana:CANARY@host:3128", "host:3128"),
        ("http://169.254.170.2/v2/x?t=CANARY", "http://169.254.170.2/v2/x"),
        ("http://[::1]:8080/#CANARY", "http://[::1]:8080/"),
        ("https://hooks.example.com/T0/CANARYabcdefgh1234567", "https://hooks.example.com/T0/****"),
        ("https://sts.eu-central-1.amazonaws.com", "https://sts.eu-central-1.amazonaws.com"),
        ("localhost:4566", "localhost:4566"),
        ("https://d-1.awsapps.com/start#/", "https://d-1.awsapps.com/start#/"),
        ("", ""),
    ] {
        assert_eq!(shown_url(address), shown, "{address}");
    }
}

#[test]
fn settings_are_shown_without_secrets_wherever_they_stand() {
    for (key, value) in [
        ("aws_secret_access_key", "CANARY"),
        ("aws_access_key_id", "CANARYtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        ("aws_session_tokn", "CANARY"),
        ("region", "/CANARYnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEYx"),
        ("credential_process", "/bin/vault --password CANARY"),
        ("mfa_process", "/usr/bin/oathtool --totp -b CANARYWY3DPEHPK3PXP"),
        ("mfa_process", "/usr/bin/otp --seed=CANARYWY3DPEHPK3PXP"),
        ("mfa_process", "/bin/otp --password CANARY"),
        ("endpoint_url", "http://ana:CANARY@host"),
        ("endpoint_url", "ana:CANARY@host"),
        ("sts", "http://x?token=CANARY"),
        ("vendor_token", "CANARY"),
        ("vendor_access_key", "CANARY"),
        ("note", "ghp-CANARY7nFEMIK7MDENGbPxRfi"),
        ("note", "xoxb_CANARYd41d8cd98f00b204"),
        ("note", "pat-CANARYQWERTYasdfghUIOPZX"),
    ] {
        assert!(!shown_setting(key, value).contains("CANARY"), "{key} = {value}");
        assert!(is_secret_setting(key, value) || value.contains(['/', ':']), "{key} = {value}");
    }
    for (key, value) in [
        ("role_arn", "arn:aws:iam::123456789012:role/platform/DeploymentsOfTheWebShop2026"),
        ("aws_access_key_id", "AKIAIOSFODNN7EXAMPLE"),
        ("credential_process", "/opt/tools/get-credentials --profile prod-readonly-2026"),
        ("mfa_process", "op item get \"AWS prod\" --otp"),
        ("mfa_process", "ykman oath accounts code --single AWS:ana"),
        ("sso_start_url", "https://example.awsapps.com/start"),
        ("web_identity_token_file", "/var/run/secrets/eks.amazonaws.com/serviceaccount/token"),
        ("aws_session_token_expiration", "2026-11-23T22:51:41Z"),
        ("source_profile", "company-production-eu-central-1-readonly"),
        ("sso_role_name", "123456789012_AdministratorAccessReadOnly"),
        ("sso_role_name", "team-ProductionAccounts2026"),
        ("sso_role_name", "data_MyVeryLongRoleNameForTeamA1"),
        ("source_profile", "corp-productionadministrators2"),
    ] {
        assert_eq!(shown_setting(key, value), value);
        assert!(!is_secret_setting(key, value), "{key}");
    }
}

#[test]
fn of_variables_only_those_of_secrets_are_secret() {
    for (name, value, secret) in [
        ("AWS_REGION", "eu-central-1", false),
        ("AWS_PROFILE", "company-production-eu-central-1-readonly", false),
        ("AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/token", false),
        ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/var/run/token", false),
        ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "t", true),
        ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", false),
        ("AWS_ACCESS_KEY_ID", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", true),
        ("AWS_SESSION_TOKEN", "t", true),
        ("AWS_REGION", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", true),
    ] {
        assert_eq!(is_secret(name, value), secret, "{name}");
    }
}

#[test]
fn what_a_sentence_names_holds_no_secret() {
    let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    for (name, value) in [
        ("detail", "token=CANARY"),
        ("reason", "Bearer CANARYx1"),
        ("url", "http://ana:CANARY@host"),
        ("path", "see http://ana:CANARY@host"),
    ] {
        assert!(!shown_argument(name, value).contains("CANARY"), "{name}");
    }
    assert_eq!(shown_argument("value", secret), aws_files::MASK);
    for said in ["eu-central-1", "arn:aws:iam::123456789012:role/platform/DeploymentsOfTheWebShop2026", "dev"]
    {
        assert_eq!(shown_argument("value", said), said);
    }
    for (key, value) in
        [("aws_session_token", "\nCANARY"), ("s3", "\nsecret_key = CANARY\nx = http://ana:CANARY@h")]
    {
        assert!(!shown_setting(key, value).contains("CANARY"), "{key}");
    }
    for (address, shown) in [
        ("http://ana:CANARY@corp:3128", "http://****@corp:3128"),
        ("http://CANARY@corp", "http://****@corp"),
        ("https://corp:3128", "https://corp:3128"),
        ("", ""),
    ] {
        assert_eq!(shown_in_form(address), shown);
    }
    assert_eq!(shown_setting("http", "//ana:CANARY@host/x?k=CANARY"), "//host/x");
}

#[test]
fn of_a_program_lines_show_nothing_it_is_given() {
    let text = "[profile x]\ncredential_process = /opt/tool --key CANARY -H \"Authorization: Bearer CANARY\"\n\
                # credential_process: /opt/tool --auth=CANARY\nendpoint_url = http://ana:CANARY@h\n";
    let shown = shown_lines(&Document::parse(aws_files::FileKind::Config, text.as_bytes()));
    assert!(!shown.concat().contains("CANARY"), "{shown:?}");
    assert!(shown[1].starts_with("credential_process = /opt/tool --key ****"), "{shown:?}");
}

#[test]
fn words_that_follow_the_name_of_a_secret_go() {
    for said in [
        "https://ana:CANARYpw@vault.example.com/v1",
        "token: CANARY.abc.def",
        "invalid token s.CANARYabcdefgh12345",
        "hvs.CANARYQabcdefgh",
        "pass \"CANARY correct horse\"",
        "sh -c 'echo \"pass \\\"CANARY correct horse\\\"\" >&2'",
        "password=CANARY",
        "--password CANARY",
        "--client-secret=CANARY --x",
        "'password': 'CANARY horse'",
        "{\"SessionToken\": \"CANARY\", \"a\": 1}",
        "Authorization: Bearer CANARY",
        "export AWS_SECRET_ACCESS_KEY=CANARY",
        "secret CANARY",
        "key /CANARYtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "/CANARYnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEYx",
        "eyJCANARY.eyJzdWIi.abc",
        "api_key : CANARY",
        "passphrase is 'x' and pwd:CANARY",
    ] {
        let shown = shown_words(said);
        assert!(!shown.contains("CANARY"), "{said}: {shown}");
    }
    assert_eq!(
        shown_words("otp 123456, code 654321 or mfa code: 111111"),
        "otp ****, code **** or mfa code: ****"
    );
}

#[test]
fn sentences_stay() {
    for said in [
        "vault: cannot open /home/ana/.config/vault.yaml: no such file (2)",
        "The security token included in the request is expired",
        "The AWS Access Key ID needs a subscription for the service",
        "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: sts:AssumeRole on resource: \
         arn:aws:iam::123456789012:role/platform/DeploymentsOfTheWebShop2026",
        "exit code 255, status code: 403, RequestID: 8b6d0f6a-1c2d-4e5f-8a9b-0c1d2e3f4a5b",
        "MultiFactorAuthentication failed with invalid MFA one time pass code.",
        "connection refused",
        "File too large (os error 27) at path \"/tmp/.tmpQ3xYzA/.local/state/sandglass/undo/.tmpW8aBcD/changes.json\"",
        "An error occurred (ExpiredToken) when calling: InvalidClientTokenId: The security token is invalid",
    ] {
        assert_eq!(shown_words(said), said);
    }
}

#[test]
fn a_key_with_a_name_in_it_is_no_name() {
    assert_eq!(shown_words("/+0aa0a00A0aA+aAAAA/0aAa+A0Aaa+AAaAaa/+A.a"), "****");
    assert_eq!(shown_url("ana:CANARY://@host"), "host");
    for key in ["+0+A+aa0aaaPW+A0+++Aa000++A0A++A00aAAaaa", "wJalrXUtnFEMIkeyMDENG+bPxRfiCYzEXAMPLE0K"] {
        assert_eq!(shown_words(key), "****");
        assert!(!shown_words(&format!("{key}=x")).contains(key));
    }
}

proptest! {
    #[test]
    fn no_password_of_an_address_is_shown(
        password in "[a-z0-9@:/?#%&=+.-]{0,12}", tail in "(/x)?(\\?y)?", scheme in "(https?://)?",
    ) {
        let shown = shown_url(&format!("{scheme}ana:CANARY{password}@host{tail}"));
        prop_assert!(!shown.contains("CANARY"), "{}", shown);
    }

    #[test]
    fn nothing_breaks_it(text in any::<String>()) {
        let _ = (shown_words(&text), shown_url(&text));
    }

    #[test]
    fn a_secret_key_is_known_wherever_it_stands(
        key in "[A-Za-z0-9+/]{40}", before in "[a-z :,\"'(]{0,9}", after in "([ ,.)\"'\n][a-z ]{0,5})?",
    ) {
        let mixed = key.bytes().any(|c| c.is_ascii_digit()) && key.bytes().any(|c| c.is_ascii_uppercase());
        let wordy = key.matches('/').count() <= 4;
        prop_assume!(mixed && wordy);
        let before = format!("{before} ");
        let shown = shown_words(&format!("{before}{key}{after}"));
        prop_assert!(!shown.contains(&key), "{}", shown);
    }
}
