//! The native menu. Its items are made once and patched: an open menu stays open, and the id
//! counter of Windows menus is not used up.

use std::collections::HashMap;

use anyhow::Context;
use sandglass_core::tray::{MenuEntry, same_structure};
use tray_icon::menu::{self, IsMenuItem, MenuItem, PredefinedMenuItem};

/// The menu as it stands, and every item it ever needed.
#[derive(Default)]
pub(super) struct Menu {
    native: Option<menu::Menu>,
    shown: Vec<MenuEntry>,
    items: HashMap<String, MenuItem>,
    submenus: HashMap<String, menu::Submenu>,
    separators: Vec<PredefinedMenuItem>,
}

impl Menu {
    /// The menu to hand to the tray icon.
    pub(super) fn native(&self) -> Option<Box<dyn menu::ContextMenu>> {
        self.native.clone().map(|menu| Box::new(menu) as Box<dyn menu::ContextMenu>)
    }

    /// Brings the menu to `entries`. True when it is a new one.
    pub(super) fn update(&mut self, entries: &[MenuEntry]) -> anyhow::Result<bool> {
        let rebuild = self.native.is_none() || !same_structure(&self.shown, entries);
        self.patch(entries)?;
        if rebuild {
            self.rebuild(entries)?;
        }
        self.shown = entries.to_vec();
        Ok(rebuild)
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

    fn rebuild(&mut self, entries: &[MenuEntry]) -> anyhow::Result<()> {
        if let Some(old) = self.native.take() {
            // Items are used again in the new menu.
            while old.remove_at(0).is_some() {}
        }
        let menu = menu::Menu::new();
        let mut separators = 0;
        for entry in entries {
            let item: &dyn IsMenuItem = match entry {
                MenuEntry::Item { action, .. } => self.item(&serde_json::to_string(action)?)?,
                MenuEntry::Note { id, .. } => self.item(id)?,
                MenuEntry::Submenu { id, entries, .. } => self.fill(id, entries)?,
                MenuEntry::Separator => {
                    if self.separators.len() == separators {
                        self.separators.push(PredefinedMenuItem::separator());
                    }
                    separators += 1;
                    &self.separators[separators - 1]
                }
            };
            menu.append(item)?;
        }
        self.native = Some(menu);
        Ok(())
    }

    fn item(&self, id: &str) -> anyhow::Result<&MenuItem> {
        self.items.get(id).context("a menu item was not made")
    }

    fn fill(&self, id: &str, entries: &[MenuEntry]) -> anyhow::Result<&menu::Submenu> {
        let submenu = self.submenus.get(id).context("a submenu was not made")?;
        while submenu.remove_at(0).is_some() {}
        for entry in entries {
            match entry {
                MenuEntry::Item { action, .. } => {
                    submenu.append(self.item(&serde_json::to_string(action)?)?)?;
                }
                MenuEntry::Note { id, .. } => submenu.append(self.item(id)?)?,
                MenuEntry::Submenu { id, entries, .. } => submenu.append(self.fill(id, entries)?)?,
                MenuEntry::Separator => submenu.append(&PredefinedMenuItem::separator())?,
            }
        }
        Ok(submenu)
    }
}

/// `&` marks an access key in native menus; in a profile's name it is a letter.
fn literal(label: &str) -> String {
    label.replace('&', "&&")
}
