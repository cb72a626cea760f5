//! Asks before a file that cannot be replaced is written in place.

use std::io::IsTerminal;

use sandglass_core::problem::{Code, Problem};
use sandglass_engine::Environment;

use crate::CliContext;
use crate::prompt::yes;

/// Does what writes, and does it again where a person agreed that the file is written in place.
pub(crate) async fn asking<T>(
    context: &mut CliContext,
    mut write: impl AsyncFnMut(&Environment) -> Result<T, Problem>,
) -> Result<T, Problem> {
    match write(&context.environment).await {
        Err(problem) if agreed(context, &problem).await => write(&context.environment).await,
        result => result,
    }
}

/// True if a problem is gone now, because a person agreed that the file is written in place. Nobody is asked twice.
pub(crate) async fn agreed(context: &mut CliContext, problem: &Problem) -> bool {
    let asks = problem.code == Code::NotReplaceable && !context.environment.may_write_in_place;
    if !asks || !std::io::stdin().is_terminal() {
        return false;
    }
    context.output.error_line(context.text.problem(problem, &context.environment.paths));
    context.output.error_line(context.text.say("cli-in-place-hint"));
    context.output.question(&context.text.say("cli-in-place-ask"));
    context.environment.may_write_in_place = yes(context).await;
    context.environment.may_write_in_place
}
