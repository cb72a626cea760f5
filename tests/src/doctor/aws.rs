//! What a set-up's AWS and its tokens hold.

use aws_files::cache::{AssumeRoleArgs, SsoPortal, login_key, role_key, sso_role_key, sso_token_key};
use aws_sim::{SsoRole, SsoToken};
use chrono::{SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};

use super::keys::Keys;
use super::{Draw, SetUp};

/// Where the AWS CLI keeps the sessions of roles.
pub const CLI_CACHE: &str = ".aws/cli/cache";

/// Where sign-ins to SSO are kept.
pub const SSO_CACHE: &str = ".aws/sso/cache";

/// `2026-11-23T22:51:41Z`, so many seconds from now.
pub fn moment(seconds: i64) -> String {
    (Utc::now() + TimeDelta::seconds(seconds)).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A sign-in to SSO with one permission set, in the making.
pub struct SignIn {
    /// `sso_account_id`.
    pub account: String,
    /// `sso_role_name`.
    pub role: String,
    /// `sso_start_url`.
    pub start_url: String,
    /// `sso_region`.
    pub region: String,
    /// The name of the sso-session; none in the legacy form.
    pub session: Option<String>,
    /// What the token file says.
    pub token: Value,
}

impl SetUp {
    /// A profile that signs in to SSO, in the newer form, and a sign-in of an hour that is not stored yet.
    pub fn sso_profile(&mut self, name: &str) -> SignIn {
        let session = format!("s-{}", self.draw.iam_name());
        let sign_in = self.sign_in(Some(session.clone()));
        let header = format!("sso-session {session}");
        let section = self.config.section(&header).set("sso_start_url", &sign_in.start_url);
        section.set("sso_region", &sign_in.region).set("sso_registration_scopes", "sso:account:access");
        let profile = self.config.profile(name).set("sso_session", &session).set("region", &sign_in.region);
        profile.set("sso_account_id", &sign_in.account).set("sso_role_name", &sign_in.role);
        sign_in
    }

    /// The same in the legacy form.
    pub fn legacy_sso_profile(&mut self, name: &str) -> SignIn {
        let sign_in = self.sign_in(None);
        let profile = self.config.profile(name).set("sso_start_url", &sign_in.start_url);
        profile.set("sso_region", &sign_in.region).set("region", &sign_in.region);
        profile.set("sso_account_id", &sign_in.account).set("sso_role_name", &sign_in.role);
        sign_in
    }

    /// A sign-in that the portal knows for an hour. The call is meant to have its role.
    pub fn sign_in(&mut self, session: Option<String>) -> SignIn {
        self.home.set("AWS_ENDPOINT_URL_SSO", &self.sim.url());
        self.home.set("AWS_ENDPOINT_URL_SSO_OIDC", &self.sim.url());
        let (access, client) = (self.draw.token(), self.draw.token());
        self.home.keep_secret(&access);
        self.home.keep_secret(&client);
        let (start_url, region, role) = (self.draw.start_url(), self.region.clone(), self.draw.iam_name());
        let account = self.account.clone();
        self.sim.world().sso_tokens.push(SsoToken {
            access_token: access.clone(),
            expires_at: Utc::now().timestamp() + 3600,
            refresh_token: None,
            client_id: "client".to_owned(),
            client_secret: client.clone(),
            roles: vec![SsoRole { account_id: account.clone(), name: role.clone() }],
        });
        self.identity = format!(":assumed-role/AWSReservedSSO_{role}_");
        let token = json!({
            "startUrl": start_url, "region": region, "accessToken": access, "expiresAt": moment(3600),
            "clientId": "client", "clientSecret": client, "registrationExpiresAt": moment(86_400 * 60),
        });
        SignIn { account, role, start_url, region, session, token }
    }

    /// Stores a sign-in as `aws sso login` does.
    pub fn store(&mut self, sign_in: &SignIn) {
        self.home.write(&sign_in.file(), &sign_in.token.to_string());
    }

    /// Stores a sign-in whose file is at fault.
    pub fn store_fault(&mut self, sign_in: &SignIn) {
        self.store(sign_in);
        self.at_file(&sign_in.file());
    }

    /// Stores a sign-in of `aws login` that is good for a quarter of an hour.
    pub fn store_login(&mut self, login_session: &str) {
        let (_, keys) = self.session(900);
        let entry = json!({
            "accessToken": {
                "accessKeyId": keys.id, "secretAccessKey": keys.secret, "sessionToken": keys.token(),
                "accountId": self.account, "expiresAt": moment(900),
            },
            "tokenType": "aws_sigv4", "clientId": "arn:aws:signin:::devtools/same-device",
            "refreshToken": self.draw.token(), "idToken": "e30.e30.e30",
            "dpopKey": "-----BEGIN EC PRIVATE KEY-----\ninvented\n-----END EC PRIVATE KEY-----\n",
        });
        let file = format!(".aws/login/cache/{}", login_key(login_session).file_name());
        self.home.write(&file, &entry.to_string());
    }

    /// Temporary keys that end in so many seconds, and whose they are.
    pub fn session(&mut self, seconds: i64) -> (String, Keys) {
        let role = format!("arn:aws:iam::{}:role/{}", self.account, self.draw.iam_name());
        let keys = self.session_of(&role, seconds);
        (super::session_arn(&role), keys)
    }

    /// Temporary keys of a role.
    pub fn session_of(&mut self, role: &str, seconds: i64) -> Keys {
        let name = self.draw.iam_name();
        let made = self.sim.world().session_of_role(role, &name, seconds);
        let (id, secret, token) = (made.access_key_id, made.secret_access_key, Some(made.session_token));
        let keys = Keys { id, secret, token };
        self.keep(&keys);
        keys
    }

    /// What the AWS CLI keeps of a role's session; the file's name.
    pub fn cache_role(&mut self, role: &str, keys: &Keys, seconds: i64) -> String {
        self.cache(&AssumeRoleArgs { role_arn: role, ..AssumeRoleArgs::default() }, keys, seconds)
    }

    /// The same for a role that is assumed with more than its ARN.
    pub fn cache(&mut self, arguments: &AssumeRoleArgs<'_>, keys: &Keys, seconds: i64) -> String {
        let entry = json!({
            "Credentials": credentials(keys, seconds),
            "AssumedRoleUser": {
                "AssumedRoleId": "AROAEXAMPLEEXAMPLE123:cached",
                "Arn": super::session_arn(arguments.role_arn) + "cached",
            },
            "ResponseMetadata": {"RequestId": "0", "HTTPStatusCode": 200, "HTTPHeaders": {}, "RetryAttempts": 0},
        });
        let file = format!("{CLI_CACHE}/{}", role_key(arguments).file_name());
        self.home.write(&file, &entry.to_string());
        file
    }

    /// What the AWS CLI keeps of a role that SSO gave; the file's name.
    pub fn cache_sso(&mut self, sign_in: &SignIn, keys: &Keys, seconds: i64) -> String {
        let entry = json!({"ProviderType": "sso", "Credentials": credentials(keys, seconds)});
        let key = sso_role_key(&sign_in.account, &sign_in.role, sign_in.portal());
        let file = format!("{CLI_CACHE}/{}", key.file_name());
        self.home.write(&file, &entry.to_string());
        file
    }
}

impl SignIn {
    /// The token's file, from the home.
    pub fn file(&self) -> String {
        format!("{SSO_CACHE}/{}", sso_token_key(self.portal()).file_name())
    }

    fn portal(&self) -> SsoPortal<'_> {
        match &self.session {
            Some(session) => SsoPortal::Session(session),
            None => SsoPortal::StartUrl(&self.start_url),
        }
    }
}

fn credentials(keys: &Keys, seconds: i64) -> Value {
    json!({
        "AccessKeyId": keys.id, "SecretAccessKey": keys.secret, "SessionToken": keys.token(),
        "Expiration": moment(seconds),
    })
}

/// A token as an identity provider writes it: three parts, the middle one says when it ends. Nobody
/// checks the signature here.
pub fn identity_token(draw: &mut Draw, ends_at: i64) -> String {
    let part = |value: &Value| base64url(value.to_string().as_bytes());
    let head = part(&json!({"alg": "RS256", "typ": "JWT"}));
    let claims = json!({
        "iss": "https://oidc.example.test", "aud": "sts.amazonaws.com", "sub": "ci", "iat": ends_at - 7200,
        "exp": ends_at,
    });
    format!("{head}.{}.{}", part(&claims), base64url(draw.secret().as_bytes()))
}

fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let letter = |bits: u32| char::from(LETTERS[(bits & 63) as usize]);
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let letters = [bits >> 18, bits >> 12, bits >> 6, bits].map(letter);
        text.extend(&letters[..=chunk.len()]);
    }
    text
}
