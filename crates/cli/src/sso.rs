//! `sandglass sso`: signs in to IAM Identity Center, signs out, and shows who is signed in.

use std::io::IsTerminal;

use anstyle::Style;
use sandglass_core::Timestamp;
use sandglass_core::json::{SsoSignInView, SsoSignOutView, SsoStateView};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::sso::SsoSignIn;
use sandglass_engine::{
    Clock, SignedIn, SsoState, SsoStates, SystemClock, sign_in_to_sso, sign_out_of_sso, sso_states,
};

use crate::CliContext;
use crate::arguments::{SignInArguments, SsoArguments, SsoCommand, SsoLoginArguments};
use crate::exit::Exit;
use crate::output::{BAD, BOLD, DIM, GOOD};
use crate::sign_in::TerminalSignIn;
use crate::table::{self, Cell};

pub(crate) async fn run(context: &mut CliContext, command: &SsoCommand) -> Exit {
    context.environment = context.environment.as_the_user_set();
    let result = match command {
        SsoCommand::Login(arguments) => login(context, arguments).await,
        SsoCommand::Logout(arguments) => logout(context, arguments).await,
        SsoCommand::Status(arguments) => status(context, arguments),
    };
    match result {
        Ok(()) => Exit::Done,
        Err(problem) => {
            context.output.problem(&problem, &context.text, &context.environment.paths);
            Exit::Failed
        }
    }
}

async fn login(context: &mut CliContext, arguments: &SsoLoginArguments) -> Result<(), Problem> {
    let chosen = chosen(context, arguments.session.as_deref())?;
    let signed_in = sign_in(context, &chosen, arguments.way).await?;
    if arguments.json {
        context
            .output
            .json(&SsoSignInView::new(&chosen, signed_in.expires_at, signed_in.is_refreshed), false);
    }
    Ok(())
}

/// Signs in, and says so on the error stream.
pub(crate) async fn sign_in(
    context: &mut CliContext,
    chosen: &SsoSignIn,
    way: SignInArguments,
) -> Result<SignedIn, Problem> {
    let mut terminal = TerminalSignIn::new(context, chosen, way);
    let way = terminal.way();
    let environment = &context.environment;
    let signed_in = sign_in_to_sso(environment, chosen, way, &mut terminal, &SystemClock).await?;
    let text = &context.text;
    let duration = text.duration(signed_in.expires_at - SystemClock.now());
    let said = if signed_in.is_refreshed {
        text.say_with("cli-signed-in-refreshed", &[("session", &chosen.name())])
    } else {
        text.say_with("cli-signed-in", &[("session", &chosen.name()), ("duration", &duration)])
    };
    context.output.error_line(said);
    if let Some(region) = &signed_in.other_region {
        let args = [("session", chosen.name()), ("region", region.clone())];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        context.output.error_line(text.say_with("cli-signed-in-region", &args));
    }
    Ok(signed_in)
}

async fn logout(context: &mut CliContext, arguments: &SsoArguments) -> Result<(), Problem> {
    let chosen = chosen(context, arguments.session.as_deref())?;
    let signed_out = sign_out_of_sso(&context.environment, &chosen).await?;
    if arguments.json {
        let view = SsoSignOutView {
            session: chosen.name(),
            was_signed_in: signed_out.was_signed_in,
            confirmed: signed_out.is_confirmed,
            profiles: signed_out.profiles,
        };
        context.output.json(&view, false);
        return Ok(());
    }
    let (text, name) = (&context.text, chosen.name());
    let session = [("session", name.as_str())];
    if !signed_out.was_signed_in {
        context.output.line(text.say_with("cli-signed-out-already", &session));
        return Ok(());
    }
    context.output.line(text.say_with("cli-signed-out", &session));
    if !signed_out.profiles.is_empty() {
        let profiles = signed_out.profiles.join(", ");
        context.output.line(text.say_with("cli-signed-out-profiles", &[("profiles", &profiles)]));
    }
    if !signed_out.is_confirmed {
        context.output.line(text.say("cli-signed-out-here-only"));
    }
    Ok(())
}

fn status(context: &mut CliContext, arguments: &SsoArguments) -> Result<(), Problem> {
    let now = SystemClock.now();
    let found = sso_states(&context.environment, now)?;
    let shown: Vec<&SsoState> = match arguments.session.as_deref() {
        None => found.states.iter().collect(),
        Some(name) => vec![named(&found, name)?],
    };
    if arguments.json {
        let views: Vec<SsoStateView> = shown.iter().map(|state| view(state, now)).collect();
        context.output.json(&views, false);
        return Ok(());
    }
    if shown.is_empty() {
        return Err(none(found));
    }
    let text = &context.text;
    let header = ["cli-sso-header-session", "cli-sso-header-state", "cli-sso-header-profiles"];
    let mut rows = vec![header.iter().map(|id| Cell::new(text.say(id), DIM)).collect::<Vec<_>>()];
    for state in shown {
        let (said, style) = said(context, state, now);
        rows.push(vec![
            Cell::new(state.sign_in.name(), BOLD),
            Cell::new(said, style),
            Cell::new(state.profiles.join(", "), Style::new()),
        ]);
    }
    context.output.lines(table::lines(rows));
    Ok(())
}

fn said(context: &CliContext, state: &SsoState, now: Timestamp) -> (String, Style) {
    let text = &context.text;
    match (state.refreshable_until, state.expires_at) {
        (Some(until), Some(_)) if until > now => (text.say("cli-sso-refreshed"), GOOD),
        (_, Some(end)) if end > now => {
            (text.say_with("cli-sso-signed-in", &[("duration", &text.duration(end - now))]), GOOD)
        }
        (_, Some(_)) => (text.say("cli-sso-expired"), BAD),
        (_, None) => (text.say("cli-sso-signed-out"), DIM),
    }
}

fn view(state: &SsoState, now: Timestamp) -> SsoStateView {
    SsoStateView::new(&state.sign_in, state.expires_at, state.refreshable_until, state.profiles.clone(), now)
}

/// The sign-in that was named, or the only one there is.
fn chosen(context: &CliContext, name: Option<&str>) -> Result<SsoSignIn, Problem> {
    let found = sso_states(&context.environment, SystemClock.now())?;
    if let Some(name) = name {
        return named(&found, name).map(|state| state.sign_in.clone());
    }
    match found.states.as_slice() {
        [] => Err(none(found)),
        [one] => Ok(one.sign_in.clone()),
        several => {
            let names: Vec<String> = several.iter().map(|state| state.sign_in.name()).collect();
            Err(Problem::new(Code::SsoSessionNotChosen).with("sessions", names.join(", ")))
        }
    }
}

fn named<'a>(found: &'a SsoStates, name: &str) -> Result<&'a SsoState, Problem> {
    let state = found.states.iter().find(|state| state.sign_in.is_named(name));
    state.ok_or_else(|| {
        let incomplete = found.incomplete.iter().find(|(known, _)| known == name);
        let unknown = || Problem::new(Code::UnknownSsoSession).with("session", name);
        incomplete.map_or_else(unknown, |(_, problem)| problem.clone())
    })
}

/// The reason why there is no sign-in at all.
fn none(found: SsoStates) -> Problem {
    let incomplete = found.incomplete.into_iter().next();
    incomplete.map_or_else(|| Problem::new(Code::NoSsoSession), |(_, problem)| problem)
}

/// True where somebody sits who can sign in.
pub(crate) fn somebody_sits_here() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}
