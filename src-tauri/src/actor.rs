//! The actor: the one owner of `State`. Everything else only sends it events.

use std::time::Duration;

use sandglass_app::state::{Effect, Event, State};
use sandglass_app::tray::TrayView;
use sandglass_engine::Clock;
use sandglass_engine::panics::guard;
use tokio::sync::mpsc::Receiver;

/// The side effects the actor may cause.
pub(crate) trait EffectRunner {
    /// Shows the tray. Called only when it changed.
    fn show(&mut self, view: TrayView);

    /// Looks whether files changed that nobody told of.
    fn look(&mut self);

    /// Carries an effect out, without waiting for its end.
    fn perform(&mut self, effect: Effect);
}

/// A panic of one event ends that one alone: its place is in the log.
fn whole<T>(work: impl FnOnce() -> T) -> Option<T> {
    guard(work).ok()
}

/// Lives until `Quit`, or until nobody is left to send events.
pub(crate) async fn run(
    mut state: State,
    mut events: Receiver<Event>,
    clock: impl Clock,
    mut runner: impl EffectRunner,
) {
    whole(|| runner.perform(Effect::Read));
    let mut shown = None;
    loop {
        let view = whole(|| state.tray(clock.now()));
        if let Some(view) = view.filter(|view| shown.as_ref() != Some(view)) {
            runner.show(view.clone());
            shown = Some(view);
        }
        let Some(event) = next(&state, &mut events, &clock).await else { return };
        // Where word of changes does not come, this is when they are seen.
        if matches!(event, Event::WokeUp | Event::Resumed | Event::WindowAsks) {
            whole(|| runner.look());
        }
        for effect in whole(|| state.apply(event, clock.now())).unwrap_or_default() {
            let last = effect == Effect::Quit;
            whole(|| runner.perform(effect));
            if last {
                return;
            }
        }
    }
}

async fn next(state: &State, events: &mut Receiver<Event>, clock: &impl Clock) -> Option<Event> {
    let now = clock.now();
    let Some((at, _)) = state.next_wakeup(now) else { return events.recv().await };
    let wait = (at - now).to_std().unwrap_or(Duration::ZERO);
    tokio::select! {
        event = events.recv() => event,
        () = clock.sleep(wait) => Some(Event::WokeUp),
    }
}

#[cfg(test)]
mod tests;
