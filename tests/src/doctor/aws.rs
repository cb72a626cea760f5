//! The simulated AWS and the tokens of a set-up.

use aws_files::cache::{AssumeRoleArgs, SsoPortal, login_key, role_key, sso_role_key, sso_token_key};
use aws_sim::{LoginSession, SsoRole, SsoToken};
use base64ct::{Base64, Encoding};
use chrono::{SecondsFormat, TimeDelta, Utc};
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToEncodedPoint;
use serde_json::{Value, json};

use super::keys::Keys;
use super::{Draw, SetUp};

/// Where the AWS CLI keeps the sessions of roles.
pub const CLI_CACHE: &str = ".aws/cli/cache";

/// Where sign-ins to SSO are kept.
pub const SSO_CACHE: &str = ".aws/sso/cache";

/// The client of `aws login` on the machine that has the browser.
const LOGIN_CLIENT: &str = "arn:aws:signin:::devtools/same-device";

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

/// SEC1 with the curve and the public key in it: the AWS CLI reads no shorter form.
fn as_aws_writes(key: &SecretKey) -> String {
    const CURVE: &[u8] = &[0xa0, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
    let point = key.public_key().to_encoded_point(false);
    let der = [
        &[0x30, 0x77, 0x02, 0x01, 0x01, 0x04, 0x20][..],
        &key.to_bytes(),
        CURVE,
        &[0xa1, 0x44, 0x03, 0x42, 0x00],
        point.as_bytes(),
    ]
    .concat();
    format!(
        "-----BEGIN EC PRIVATE KEY-----\n{}\n-----END EC PRIVATE KEY-----\n",
        wrapped(&Base64::encode_string(&der))
    )
}

/// Lines of 64 characters.
fn wrapped(text: &str) -> String {
    let lines: Vec<String> =
        text.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into()).collect();
    lines.join("\n")
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
            signed_in_until: None,
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

    /// Ends a sign-in so many seconds ago, for its file and for AWS.
    pub fn end(&mut self, sign_in: &mut SignIn, seconds: i64) {
        sign_in.token["expiresAt"] = moment(-seconds).into();
        self.sim.world().sso_tokens[0].expires_at = Utc::now().timestamp() - seconds;
    }

    /// The same of one for whose refresh token AWS gives another token.
    pub fn end_refreshable(&mut self, sign_in: &mut SignIn, seconds: i64) {
        let refresh_token = self.draw.token();
        self.home.keep_secret(&refresh_token);
        self.end(sign_in, seconds);
        sign_in.token["refreshToken"] = refresh_token.clone().into();
        self.sim.world().sso_tokens[0].refresh_token = Some(refresh_token);
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

    /// A sign-in of `aws login` whose keys end in so many seconds, not stored yet, and its file. The call is meant
    /// to have its role.
    pub fn login(&mut self, login_session: &str, seconds: i64) -> (Value, String) {
        let role = format!("arn:aws:iam::{}:role/{}", self.account, self.draw.iam_name());
        let keys = self.session_of(&role, seconds);
        let refresh_token = self.draw.token();
        let key = self.draw.signing_key();
        self.home.keep_secret(&refresh_token);
        self.home.set("AWS_ENDPOINT_URL_SIGNIN", &self.sim.url());
        self.sim.world().logins.push(LoginSession {
            role_arn: role.clone(),
            refresh_token: refresh_token.clone(),
            client_id: LOGIN_CLIENT.to_owned(),
            key: key.public_key().to_jwk_string(),
            refused: None,
        });
        self.identity = super::session_arn(&role);
        let token = json!({
            "accessToken": {
                "accessKeyId": keys.id, "secretAccessKey": keys.secret, "sessionToken": keys.token(),
                "accountId": self.account, "expiresAt": moment(seconds),
            },
            "tokenType": "aws_sigv4", "clientId": LOGIN_CLIENT, "refreshToken": refresh_token,
            "idToken": "e30.e30.e30", "dpopKey": as_aws_writes(&key),
        });
        (token, format!(".aws/login/cache/{}", login_key(login_session).file_name()))
    }

    /// A profile with a sign-in of `aws login` that is stored, and its file.
    pub fn login_profile(
        &mut self,
        name: &str,
        seconds: i64,
        change: impl FnOnce(&mut Self, &mut Value),
    ) -> String {
        let login_session = format!("arn:aws:iam::{}:user/{}", self.account, self.draw.iam_name());
        let region = self.region.clone();
        self.config.profile(name).set("login_session", &login_session).set("region", &region);
        let (mut token, file) = self.login(&login_session, seconds);
        change(self, &mut token);
        self.home.write(&file, &token.to_string());
        file
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
