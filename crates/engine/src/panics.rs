//! Confines a panic, also one in a library, to the request that caused it. Only its place is logged, because its
//! message may hold anything.

use std::cell::RefCell;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook};
use std::pin::pin;
use std::task::Poll;

use sandglass_core::problem::{Code, Problem};

thread_local! {
    /// The place where this thread panicked last.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Reports the place of each panic to `tell` from now on, and its words to nobody.
pub fn tell(tell: impl Fn(&str) + Send + Sync + 'static) {
    set_hook(Box::new(move |panic| {
        let at = panic.location().map_or_else(|| "?".to_owned(), place);
        let _ = LAST.try_with(|last| last.try_borrow_mut().map(|mut last| *last = Some(at.clone())));
        tell(&at);
    }));
}

/// Does something; that it panicked is a problem with its place.
pub fn guard<T>(work: impl FnOnce() -> T) -> Result<T, Problem> {
    // What it worked on is given up with it, or is whole between two of its steps.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let at = LAST.try_with(|last| last.try_borrow_mut().ok().and_then(|mut last| last.take()));
        Problem::new(Code::Internal).with("at", at.ok().flatten().unwrap_or_else(|| "?".to_owned()))
    })
}

/// The same of what takes a while.
pub async fn guarded<T>(work: impl Future<Output = T>) -> Result<T, Problem> {
    let mut work = pin!(work);
    poll_fn(|context| match guard(|| work.as_mut().poll(context)) {
        Ok(poll) => poll.map(Ok),
        Err(problem) => Poll::Ready(Err(problem)),
    })
    .await
}

/// A library by its name and version, wherever the machine that built us kept it.
fn place(location: &Location<'_>) -> String {
    let file = location.file().replace('\\', "/");
    let inside =
        file.split_once("/registry/src/").and_then(|(_, rest)| Some(rest.split_once('/')?.1.to_owned()));
    format!("{}:{}", inside.unwrap_or(file), location.line())
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[tokio::test]
    async fn a_panic_is_a_problem_with_its_place_and_without_its_words() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let hears = Arc::clone(&told);
        tell(move |at| hears.lock().expect("the list").push(at.to_owned()));
        let late = async {
            tokio::task::yield_now().await;
            let nothing: Option<u8> = std::hint::black_box(None);
            nothing.expect("canary")
        };
        let problem = guarded(late).await.expect_err("it panicked");
        assert_eq!(problem.code, Code::Internal);
        let at = &problem.args[0].1;
        assert!(at.contains("panics.rs:") && !format!("{problem:?}").contains("canary"), "{problem:?}");
        assert!(told.lock().expect("the list").contains(at));
        assert_eq!(guarded(async { 3 }).await, Ok(3));
        assert_eq!(guard(|| 3), Ok(3));
    }
}
