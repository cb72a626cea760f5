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

/// Counts tries, and waits between them.
#[derive(Debug, Default)]
pub(super) struct Backoff {
    failed: u32,
}

impl Backoff {
    /// How many tries failed so far.
    pub(super) fn failed(&self) -> u32 {
        self.failed
    }

    /// After a failed try: waits for the next one, or gives up with the reason.
    pub(super) async fn pause(&mut self, clock: &dyn Clock, failure: Failure) -> Result<(), Problem> {
        self.failed += 1;
        match failure {
            Failure::Passing(_) if self.failed < TRIES => {
                clock.sleep(wait(self.failed - 1)).await;
                Ok(())
            }
            Failure::Passing(problem) | Failure::Final(problem) => Err(problem),
        }
    }
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
        let mut backoff = Backoff::default();
        let result = loop {
            let failure = match backoff.failed() {
                number if number < passing => Failure::Passing(Problem::new(Code::Throttled)),
                number if then == Code::Throttled => break Ok(number),
                _ => Failure::Final(Problem::new(then)),
            };
            if let Err(problem) = backoff.pause(&clock, failure).await {
                break Err(problem);
            }
        };
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
