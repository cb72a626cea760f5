// The list of profiles: those in the files, and unsaved ones.

import type { ProfileRow, ProfileKind, SectionRef, SectionType } from '../backend';
import { compareNames } from './names';
import type { FormKind } from './profile-fields';
import { searcher } from './search';

export interface ProfileItem {
  key: string;
  name: string;
  type: SectionType;
  kind: FormKind;
  mfa: boolean;
  /** What it leans on: a source profile, an SSO session, an address. */
  via: string | null;
  account: string | null;
  /** Its own region, or that of its source. */
  region: string | null;
  unsaved: boolean;
  /** Whether something keeps it from working. */
  broken: boolean;
}

/** What tells a section from every other: a profile and an SSO session may share a name. */
export function keyOf(section: SectionRef): string {
  return `${section.is} ${section.name}`;
}

export function formKind(section: SectionRef, kind: ProfileKind | null): FormKind {
  if (section.is === 'sso_session') return 'sso_session';
  if (kind === null) return 'other';
  return kind === 'role_mfa' ? 'role' : kind;
}

export function itemOf(row: ProfileRow): ProfileItem {
  const { section, kind, mfa, via, account, region, problems } = row;
  return {
    key: keyOf(section),
    name: section.name,
    type: section.is,
    kind: formKind(section, kind),
    mfa,
    via,
    account,
    region,
    unsaved: false,
    broken: problems > 0,
  };
}

const KIND_WORDS: Record<FormKind, string> = {
  keys: 'access keys',
  role: 'role',
  sso: 'sso identity center',
  sso_legacy: 'sso identity center',
  web_identity: 'web identity',
  process: 'process',
  login: 'aws login',
  temporary_keys: 'temporary keys',
  sso_session: 'sso session',
  other: '',
};

/** Items that hold every word of the query, the name that was typed first. */
export const filteredItems = searcher<ProfileItem>((item) => ({
  name: item.name,
  others: [item.via, item.account, KIND_WORDS[item.kind], item.mfa ? 'mfa' : null],
}));

export function sortedItems(items: readonly ProfileItem[]): ProfileItem[] {
  return [...items].sort((a, b) => compareNames(a.name, b.name));
}

export type ListEntry =
  | { kind: 'heading'; key: string; type: SectionType }
  | { kind: 'item'; key: string; item: ProfileItem };

export interface ItemList {
  items: ListEntry[];
  /** The keys in their order, and where in `items` each stands. */
  keys: string[];
  places: number[];
}

/** Profiles first; other sections below a heading of their own. */
export function listedItems(items: readonly ProfileItem[]): ItemList {
  const list: ItemList = { items: [], keys: [], places: [] };
  for (const type of ['profile', 'sso_session', 'services'] as const) {
    const members = items.filter((item) => item.type === type);
    if (members.length > 0 && type !== 'profile') {
      list.items.push({ kind: 'heading', key: `heading ${type}`, type });
    }
    for (const item of members) {
      list.keys.push(item.key);
      list.places.push(list.items.length);
      list.items.push({ kind: 'item', key: item.key, item });
    }
  }
  return list;
}

/** The name, or the first with a number behind it that nobody has. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(name)) return name;
  }
}
