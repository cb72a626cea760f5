//! The effects that the state asks for.

use sandglass_core::export::Shell;
use sandglass_core::known::Known;
use sandglass_core::memory::Memory;
use sandglass_core::preferences::Theme;
use sandglass_core::problem::Problem;
use sandglass_core::session::Reuse;

use super::{AttemptId, PromptId, SwitcherEffect};
use crate::notices::{Notice, SlotId};
use crate::window::{PromptView, WindowMessage};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read files and caches again, answer with `Event::Read`.
    Read,
    /// Renew a profile without asking anybody, answer with `Event::RenewalFinished`.
    Renew {
        /// To be handed back.
        attempt: AttemptId,
        /// The profile.
        profile: String,
        /// The condition for using the existing session, should somebody else have renewed it.
        reuse: Reuse,
    },
    /// Sign in for a profile and open the browser, answer with `Event::SignInWaits` and `Event::SignInFinished`.
    SignIn {
        /// To be handed back.
        attempt: AttemptId,
        /// The profile.
        profile: String,
    },
    /// Give a sign-in up.
    CancelSignIn {
        /// The one that its effect carried.
        attempt: AttemptId,
    },
    /// Renew profiles with the code that was typed, answer with an `Event::RenewalFinished` for each.
    RenewWithCode {
        /// The one asked for first.
        attempts: Vec<(AttemptId, String)>,
    },
    /// Open the prompt for a code, or bring it to the front.
    OpenPrompt {
        /// To be handed back when it is gone.
        id: PromptId,
        /// The title of its frame.
        title: String,
        /// The number of other profiles that it offers to renew with the same code.
        beside: usize,
        /// Its colours.
        theme: Theme,
    },
    /// Close the prompt.
    ClosePrompt,
    /// Tell the prompt what to show.
    TellPrompt(Box<PromptView>),
    /// Tell the window what to show.
    TellWindow(WindowMessage),
    /// Remove what has run out from the AWS CLI's cache, answer with `Event::CachesCleaned`.
    CleanCaches,
    /// Put back what a cleaning removed, answer with `Event::CachesPutBack`.
    PutBackCaches {
        /// The number of the cleaning.
        cleaning: u32,
    },
    /// Put a command on the clipboard. Never a secret.
    Copy(String),
    /// Put the lines that make a shell use a session's keys on the clipboard, and take them away after
    /// a while.
    CopyKeys {
        /// The profile.
        profile: String,
        /// For which shell.
        shell: Shell,
    },
    /// Open the window, or bring it to the front.
    OpenWindow {
        /// Its colours, so that it never flashes in others.
        theme: Theme,
    },
    /// Something about the quick switcher.
    Switcher(SwitcherEffect),
    /// Close the window.
    CloseWindow,
    /// Show a notification, in place of the one that has its slot.
    Notify(Notice),
    /// Take a notification away.
    CloseNotice(SlotId),
    /// Store the memory.
    Remember(Memory),
    /// Store what other processes of ours are to know.
    TellOthers(Known),
    /// See that the application starts when the user logs in, or that it does not.
    StartAtLogin(bool),
    /// Put something that is wrong with the files into the log.
    Log(Problem),
    /// End the application.
    Quit,
}
