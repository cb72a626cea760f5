//! The native menu. It is created once and changed entry by entry: on Linux a tray host may read it between any two
//! changes and must find a menu, and Windows' counter of menu ids is not used up.

use std::collections::HashMap;

use anyhow::Context;
use sandglass_app::tray::{EntryKey, MenuEntry, MenuStep, keys, steps};
use tray_icon::menu::{self, IsMenuItem, MenuItem, PredefinedMenuItem};

/// The menu as it stands, and every item it ever needed.
#[derive(Default)]
pub(super) struct Menu {
    native: Option<menu::Menu>,
    items: HashMap<String, MenuItem>,
    submenus: HashMap<String, menu::Submenu>,
    /// The entries of the menu itself (`None`) and of each submenu.
    standing: HashMap<Option<String>, Vec<EntryKey>>,
}

impl Menu {
    /// The menu to hand to the tray icon. It stays the same one.
    pub(super) fn native(&self) -> Option<Box<dyn menu::ContextMenu>> {
        self.native.clone().map(|menu| Box::new(menu) as Box<dyn menu::ContextMenu>)
    }

    /// Brings the menu to `entries`.
    pub(super) fn update(&mut self, entries: &[MenuEntry]) -> anyhow::Result<()> {
        self.patch(entries)?;
        let menu = self.native.get_or_insert_with(menu::Menu::new).clone();
        self.arrange(None, &menu, entries)
    }

    /// Makes what is new and changes the text of what is there.
    fn patch(&mut self, entries: &[MenuEntry]) -> anyhow::Result<()> {
        for entry in entries {
            match entry {
                MenuEntry::Item { action, label, enabled } => {
                    self.patch_item(serde_json::to_string(action)?, label, *enabled);
                }
                MenuEntry::Note { id, label } => self.patch_item(id.clone(), label, false),
                MenuEntry::Submenu { id, label, entries } => {
                    let text = literal(label);
                    match self.submenus.get(id) {
                        Some(submenu) if submenu.text() != text => submenu.set_text(text),
                        Some(_) => {}
                        None => {
                            self.submenus.insert(id.clone(), menu::Submenu::with_id(id, text, true));
                        }
                    }
                    self.patch(entries)?;
                }
                MenuEntry::Separator => {}
            }
        }
        Ok(())
    }

    fn patch_item(&mut self, id: String, label: &str, enabled: bool) {
        let text = literal(label);
        let Some(item) = self.items.get(&id) else {
            let item = MenuItem::with_id(id.as_str(), text, enabled, None);
            self.items.insert(id, item);
            return;
        };
        if item.text() != text {
            item.set_text(text);
        }
        if item.is_enabled() != enabled {
            item.set_enabled(enabled);
        }
    }

    /// Puts into a menu what is to stand there, submenus filled.
    fn arrange(&mut self, id: Option<&str>, into: &dyn Entries, entries: &[MenuEntry]) -> anyhow::Result<()> {
        for entry in entries {
            if let MenuEntry::Submenu { id, entries, .. } = entry {
                let submenu = self.submenus.get(id).context("a submenu was not made")?.clone();
                self.arrange(Some(id), &submenu, entries)?;
            }
        }
        let wanted = keys(entries);
        let standing = self.standing.entry(id.map(str::to_owned)).or_default();
        let steps = steps(standing, &wanted);
        *standing = wanted;
        for step in steps {
            match step {
                MenuStep::Remove(place) => into.remove(place),
                MenuStep::Insert(place) => self.insert(into, place, &entries[place])?,
            }
        }
        Ok(())
    }

    fn insert(&self, into: &dyn Entries, place: usize, entry: &MenuEntry) -> anyhow::Result<()> {
        let item = |id: &str| self.items.get(id).context("a menu item was not made");
        match entry {
            MenuEntry::Item { action, .. } => into.insert(item(&serde_json::to_string(action)?)?, place)?,
            MenuEntry::Note { id, .. } => into.insert(item(id)?, place)?,
            MenuEntry::Submenu { id, .. } => {
                into.insert(self.submenus.get(id).context("a submenu was not made")?, place)?;
            }
            MenuEntry::Separator => into.insert(&PredefinedMenuItem::separator(), place)?,
        }
        Ok(())
    }
}

/// A holder of entries: the menu itself, or one of its submenus.
trait Entries {
    fn insert(&self, item: &dyn IsMenuItem, place: usize) -> menu::Result<()>;
    fn remove(&self, place: usize);
}

impl Entries for menu::Menu {
    fn insert(&self, item: &dyn IsMenuItem, place: usize) -> menu::Result<()> {
        self.insert(item, place)
    }

    fn remove(&self, place: usize) {
        self.remove_at(place);
    }
}

impl Entries for menu::Submenu {
    fn insert(&self, item: &dyn IsMenuItem, place: usize) -> menu::Result<()> {
        self.insert(item, place)
    }

    fn remove(&self, place: usize) {
        self.remove_at(place);
    }
}

/// `&` marks an access key in native menus; in a profile's name it is a letter.
fn literal(label: &str) -> String {
    label.replace('&', "&&")
}
