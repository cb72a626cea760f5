//! Turns the menu on the screen into another one, entry by entry. Entries that stay are not touched, and there is a
//! menu at every moment.

use super::{Action, MenuEntry};

/// The identity of an entry, whatever its text. No list has two entries of the same identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKey {
    /// A line that does this.
    Item(Action),
    /// A line that only informs.
    Note(String),
    /// A line that opens further lines.
    Submenu(String),
    /// A dividing line: which of the list's, from above.
    Separator(usize),
}

/// One step on the way from a list to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuStep {
    /// The entry at this place goes.
    Remove(usize),
    /// The entry that the other list has at this place comes there.
    Insert(usize),
}

/// The keys of a list.
pub fn keys(entries: &[MenuEntry]) -> Vec<EntryKey> {
    let mut separators = 0..;
    let key = |entry: &MenuEntry| match entry {
        MenuEntry::Item { action, .. } => EntryKey::Item(action.clone()),
        MenuEntry::Note { id, .. } => EntryKey::Note(id.clone()),
        MenuEntry::Submenu { id, .. } => EntryKey::Submenu(id.clone()),
        MenuEntry::Separator => EntryKey::Separator(separators.next().unwrap_or_default()),
    };
    entries.iter().map(key).collect()
}

/// Returns the steps that turn one list into the other, in order.
pub fn steps(from: &[EntryKey], to: &[EntryKey]) -> Vec<MenuStep> {
    // Mostly only texts change.
    if from == to {
        return Vec::new();
    }
    let mut now = from.to_vec();
    let mut steps = Vec::new();
    for place in (0..now.len()).rev() {
        if !to.contains(&now[place]) {
            now.remove(place);
            steps.push(MenuStep::Remove(place));
        }
    }
    for (place, key) in to.iter().enumerate() {
        // What stands before what is wanted, and comes later, goes where that moves less.
        while let Some(old) = now.iter().skip(place).position(|other| other == key).filter(|old| *old > 0) {
            let moved = if old == 1 { place } else { place + old };
            now.remove(moved);
            steps.push(MenuStep::Remove(moved));
        }
        if now.get(place) != Some(key) {
            now.insert(place, key.clone());
            steps.push(MenuStep::Insert(place));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(names: &[u8]) -> Vec<EntryKey> {
        names.iter().map(|name| EntryKey::Note(name.to_string())).collect()
    }

    /// Does what the steps say.
    fn done(from: &[EntryKey], to: &[EntryKey]) -> Vec<EntryKey> {
        let mut now = from.to_vec();
        for step in steps(from, to) {
            match step {
                MenuStep::Remove(place) => drop(now.remove(place)),
                MenuStep::Insert(place) => now.insert(place, to[place].clone()),
            }
        }
        now
    }

    #[test]
    fn only_what_differs_is_touched() {
        let of = |from: &[u8], to: &[u8]| steps(&list(from), &list(to));
        assert_eq!(of(&[1, 2, 3], &[1, 2, 3]), []);
        assert_eq!(of(&[1, 2, 3], &[1, 3]), [MenuStep::Remove(1)]);
        assert_eq!(of(&[1, 3], &[1, 2, 3]), [MenuStep::Insert(1)]);
        // One that is more urgent now goes up; what was above it stays.
        assert_eq!(of(&[1, 2, 3, 4], &[1, 4, 2, 3]), [MenuStep::Remove(3), MenuStep::Insert(1)]);
        // One that was renewed goes down.
        assert_eq!(of(&[1, 2, 3, 4], &[2, 3, 4, 1]), [MenuStep::Remove(0), MenuStep::Insert(3)]);
        assert_eq!(of(&[], &[1]), [MenuStep::Insert(0)]);
    }

    proptest! {
        #[test]
        fn any_list_becomes_any_other(
            from in Just((0..12u8).collect::<Vec<_>>()).prop_shuffle(),
            to in Just((4..16u8).collect::<Vec<_>>()).prop_shuffle(),
            cut in (0..12usize, 0..12usize),
        ) {
            let (from, to) = (list(&from[cut.0..]), list(&to[cut.1..]));
            prop_assert_eq!(done(&from, &to), to);
        }
    }

    #[test]
    fn dividing_lines_are_told_apart() {
        let separated = keys(&[MenuEntry::Separator, MenuEntry::Separator]);
        assert_eq!(separated, [EntryKey::Separator(0), EntryKey::Separator(1)]);
    }
}
