//! Notifies of wake-ups on Windows and macOS. (On Linux the desktop listens to logind.)
//!
//! Unsafe code, as in `replace`: these two systems tell it through C and Objective-C only.
#![allow(unsafe_code)]

/// Calls `woke` after each sleep, for as long as the process lives. Where the system refuses, nobody
/// calls: the look at the clock every minute is what is relied on.
#[cfg(windows)]
pub fn on_wake(woke: impl Fn() + Send + Sync + 'static) {
    use std::ffi::c_void;

    use windows_sys::Win32::System::Power::{
        DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS, PowerRegisterSuspendResumeNotification,
    };
    use windows_sys::Win32::UI::WindowsAndMessaging::{DEVICE_NOTIFY_CALLBACK, PBT_APMRESUMEAUTOMATIC};

    type Woke = Box<dyn Fn() + Send + Sync>;

    unsafe extern "system" fn called(context: *const c_void, kind: u32, _setting: *const c_void) -> u32 {
        if kind == PBT_APMRESUMEAUTOMATIC {
            // SAFETY: `context` is the leaked box below, which is never freed.
            let woke = unsafe { &*context.cast::<Woke>() };
            woke();
        }
        0
    }

    // Both live as long as the process: the system may call at any time.
    let woke: Woke = Box::new(woke);
    let context: &'static Woke = Box::leak(Box::new(woke));
    let parameters: &'static DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS =
        Box::leak(Box::new(DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS {
            Callback: Some(called),
            Context: std::ptr::from_ref(context).cast_mut().cast(),
        }));
    let mut registration = std::ptr::null_mut();
    // SAFETY: the parameters outlive the registration, and so does what they point to.
    unsafe {
        PowerRegisterSuspendResumeNotification(
            DEVICE_NOTIFY_CALLBACK,
            std::ptr::from_ref(parameters).cast_mut().cast(),
            &raw mut registration,
        );
    }
}

/// Calls `woke` after each sleep, for as long as the process lives.
#[cfg(target_os = "macos")]
pub fn on_wake(woke: impl Fn() + Send + Sync + 'static) {
    use std::ptr::NonNull;

    use block2::RcBlock;
    use objc2_app_kit::{NSWorkspace, NSWorkspaceDidWakeNotification};
    use objc2_foundation::NSNotification;

    let block = RcBlock::new(move |_: NonNull<NSNotification>| woke());
    let center = NSWorkspace::sharedWorkspace().notificationCenter();
    // SAFETY: the name is a constant of AppKit, the block takes the one argument it is called with and
    // may be called on any thread. The observer is leaked, so it is never removed.
    let observer = unsafe {
        center.addObserverForName_object_queue_usingBlock(
            Some(NSWorkspaceDidWakeNotification),
            None,
            None,
            &block,
        )
    };
    std::mem::forget(observer);
}
