//! One machine: a home, variables, programs on its PATH, and the AWS it calls.

use std::any::Any;
use std::path::PathBuf;

use aws_sim::{AccessKey, Role, Sim, User, World};

use super::keys::Keys;
use super::programs::{Cli, install};
use super::text_file::TextFile;
use super::{Call, Draw, bystanders};
use crate::Home;

/// A set-up in the making. A case says what is in it, and which part is at fault.
pub struct SetUp {
    /// What differs from run to run.
    pub draw: Draw,
    /// The home.
    pub home: Home,
    /// Its AWS.
    pub sim: Sim,
    /// `~/.aws/config`.
    pub config: TextFile,
    /// `~/.aws/credentials`.
    pub credentials: TextFile,
    /// The account that everything is in.
    pub account: String,
    /// The region of its profiles.
    pub region: String,
    /// What is called.
    pub call: Call,
    /// Where the config file is, from the home.
    pub config_at: String,
    /// Where the credentials file is, from the home.
    pub credentials_at: String,
    /// The AWS CLI on its PATH.
    pub cli: Cli,
    /// What the real AWS CLI is given besides the command.
    pub cli_arguments: Vec<String>,
    /// A part of the ARN that the call is meant to have.
    pub identity: String,
    /// Where the fault stands.
    pub places: Vec<Place>,
    /// Listeners and files that last as long as the set-up.
    pub kept_alive: Vec<Box<dyn Any>>,
    names: Vec<String>,
    finishing: Vec<Last>,
}

/// Something done once the files are written.
type Last = Box<dyn FnOnce(&mut SetUp)>;

/// Where a fault stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line of a file whose name ends so; or any of several.
    Lines(String, std::ops::RangeInclusive<usize>),
    /// A file whose name ends so.
    File(String),
    /// A variable.
    Variable(String),
}

impl SetUp {
    /// An empty home and an empty AWS.
    pub fn new(mut draw: Draw) -> Self {
        let sim = Sim::start(World::default()).expect("a free port");
        let mut home = Home::empty();
        home.set("AWS_ENDPOINT_URL_STS", &sim.url());
        let (account, region) = (draw.account(), draw.region());
        Self {
            draw,
            home,
            sim,
            config: TextFile::default(),
            credentials: TextFile::default(),
            account,
            region,
            call: Call::Plain,
            config_at: ".aws/config".to_owned(),
            credentials_at: ".aws/credentials".to_owned(),
            cli: Cli::V2,
            cli_arguments: Vec::new(),
            identity: String::new(),
            places: Vec::new(),
            kept_alive: Vec::new(),
            names: vec!["default".to_owned()],
            finishing: Vec::new(),
        }
    }

    /// A name no other profile of this home has or resembles.
    pub fn name(&mut self) -> String {
        loop {
            let name = self.draw.profile_name();
            let begin = |name: &str| name.chars().take(4).collect::<String>();
            if self.names.iter().all(|other| begin(other) != begin(&name)) {
                self.names.push(name.clone());
                return name;
            }
        }
    }

    /// A user of the account, with long-term keys.
    pub fn user(&mut self) -> (String, Keys) {
        let keys = Keys { id: self.draw.access_key_id("AKIA"), secret: self.draw.secret(), token: None };
        let arn = format!("arn:aws:iam::{}:user/{}", self.account, self.draw.iam_name());
        self.keep(&keys);
        let key = AccessKey { id: keys.id.clone(), secret: keys.secret.clone(), inactive: false };
        let user = User { arn: arn.clone(), access_keys: vec![key], mfa_devices: Vec::new() };
        self.sim.world().users.push(user);
        (arn, keys)
    }

    /// Keys that no AWS knows.
    pub fn strange_keys(&mut self, prefix: &str) -> Keys {
        let token = (prefix == "ASIA").then(|| self.draw.token());
        let keys = Keys { id: self.draw.access_key_id(prefix), secret: self.draw.secret(), token };
        self.keep(&keys);
        keys
    }

    /// A role that the account trusts; its ARN.
    pub fn role(&mut self) -> String {
        self.role_with(|_| {})
    }

    /// A role of some kind.
    pub fn role_with(&mut self, change: impl FnOnce(&mut Role)) -> String {
        let arn = format!("arn:aws:iam::{}:role/{}", self.account, self.draw.iam_name());
        let mut role = Role {
            arn: arn.clone(),
            trusts: vec![self.account.clone()],
            external_id: None,
            requires_mfa: false,
            max_session_duration: 43_200,
            session_seconds: None,
        };
        change(&mut role);
        self.sim.world().roles.push(role);
        arn
    }

    /// A profile with a user's keys; its name.
    pub fn keys_profile(&mut self) -> String {
        let name = self.name();
        let (arn, keys) = self.user();
        self.credentials.section(&name).keys(&keys);
        let region = self.region.clone();
        self.config.profile(&name).set("region", &region);
        self.identity = arn;
        name
    }

    /// A profile with a region, for what follows; it is asked for, and gives this identity.
    pub fn asked_profile(&mut self, identity: &str) -> String {
        let (name, region) = (self.name(), self.region.clone());
        self.config.profile(&name).set("region", &region);
        identity.clone_into(&mut self.identity);
        self.ask(&name);
        name
    }

    /// A profile that assumes a role from another; its name.
    pub fn role_profile(&mut self, source: &str) -> String {
        let role = self.role();
        let name = self.name();
        self.role_section(&name, &role).set("source_profile", source);
        name
    }

    /// The section of a role, still without its source. The call is meant to be a session of it.
    pub fn role_section(&mut self, name: &str, role: &str) -> &mut super::Section {
        self.identity = session_arn(role);
        let region = self.region.clone();
        self.config.profile(name).set("role_arn", role).set("region", &region)
    }

    /// `--profile NAME` or `AWS_PROFILE=NAME`, as drawn.
    pub fn ask(&mut self, name: &str) {
        if self.draw.one_in(3) { self.ask_by_variable(name) } else { self.ask_by_argument(name) }
    }

    /// `--profile NAME`.
    pub fn ask_by_argument(&mut self, name: &str) {
        self.call = Call::Argument(name.to_owned());
    }

    /// `AWS_PROFILE=NAME`.
    pub fn ask_by_variable(&mut self, name: &str) {
        self.home.set("AWS_PROFILE", name);
        self.call = Call::Plain;
    }

    /// Puts keys into variables.
    pub fn export(&mut self, keys: &Keys) {
        self.home.set("AWS_ACCESS_KEY_ID", &keys.id);
        self.home.set("AWS_SECRET_ACCESS_KEY", &keys.secret);
        if let Some(token) = &keys.token {
            self.home.set("AWS_SESSION_TOKEN", token);
        }
    }

    /// Sets the variable that is at fault.
    pub fn fault_variable(&mut self, name: &str, value: &str) {
        self.home.set(name, value);
        self.at_variable(name);
    }

    /// A variable is at fault.
    pub fn at_variable(&mut self, name: &str) {
        self.places.push(Place::Variable(name.to_owned()));
    }

    /// A file is at fault.
    pub fn at_file(&mut self, name: &str) {
        self.places.push(Place::File(name.to_owned()));
    }

    /// What is never to be printed.
    pub fn keep(&mut self, keys: &Keys) {
        self.home.keep_secret(&keys.secret);
        if let Some(token) = &keys.token {
            self.home.keep_secret(token);
        }
    }

    /// Something that lasts as long as the set-up.
    pub fn hold<T: 'static>(&mut self, kept: T) {
        self.kept_alive.push(Box::new(kept));
    }

    /// Something to be done once the files are written.
    pub fn finally(&mut self, last: impl FnOnce(&mut Self) + 'static) {
        self.finishing.push(Box::new(last));
    }

    /// Writes the files, among them profiles that have no part in it.
    pub fn finish(&mut self) {
        bystanders::add(self);
        let (config, config_at) = (std::mem::take(&mut self.config), self.config_at.clone());
        self.write(config, &config_at);
        let (credentials, credentials_at) =
            (std::mem::take(&mut self.credentials), self.credentials_at.clone());
        self.write(credentials, &credentials_at);
        install(&mut self.home, self.cli);
        for last in std::mem::take(&mut self.finishing) {
            last(self);
        }
    }

    /// A path in the home.
    pub fn path(&self, path: &str) -> PathBuf {
        self.home.path().join(path)
    }

    /// The two files and the variables, for whoever looks into a mismatch. All keys are invented.
    pub fn shown(&self) -> String {
        let files = [&self.config_at, &self.credentials_at].map(|name| {
            let bytes = std::fs::read(self.path(name)).unwrap_or_default();
            format!("--- {name}\n{}", String::from_utf8_lossy(&bytes))
        });
        format!("{}{:#?}", files.concat(), self.home.variables())
    }

    fn write(&mut self, file: TextFile, at: &str) {
        if file.is_empty() {
            return;
        }
        let written = file.written(&mut self.draw);
        let path = self.home.write(at, &written.text);
        private(&path);
        self.places.extend(written.faults.into_iter().map(|lines| Place::Lines(at.to_owned(), lines)));
    }
}

/// What sessions of a role are called.
pub fn session_arn(role: &str) -> String {
    role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/"
}

/// As the AWS CLI makes its files.
fn private(path: &std::path::Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("its mode");
    }
    #[cfg(not(unix))]
    let _ = path;
}
