//! Retries with full jitter, so that clients that failed together do not come back together. Only failures that may
//! pass by themselves are retried.

use std::time::Duration;

use crate::Clock;
use crate::refused::Refused;

/// The first try and four more.
pub(crate) const TRIES: u32 = 5;

/// The longest wait before the second try; it doubles with each further one.
const FIRST_WAIT: Duration = Duration::from_millis(500);

/// Counts tries, and waits between them.
#[derive(Debug, Default)]
pub(crate) struct Backoff {
    failed: u32,
}

impl Backoff {
    /// Returns the number of tries that failed so far.
    pub(crate) fn failed(&self) -> u32 {
        self.failed
    }

    /// After a failed try: waits for the next one, or gives up with the reason.
    pub(crate) async fn pause(&mut self, clock: &dyn Clock, refused: Refused) -> Result<(), Refused> {
        self.failed += 1;
        if !refused.may_pass() || self.failed >= TRIES {
            return Err(refused);
        }
        clock.sleep(wait(self.failed - 1)).await;
        Ok(())
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
    use sandglass_core::refusal::Refusal;

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

    fn refusal(code: &str) -> Refused {
        Refused::ByAws(Refusal { code: code.to_owned(), message: String::new() })
    }

    async fn run(passing: u32, then: &str) -> (Result<u32, String>, Vec<Duration>) {
        let clock = Waits::default();
        let mut backoff = Backoff::default();
        let result = loop {
            let refused = match backoff.failed() {
                number if number < passing => refusal("Throttling"),
                number if then.is_empty() => break Ok(number),
                _ => refusal(then),
            };
            if let Err(refused) = backoff.pause(&clock, refused).await {
                break Err(match refused {
                    Refused::ByAws(refusal) => refusal.code,
                    other => format!("{other:?}"),
                });
            }
        };
        (result, clock.0.into_inner().unwrap_or_default())
    }

    #[tokio::test]
    async fn waits_grow_and_stay_below_their_bound() {
        let (result, waits) = run(4, "").await;
        assert_eq!(result, Ok(4));
        assert_eq!(waits.len(), 4);
        for (number, wait) in waits.iter().enumerate() {
            assert!(*wait <= FIRST_WAIT * 2u32.pow(u32::try_from(number).expect("small")));
        }
    }

    #[tokio::test]
    async fn gives_up_after_the_last_try() {
        let (result, waits) = run(9, "").await;
        assert_eq!(result, Err("Throttling".to_owned()));
        assert_eq!(waits.len(), 4);
    }

    #[tokio::test]
    async fn a_refusal_is_not_tried_again() {
        let (result, waits) = run(0, "AccessDenied").await;
        assert_eq!(result, Err("AccessDenied".to_owned()));
        assert!(waits.is_empty());
    }
}
