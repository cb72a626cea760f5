//! The demo's AWS account: six profiles whose sessions last minutes where AWS gives hours.

use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

use aws_sim::{Role, Sim, World};
use chrono::{TimeDelta, Utc};
use sandglass_core::text::Text;
use sandglass_engine::renew::{RenewOptions, Renewal, renew};
use sandglass_engine::{
    Environment, MfaAnswer, MfaAnswerFuture, MfaCode, MfaRequest, Prompt, SystemClock, credentials,
};

use anyhow::{Context, bail};

/// A role, how long its sessions last, and what is left of the one there is at the start, in seconds. The
/// demo begins calm: what goes wrong goes wrong before one's eyes.
struct Story {
    profile: &'static str,
    life: i64,
    left: Option<i64>,
}

/// In this order they are made: a session of `data-eng` takes one of `project1`.
const STORIES: [Story; 4] = [
    // Calm: its countdown is all there is to see.
    Story { profile: "data-eng", life: 320, left: Some(320) },
    // Waits for a click.
    Story { profile: "partner", life: 240, left: None },
    // Ends soon from the start. A notification within a minute, its end within two.
    Story { profile: "prod-admin", life: 480, left: Some(80) },
    // Renewed silently within a minute, and again and again.
    Story { profile: "project1", life: 180, left: Some(80) },
];
/// The seconds left of the keys that somebody pasted.
const PASTED_LEFT: i64 = 260;

/// The MFA code that makes the first session; the others are the user's.
const FIRST_CODE: &str = "000000";

/// The account as AWS has it.
pub(crate) fn world() -> World {
    let mut world = World::small();
    let role = |name: &str, life| Role {
        arn: arn(name),
        trusts: vec!["*".to_owned()],
        external_id: None,
        requires_mfa: false,
        max_session_duration: 3600,
        session_seconds: Some(life),
    };
    world.roles = STORIES.iter().map(|story| role(story.profile, story.life)).collect();
    world.roles.push(role("sandbox", PASTED_LEFT));
    for role in &mut world.roles {
        role.requires_mfa = role.arn == arn("prod-admin");
        role.external_id = (role.arn == arn("partner")).then(|| "partner-7".to_owned());
    }
    for device in world.users.iter_mut().flat_map(|user| &mut user.mfa_devices) {
        device.codes.push(FIRST_CODE.to_owned());
    }
    world
}

fn arn(role: &str) -> String {
    format!("arn:aws:iam::123456789012:role/{role}")
}

/// Writes the home's files and makes its sessions, each by asking the simulated AWS.
pub(crate) async fn fill(environment: &Environment, sim: &Sim) -> anyhow::Result<()> {
    let keys = {
        let world = sim.world();
        let key = world.users.first().and_then(|user| user.access_keys.first());
        let key = key.context("the simulated AWS has no user")?;
        format!("[default]\naws_access_key_id = {}\naws_secret_access_key = {}\n", key.id, key.secret)
    };
    write(
        &environment.paths.config,
        &config(&sim.url(), "role_arn = arn:aws:iam::123456789012:role/sandbox\nsource_profile = default\n"),
    )?;
    write(&environment.paths.credentials, &keys)?;
    write(&environment.preferences, PREFERENCES)?;
    for story in &STORIES {
        begin(environment, sim, story).await?;
    }
    paste(environment, sim, &keys).await
}

/// Deadlines are minutes away, so the notification comes one minute before them.
const PREFERENCES: &str = "\
# Of the demo: its sessions last minutes.
version = 1
notify_minutes = [1]

[profiles.partner]
silent_renewal = false
";

fn config(url: &str, sandbox: &str) -> String {
    let profile = |header: &str, more: &str| {
        format!("[{header}]\nregion = eu-central-1\nendpoint_url = {url}\n{more}\n")
    };
    let role = |name: &str, source: &str, more: &str| {
        let role = format!("role_arn = {}\nsource_profile = {source}\n{more}", arn(name));
        profile(&format!("profile {name}"), &role)
    };
    [
        "# The demo's profiles. Their AWS is simulated, on this machine.\n".to_owned(),
        profile("default", ""),
        role("project1", "default", ""),
        role("data-eng", "project1", ""),
        role("prod-admin", "default", "mfa_serial = arn:aws:iam::123456789012:mfa/ana\n"),
        role("partner", "default", "external_id = partner-7\n"),
        profile("profile sandbox", sandbox),
    ]
    .concat()
}

/// Makes a session with as much left as the story says, dated so that its life is the story's.
async fn begin(environment: &Environment, sim: &Sim, story: &Story) -> anyhow::Result<()> {
    let Some(left) = story.left else { return Ok(()) };
    lasts(sim, story.profile, left);
    let stored_in = session(environment, story.profile).await?;
    lasts(sim, story.profile, story.life);
    // Who tries the demo is asked for a code.
    let _ = fs::remove_dir_all(&environment.paths.mfa_sessions);
    let age = TimeDelta::seconds(story.life - left);
    let file = File::options().write(true).open(&stored_in).context("a session of the demo is gone")?;
    file.set_modified(SystemTime::from(Utc::now() - age)).context("a session of the demo cannot be dated")?;
    Ok(())
}

fn lasts(sim: &Sim, role: &str, seconds: i64) {
    for role in sim.world().roles.iter_mut().filter(|found| found.arn == arn(role)) {
        role.session_seconds = Some(seconds);
    }
}

async fn session(environment: &Environment, profile: &str) -> anyhow::Result<std::path::PathBuf> {
    let renewed = renew(environment, profile, RenewOptions::default(), &mut FirstCode, &SystemClock).await;
    match renewed {
        Ok(Renewal::Renewed { stored_in, .. }) => Ok(stored_in),
        Ok(Renewal::StillFresh { .. } | Renewal::MadeAtEachUse { .. }) => {
            bail!("the demo's profile {profile} was not renewed")
        }
        Err(problem) => {
            let text = Text::new(environment.language);
            bail!("{}", text.problem(&problem, &environment.paths))
        }
    }
}

/// Turns the profile `sandbox` into one whose temporary keys somebody pasted into the file.
async fn paste(environment: &Environment, sim: &Sim, keys: &str) -> anyhow::Result<()> {
    let stored_in = session(environment, "sandbox").await?;
    let made = credentials(environment, "sandbox", &SystemClock).await;
    let made =
        made.map_err(|problem| anyhow::anyhow!("the demo's keys are gone: {}", problem.code.as_str()))?;
    let token = made.keys.session_token.as_ref().context("a role's session has a token")?;
    let end =
        made.expires_at.context("a role's session ends")?.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let pasted = format!(
        "{keys}\n[sandbox]\naws_access_key_id = {}\naws_secret_access_key = {}\naws_session_token = {}\n\
         x_security_token_expires = {end}\n",
        made.keys.access_key_id,
        made.keys.secret_access_key.expose(),
        token.expose(),
    );
    write(&environment.paths.credentials, &pasted)?;
    write(&environment.paths.config, &config(&sim.url(), ""))?;
    fs::remove_file(stored_in).context("a session of the demo is gone")
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let cannot = || format!("{} cannot be written", path.display());
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).with_context(cannot)?;
    }
    fs::write(path, text).with_context(cannot)
}

/// Knows the code of the first session.
struct FirstCode;

impl Prompt for FirstCode {
    fn mfa_code(&mut self, _request: MfaRequest) -> MfaAnswerFuture<'_> {
        Box::pin(async { MfaCode::parse(FIRST_CODE).map_or(MfaAnswer::Nobody, MfaAnswer::Code) })
    }
}
