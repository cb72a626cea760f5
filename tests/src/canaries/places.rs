//! The places where a home can hold a secret.

/// A profile that holds one.
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    /// Its lines in the config file.
    pub settings: &'static str,
    /// What a renewal of it says: with each profile, commands come as far as that.
    pub reached: &'static str,
}

const fn profile(name: &'static str, reached: &'static str, settings: &'static str) -> Profile {
    Profile { name, settings, reached }
}

/// Where secrets stand, a profile each.
pub const PROFILES: &[Profile] = &[
    profile(
        "wrapped",
        "malformed_keys",
        "aws_access_key_id = AKIAIOSFODNN7EXAMPLF\naws_secret_access_key = /CANARYFEMI0/K7MDENG/bPxRfiCYEXA\n   CANARYwrapped\nregion = eu-central-1",
    ),
    profile(
        "nested",
        "host_failed",
        "region = eu-central-1\ns3 =\n  endpoint_url = http://ana:CANARYinner@127.0.0.1:9\n  secret_key = CANARYinnerkey\n  aws_session_tokn = CANARYinnertoken",
    ),
    profile(
        "commented",
        "host_failed",
        "region = eu-central-1\n# aws_secret_access_key = CANARYcommented\n#aws_session_token =\n#   CANARYbelow\n; aws_secret_access_key: CANARYcolon",
    ),
    profile(
        "address",
        "network",
        "role_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = base\nregion = eu-central-1\nendpoint_url = http://ana:CANARYpw1@127.0.0.1:9/x?token=CANARYquery",
    ),
    profile(
        "url",
        "network",
        "role_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = base\nregion = eu-central-1\nservices = custom",
    ),
    profile(
        "program",
        "process_failed",
        "credential_process = /bin/sh -c 'echo \"token: CANARYsaid, pass \\\"CANARY correct horse\\\"\" >&2; exit 1' x --password CANARYargument",
    ),
    profile(
        "flags",
        "process_failed",
        "credential_process = /bin/sh -c 'exit 1' x --key CANARYkey --auth=CANARYauth -H \"Authorization: Bearer CANARYbearer\" PASS=CANARYpass https://ana:CANARYpw2@127.0.0.1:9/?t=CANARYt",
    ),
    profile(
        "swapped",
        "invalid_setting",
        "role_arn = CANARYFEMI4/K7MDENG/bPxRfiCYEXAMPLEKEYs\nsource_profile = base\nregion = CANARYFEMI3/K7MDENG/bPxRfiCYEXAMPLEKEYs\nmfa_serial = CANARYFEMI5/K7MDENG/bPxRfiCYEXAMPLEKEYs\noutput = CANARYFEMI6/K7MDENG/bPxRfiCYEXAMPLEKEYs\nduration_seconds = CANARYFEMI7/K7MDENG/bPxRfiCYEXAMPLEKEYs",
    ),
    profile(
        "device",
        "needs_mfa",
        "role_arn = arn:aws:iam::123456789012:role/prod-admin\nsource_profile = base\nmfa_serial = CANARYFEMI8/K7MDENG/bPxRfiCYEXAMPLEKEYs\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "cutoff",
        "process_failed",
        "credential_process = /bin/sh -c 'echo \"{\\\"Version\\\": 1, \\\"SecretAccessKey\\\": \\\"CANARYjson\\\"\"'",
    ),
    profile(
        "misplaced",
        "still_fresh",
        "aws_access_key_id = /CANARYFEMI2/K7MDENG/bPxRfiCYEXAMPLEKEYs\naws_secret_access_key = CANARYsecret2\naws_session_tokn = CANARYmisspelt\nold_password = CANARYpassword",
    ),
    profile(
        "chain",
        "invalid_key",
        "role_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = misplaced\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "sso",
        "needs_sign_in",
        "sso_start_url = https://ana:CANARYsso@example.awsapps.com/start?CANARYstart\nsso_region = eu-central-1\nsso_account_id = 123456789012\nsso_role_name = admin",
    ),
    profile(
        "portal",
        "needs_sign_in",
        "sso_start_url = https://example.awsapps.com/start\nsso_region = eu-central-1\nsso_account_id = 123456789012\nsso_role_name = admin",
    ),
    profile(
        "identity",
        "identity_token_unusable",
        "role_arn = arn:aws:iam::123456789012:role/project1\nweb_identity_token_file = token\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "container",
        "host_failed",
        "role_arn = arn:aws:iam::123456789012:role/project1\ncredential_source = EcsContainer\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "environment",
        "invalid_key",
        "role_arn = arn:aws:iam::123456789012:role/project1\ncredential_source = Environment\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "denied",
        "access_denied",
        "role_arn = arn:aws:iam::123456789012:role/partner\nsource_profile = base\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "repeated",
        "access_denied",
        "role_arn = arn:aws:iam::123456789012:role/short\nsource_profile = base\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "code",
        "needs_mfa",
        "role_arn = arn:aws:iam::123456789012:role/prod-admin\nsource_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/ana\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "command",
        "mfa_process_failed",
        "role_arn = arn:aws:iam::123456789012:role/prod-admin\nsource_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/ana\nmfa_process = /bin/sh -c 'echo \"the token CANARYsaid gives $((840916+1))\" >&2; exit 1' x --secret=CANARYtotp --key CANARYseed -b CANARYDPEHPK3PXP\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile(
        "works",
        "renewed",
        "role_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = base\nregion = eu-central-1\nendpoint_url = SIM",
    ),
    profile("pasted", "not_renewable", "region = eu-central-1\nendpoint_url = SIM"),
    profile(
        "signed_in",
        "needs_sign_in",
        "login_session = arn:aws:iam::123456789012:user/ana\nregion = eu-central-1",
    ),
];

/// Profiles for which the AWS CLI refuses the whole file.
pub(super) const BROKEN: &[(&str, &str)] = &[
    (
        "continued",
        "aws_access_key_id = AKIAIOSFODNN7EXAMPLF\naws_secret_access_key =\n   /CANARYFEMI1/K7MDENG/bPxRfiCYEXAMPLEKEYs\nregion = eu-central-1",
    ),
    ("short", "aws_session_token =\n   CANARYshort\nregion = eu-central-1"),
    (
        "colon",
        "aws_access_key_id = AKIAIOSFODNN7EXAMPLF\naws_secret_access_key CANARYnosign\nregion = eu-central-1",
    ),
    ("proxied", "region = eu-central-1\nhttp://ana:CANARYline@127.0.0.1:9/?x=CANARYlinequery"),
];

/// The credentials file, below the keys that are good.
pub(super) const CREDENTIALS: &str = "
# before: AKIAIOSFODNN7EXAMPLG CANARYolderI/K7MDENG/bPxRfiCYEXAMPLEKEYxx
[pasted]
aws_access_key_id = ASIAIOSFODNN7EXAMPLH
aws_secret_access_key = CANARYpastedkey
aws_session_token = CANARYpastedtoken
aws_security_token = CANARYsecurity
; aws_session_token = CANARYbefore
";

/// Files, and what stands in them.
pub(super) const FILES: &[(&str, &str)] = &[
    ("token", "CANARYtoken.eyJhIjoxfQ.x"),
    (
        ".zshrc",
        "export GITHUB_TOKEN=CANARYgithub\nexport AWS_SECRET_ACCESS_KEY=CANARYzshrc AWS_SESSION_TOKEN='CANARY two'\n",
    ),
    (".bashrc", "alias deploy='AWS_SECRET_ACCESS_KEY=CANARYalias aws s3 ls'\n"),
    (".aws/boto/cache/0123.json", "{\"Credentials\": {\"SecretAccessKey\": \"CANARYboto\"}}"),
    (".profile", "export AWS_SECRET_ACCESS_KEY=\\\nCANARYnextline\n"),
    (".config/fish/config.fish", "set -gx AWS_SESSION_TOKEN CANARYfish\n"),
    (".config/environment.d/aws.conf", "AWS_SECRET_ACCESS_KEY=CANARYenvironmentd\n"),
    (".config/sandglass/preferences.toml", "proxy = \"http://ana:CANARYproxy@127.0.0.1:9\"\n"),
    (".aws/cli/cache/0123.json", "{\"Credentials\": {\"SecretAccessKey\": \"CANARYcached\"}}"),
    (".aws/sso/cache/0123.json", "{\"accessToken\": \"CANARYaccess\", \"clientSecret\": \"CANARYclient\"}"),
    (
        // The one of `portal`.
        ".aws/sso/cache/e8be5486177c5b5392bd9aa76563515b29358e6e.json",
        "{\"startUrl\": \"https://example.awsapps.com/start\", \"region\": \"eu-central-1\", \"accessToken\": \"CANARYportal\", \
         \"expiresAt\": \"2099-01-01T00:00:00Z\", \"refreshToken\": \"CANARYportalrefresh\", \"clientSecret\": \"CANARYportalclient\"}",
    ),
    (
        // The one of `signed_in`.
        ".aws/login/cache/b2b5a3795600f77a089fcfb9343ad775fd5212cd31b1bbdc2bb1397fd1b68abf.json",
        "{\"accessToken\": {\"accessKeyId\": \"ASIAIOSFODNN7EXAMPLI\", \"secretAccessKey\": \"CANARYlogin\", \
         \"sessionToken\": \"CANARYlogintoken\", \"accountId\": \"123456789012\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}, \
         \"clientId\": \"arn:aws:signin:::devtools/same-device\", \"refreshToken\": \"CANARYrefresh\", \"idToken\": \"CANARYid\", \
         \"dpopKey\": \"CANARYdpop\"}",
    ),
    // A line that no version of Sandglass wrote.
    (
        ".local/state/sandglass/history.jsonl",
        "{\"at\":\"2026-01-01T00:00:00Z\",\"profile\":\"works\",\"failed\":\"access_denied\",\"detail\":\"CANARYhistory\"}\n",
    ),
];

/// Variables, and what they hold.
pub(super) const VARIABLES: &[(&str, &str)] = &[
    ("HTTPS_PROXY", "http://ana:CANARYvariable@127.0.0.1:9"),
    ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9/x?t=CANARYcontainer"),
    ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "CANARYauthorization"),
    ("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLJ"),
    ("AWS_SECRET_ACCESS_KEY", "CANARYexported"),
    ("AWS_SESSION_TOKEN", "CANARYexportedtoken"),
    ("AWS_ENDPOINT_URL_S3", "http://ana:CANARYs3@127.0.0.1:9/?x=CANARYs3query"),
];

/// A section for addresses.
pub(super) const SERVICES: &str =
    "[services custom]\nsts =\n  endpoint_url = http://ana:CANARYnested@127.0.0.1:9\n\n";

/// What AWS says when it refuses a role: others' words, a token in them, and what it was sent.
pub(super) const REFUSALS: &[(&str, &str)] = &[
    ("partner", "no identity-based policy allows it, token=CANARYserver"),
    (
        "short",
        "The Canonical String for this request should have been 'POST / x-amz-security-token:CANARYsigned \
         https://ana:CANARYreferer@example.com/?code=CANARYreturned', and the MFA code 840917 was sent",
    ),
];
