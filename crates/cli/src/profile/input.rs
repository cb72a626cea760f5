//! Reads input that is not an argument: secrets, pastes, and answers to questions.

use std::io::{BufRead, ErrorKind, IsTerminal, Read};

use sandglass_core::Secret;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::NewSetting;
use zeroize::Zeroizing;

use crate::CliContext;
use crate::prompt::yes;

/// More than any paste is.
const LARGEST: u64 = 1024 * 1024;

/// A secret: typed unseen on a terminal, else the next line of standard input.
pub(super) async fn secret(context: &mut CliContext, key: &str) -> Result<NewSetting, Problem> {
    let missing = || Problem::new(Code::NeedsSecret).with("key", key);
    let on_terminal = std::io::stdin().is_terminal();
    if on_terminal {
        context.output.question(&context.text.say_with("cli-profile-secret", &[("key", key)]));
    }
    let reading = tokio::task::spawn_blocking(move || {
        if on_terminal { rpassword::read_password().map(Zeroizing::new) } else { line() }
    });
    let text = reading.await.map_err(|_| missing())?.map_err(|_| missing())?;
    let text = text.trim();
    if text.is_empty() {
        return Err(missing());
    }
    Ok(NewSetting { key: key.to_owned(), value: Secret::new(text.to_owned()) })
}

/// Asks if a person wants what was shown. Fails if nobody can answer.
pub(super) async fn confirmed(context: &mut CliContext) -> Result<bool, Problem> {
    if !std::io::stdin().is_terminal() {
        return Err(Problem::new(Code::NeedsConfirmation));
    }
    context.output.question(&context.text.say("cli-profile-ask"));
    Ok(yes(context).await)
}

/// Standard input to its end.
pub(super) async fn pasted(context: &mut CliContext) -> Result<Zeroizing<String>, Problem> {
    if std::io::stdin().is_terminal() {
        let key = if std::env::consts::FAMILY == "windows" { "Ctrl-Z, Enter" } else { "Ctrl-D" };
        context.output.progress(&context.text.say_with("cli-profile-paste-hint", &[("key", key)]));
    }
    let reading = tokio::task::spawn_blocking(|| {
        let mut bytes = Zeroizing::new(Vec::new());
        std::io::stdin().lock().take(LARGEST).read_to_end(&mut bytes)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| ErrorKind::InvalidData)?;
        std::io::Result::Ok(Zeroizing::new(text.to_owned()))
    });
    reading.await.ok().and_then(Result::ok).ok_or_else(|| Problem::new(Code::PasteUnknown))
}

fn line() -> std::io::Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line)
}
