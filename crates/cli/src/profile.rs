//! `sandglass profile`: lists and changes profiles.

mod input;
mod show;
mod write;

use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{
    Change, NewSetting, ProfileKind, SectionName, is_secret_key, paste, with_region,
};
use sandglass_engine::profiles;

use crate::CliContext;
use crate::arguments::{Assignment, ProfileCommand};
use crate::exit::Exit;

pub(crate) async fn run(context: &mut CliContext, command: ProfileCommand) -> Exit {
    done(context, command).await.unwrap_or_else(|problem| {
        context.output.problem(&problem, &context.text, &context.environment.paths);
        match problem.code {
            Code::SecretInArguments => Exit::Usage,
            Code::NeedsConfirmation | Code::NeedsSecret | Code::NotReplaceable => Exit::HumanNeeded,
            _ if problem.needs_human() => Exit::HumanNeeded,
            _ => Exit::Failed,
        }
    })
}

async fn done(context: &mut CliContext, command: ProfileCommand) -> Result<Exit, Problem> {
    let (change, writing) = match command {
        ProfileCommand::List { json } => return Ok(show::list(context, json)),
        ProfileCommand::Show { name, json } => return show::one(context, &name, json),
        ProfileCommand::Convert { name, role, source, r#try, writing } => {
            return write::convert(context, &name, (role, source), r#try, writing).await;
        }
        ProfileCommand::Undo { list: true, .. } => return Ok(show::past(context)),
        ProfileCommand::Undo { writing, .. } => return write::step(context, false, writing).await,
        ProfileCommand::Redo { writing } => return write::step(context, true, writing).await,
        ProfileCommand::Paste { name, writing, .. } => (pasted(context, name).await?, writing),
        ProfileCommand::Add { name, kind, settings, file, writing } => {
            let mut settings = given(context, settings).await?;
            ask_for_secrets(context, kind, &mut settings).await?;
            let settings = with_region(&profiles::read(&context.environment)?.profiles(), kind, settings);
            (Change::Add { name, kind: Some(kind), settings, file: file.map(Into::into) }, writing)
        }
        ProfileCommand::Set { name, settings, file, sso_session, writing } => {
            let (section, settings) = (section(name, sso_session), given(context, settings).await?);
            (Change::Set { section, settings, file: file.map(Into::into) }, writing)
        }
        ProfileCommand::Unset { name, keys, file, sso_session, writing } => {
            let keys = keys.iter().map(|key| key.to_lowercase()).collect();
            (Change::Unset { section: section(name, sso_session), keys, file: file.map(Into::into) }, writing)
        }
        ProfileCommand::Remove { name, sso_session, writing } => {
            (Change::Remove(section(name, sso_session)), writing)
        }
        ProfileCommand::Rename { old, new, sso_session, writing } => {
            (Change::Rename { section: section(old, sso_session), to: new }, writing)
        }
        ProfileCommand::Duplicate { from, to, writing } => {
            (Change::Duplicate { section: section(from, false), to }, writing)
        }
    };
    write::write(context, &change, writing).await
}

/// A profile, or an sso-session.
fn section(name: String, sso_session: bool) -> SectionName {
    if sso_session { SectionName::SsoSession(name) } else { SectionName::Profile(name) }
}

/// Settings as they were typed; a secret only by `-`.
async fn given(context: &mut CliContext, settings: Vec<Assignment>) -> Result<Vec<NewSetting>, Problem> {
    let typed = settings.iter().find(|setting| is_secret_key(&setting.key) && setting.value != "-");
    if let Some(secret) = typed {
        return Err(Problem::new(Code::SecretInArguments).with("key", &secret.key));
    }
    let mut all = Vec::new();
    for Assignment { key, value } in settings {
        let secret = is_secret_key(&key);
        all.push(if secret { input::secret(context, &key).await? } else { NewSetting::new(key, value) });
    }
    Ok(all)
}

async fn ask_for_secrets(
    context: &mut CliContext,
    kind: ProfileKind,
    settings: &mut Vec<NewSetting>,
) -> Result<(), Problem> {
    for key in kind.secrets() {
        if !settings.iter().any(|setting| setting.key == key) {
            settings.push(input::secret(context, key).await?);
        }
    }
    Ok(())
}

/// Turns a paste into a change: keys in the place of those the profile has, or the settings of a profile.
async fn pasted(context: &mut CliContext, name: String) -> Result<Change, Problem> {
    let pasted = paste::recognise(&input::pasted(context).await?)?;
    let form = match pasted.form {
        paste::PasteForm::StsAnswer => "cli-profile-pasted-sts",
        paste::PasteForm::ProcessAnswer => "cli-profile-pasted-process",
        paste::PasteForm::Variables => "cli-profile-pasted-variables",
        paste::PasteForm::Section => "cli-profile-pasted-section",
    };
    context.output.line(context.text.say(form));
    if let Some(key) = pasted.access_key_id() {
        context.output.line(context.text.say_with("cli-profile-pasted-key", &[("key", key)]));
    }
    let is_keys = pasted.is_keys();
    let settings = pasted.settings;
    if is_keys {
        return Ok(Change::PutKeys { name, settings });
    }
    let exists = profiles::read(&context.environment)?.profiles().get(&name).is_some();
    Ok(if exists {
        Change::Set { section: section(name, false), settings, file: None }
    } else {
        Change::Add { name, kind: None, settings, file: None }
    })
}
