//! Notifications: one per profile and deadline, replaced in place, joined when several come together.

mod need;
mod words;

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::tray::Action;
use sandglass_core::Timestamp;

pub(crate) use need::{Need, Topic, next_stages, stage};
pub(crate) use words::notice;

/// Notices within this time of a notification join it.
const JOINED: TimeDelta = TimeDelta::minutes(2);

/// A place on the screen: a notification that has the slot of another stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(u32);

impl SlotId {
    /// A number that no other slot has.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// The notice that there is no tray host.
pub(crate) const NO_TRAY_HOST: SlotId = SlotId(0);
/// The result of the tray's cleaning.
pub(crate) const CLEANED: SlotId = SlotId(u32::MAX - 1);
/// One that shows what they look like.
pub(crate) const TEST: SlotId = SlotId(u32::MAX);

/// A notification to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its place.
    pub slot: SlotId,
    /// The first line.
    pub title: String,
    /// The explanation and the next step.
    pub body: String,
    /// Its buttons.
    pub buttons: Vec<Button>,
}

/// A button of a notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// The action of a click.
    pub action: Action,
    /// Its text.
    pub label: String,
}

/// The notifications that are on the screen, or were dismissed.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    slots: Vec<Slot>,
    last: u32,
}

#[derive(Debug)]
struct Slot {
    id: SlotId,
    opened: Timestamp,
    about: Vec<Need>,
    /// False when the user put it away: then it is not shown again for what it was about.
    open: bool,
}

/// A change of the notifications on the screen.
#[derive(Debug, PartialEq)]
pub(crate) enum NoticeChange {
    Show { slot: SlotId, about: Vec<Need> },
    Close(SlotId),
}

impl Notices {
    /// Brings the screen to what is needed. `notified` holds, by profile, the deadline that was
    /// already told; `is_quiet` whose notifications keep quiet.
    pub(crate) fn update(
        &mut self,
        needs: Vec<Need>,
        notified: &mut BTreeMap<String, Timestamp>,
        is_quiet: impl Fn(&str) -> bool,
        now: Timestamp,
    ) -> Vec<NoticeChange> {
        let mut touched = Vec::new();
        let mut changes = self.drop_what_is_over(&needs, &mut touched);
        for need in needs {
            if let Some((slot, shown)) = self.find(&need) {
                if need.stage > shown.stage {
                    *shown = need;
                    touched.push(slot);
                }
            } else if need.is_answer() || (!is_quiet(&need.profile) && need.is_news(notified)) {
                if need.is_deadline() {
                    notified.insert(need.profile.clone(), need.deadline);
                }
                // Where something about it stands already, that says enough.
                if need.is_answer() || !self.is_shown(&need.profile) {
                    touched.push(self.place(need, now));
                }
            }
        }
        let shown = self.slots.iter().filter(|slot| slot.open && touched.contains(&slot.id));
        changes.extend(shown.map(|slot| NoticeChange::Show { slot: slot.id, about: slot.about.clone() }));
        changes
    }

    /// The user put a notification away. (One that went by itself comes back when its text changes.)
    pub(crate) fn dismissed(&mut self, id: SlotId) {
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.id == id) {
            slot.open = false;
        }
    }

    /// Takes profiles off the screen.
    pub(crate) fn forget(&mut self, profiles: &[String]) -> Vec<NoticeChange> {
        for slot in &mut self.slots {
            slot.about.retain(|need| !profiles.contains(&need.profile));
        }
        self.drop_empty()
    }

    /// True if a notification about a profile is on the screen.
    pub(crate) fn is_shown(&self, profile: &str) -> bool {
        self.slots.iter().any(|slot| slot.open && slot.about.iter().any(|need| need.profile == profile))
    }

    fn drop_what_is_over(&mut self, needs: &[Need], touched: &mut Vec<SlotId>) -> Vec<NoticeChange> {
        for slot in &mut self.slots {
            let before = slot.about.len();
            slot.about.retain(|shown| needs.iter().any(|need| need.is_same(shown)));
            if slot.about.len() != before {
                touched.push(slot.id);
            }
        }
        self.drop_empty()
    }

    fn drop_empty(&mut self) -> Vec<NoticeChange> {
        let gone = self.slots.iter().filter(|slot| slot.about.is_empty() && slot.open);
        let changes = gone.map(|slot| NoticeChange::Close(slot.id)).collect();
        self.slots.retain(|slot| !slot.about.is_empty());
        changes
    }

    fn find(&mut self, need: &Need) -> Option<(SlotId, &mut Need)> {
        self.slots.iter_mut().find_map(|slot| {
            let id = slot.id;
            slot.about.iter_mut().find(|shown| shown.is_same(need)).map(|shown| (id, shown))
        })
    }

    /// Joins a notification that has just come, or opens one.
    fn place(&mut self, need: Need, now: Timestamp) -> SlotId {
        let joins = |slot: &&mut Slot| {
            slot.open
                && (TimeDelta::zero()..JOINED).contains(&(now - slot.opened))
                && slot.about.iter().all(Need::may_be_joined)
        };
        if need.may_be_joined()
            && let Some(slot) = self.slots.iter_mut().find(joins)
        {
            slot.about.push(need);
            return slot.id;
        }
        self.last += 1;
        let id = SlotId(self.last);
        self.slots.push(Slot { id, opened: now, about: vec![need], open: true });
        id
    }
}
