//! Trying again: only what may pass by itself, with full jitter, so that many clients that failed
//! together do not come back together.

use std::time::Duration;

use sandglass_core::problem::Problem;

use crate::Clock;

/// The first try and four more.
pub(super) const TRIES: u32 = 5;

/// The longest wait before the second try; it doubles with each further one.
const FIRST_WAIT: Duration = Duration::from_millis(500);

/// How one try failed.
pub(super) enum Failure {
    /// It may pass: throttling, no connection, a fault at AWS.
    Passing(Problem),
    /// It will not: a refusal.
    Final(Problem),
}

/// Tries until it works, is refused, or `TRIES` is used up. `attempt` gets the number of tries
/// before it.
pub(super) async fn with_backoff<T>(
    clock: &dyn Clock,
    mut attempt: impl AsyncFnMut(u32) -> Result<T, Failure>,
) -> Result<T, Problem> {
    for number in 0.. {
        match attempt(number).await {
            Ok(value) => return Ok(value),
            Err(Failure::Passing(_)) if number + 1 < TRIES => clock.sleep(wait(number)).await,
            Err(Failure::Passing(problem) | Failure::Final(problem)) => return Err(problem),
        }
    }
    unreachable!("the loop ends by its last try")
}

/// Between nothing and the doubled wait, evenly.
fn wait(number: u32) -> Duration {
    (FIRST_WAIT * 2u32.pow(number)).mul_f64(fastrand::f64())
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::sync::Mutex;

    use sandglass_core::Timestamp;
    use sandglass_core::problem::Code;

    use super::*;

    /// Counts the waits, and waits not at all.
    #[derive(Default)]
    struct Waits(Mutex<Vec<Duration>>);

    impl Clock for Waits {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }

        fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
            if let Ok(mut waits) = self.0.lock() {
                waits.push(duration);
            }
            Box::pin(std::future::ready(()))
        }
    }

    async fn run(passing: u32, then: Code) -> (Result<u32, Problem>, Vec<Duration>) {
        let clock = Waits::default();
        let result = with_backoff(&clock, async |number| match number {
            _ if number < passing => Err(Failure::Passing(Problem::new(Code::Throttled))),
            _ if then == Code::Throttled => Ok(number),
            _ => Err(Failure::Final(Problem::new(then))),
        })
        .await;
        (result, clock.0.into_inner().unwrap_or_default())
    }

    #[tokio::test]
    async fn waits_grow_and_stay_below_their_bound() {
        let (result, waits) = run(4, Code::Throttled).await;
        assert_eq!(result, Ok(4));
        assert_eq!(waits.len(), 4);
        for (number, wait) in waits.iter().enumerate() {
            assert!(*wait <= FIRST_WAIT * 2u32.pow(u32::try_from(number).expect("small")));
        }
    }

    #[tokio::test]
    async fn gives_up_after_the_last_try() {
        let (result, waits) = run(9, Code::Throttled).await;
        assert_eq!(result, Err(Problem::new(Code::Throttled)));
        assert_eq!(waits.len(), 4);
    }

    #[tokio::test]
    async fn a_refusal_is_not_tried_again() {
        let (result, waits) = run(0, Code::AccessDenied).await;
        assert_eq!(result, Err(Problem::new(Code::AccessDenied)));
        assert!(waits.is_empty());
    }
}
