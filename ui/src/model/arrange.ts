// Filters, groups and sorts sessions.

import type { Group, SessionKind, SessionRow, Sort } from '../backend';
import { compareNames } from './names';
import { searcher } from './search';

export const GROUPS: readonly Group[] = ['needs_you', 'watching', 'always_valid', 'others'];

function byName(a: SessionRow, b: SessionRow): number {
  return compareNames(a.profile, b.profile);
}

/** The sooner somebody should look, the smaller. */
function urgency(row: SessionRow): number {
  if (row.state === 'broken' || row.attention === 'fix') return Number.NEGATIVE_INFINITY;
  if (row.state === 'expired') return row.expiresAt ?? 0;
  return Math.min(row.expiresAt ?? Infinity, row.need ? (row.humanDeadline ?? Infinity) : Infinity);
}

function byUrgency(a: SessionRow, b: SessionRow): number {
  // What holds settings only is nothing to look after.
  if ((a.state === 'none') !== (b.state === 'none')) return a.state === 'none' ? 1 : -1;
  const [left, right] = [urgency(a), urgency(b)];
  return left === right ? byName(a, b) : left - right;
}

function byAccount(a: SessionRow, b: SessionRow): number {
  const [left, right] = [a.account ?? '\uffff', b.account ?? '\uffff'];
  return left === right ? byName(a, b) : left < right ? -1 : 1;
}

const orders = { urgency: byUrgency, name: byName, account: byAccount };

export function sorted(rows: readonly SessionRow[], by: Sort): SessionRow[] {
  return [...rows].sort(orders[by]);
}

/** Words people may type for a kind, beside its own and what the row shows. */
const MORE_WORDS: Partial<Record<SessionKind, string>> = {
  keys: 'access key',
  sso: 'identity center',
  settings: 'only',
};

function kindWords(kind: SessionKind): string {
  return kind === 'none' ? '' : `${kind.replaceAll('_', ' ')} ${MORE_WORDS[kind] ?? ''}`;
}

/** Rows that hold every word of the query, the name that was typed first. */
export const filtered = searcher<SessionRow>((row) => ({
  name: row.profile,
  others: [
    row.account,
    row.role,
    row.via,
    row.label?.text,
    row.place,
    kindWords(row.kind),
    row.mfa ? 'mfa' : null,
  ],
}));

export type ListItem =
  | { kind: 'heading'; key: string; group: Group; count: number }
  | { kind: 'found'; key: string; count: number }
  | { kind: 'row'; key: string; row: SessionRow; first: boolean; last: boolean };

export interface List {
  items: ListItem[];
  /** The profiles in their order, and where in `items` each stands. */
  profiles: string[];
  places: number[];
}

function add(list: List, heading: ListItem, members: readonly SessionRow[]): void {
  if (members.length === 0) return;
  list.items.push(heading);
  members.forEach((row, place) => {
    const [first, last] = [place === 0, place === members.length - 1];
    list.places.push(list.items.length);
    list.profiles.push(row.profile);
    list.items.push({ kind: 'row', key: `row ${row.profile}`, row, first, last });
  });
}

/** Headings and rows one below the other; empty groups have no heading. */
export function listed(rows: readonly SessionRow[]): List {
  const groups = new Map<Group, SessionRow[]>(GROUPS.map((group) => [group, []]));
  for (const row of rows) groups.get(row.group)?.push(row);
  const list: List = { items: [], profiles: [], places: [] };
  for (const [group, members] of groups) {
    const heading = { kind: 'heading' as const, key: `heading ${group}`, group };
    add(list, { ...heading, count: members.length }, members);
  }
  return list;
}

/** What a search found, in the order of how well it fits: groups would tear that apart. */
export function listedFound(rows: readonly SessionRow[]): List {
  const list: List = { items: [], profiles: [], places: [] };
  add(list, { kind: 'found', key: 'found', count: rows.length }, rows);
  return list;
}

/** Where each row of a list stands, and below which heading. */
export type Held = ReadonlyMap<string, { place: number; group: Group }>;

export function heldOf(list: List): Held {
  const held = new Map<string, { place: number; group: Group }>();
  let group: Group | null = null;
  for (const item of list.items) {
    if (item.kind === 'heading') group = item.group;
    else if (item.kind === 'row') {
      held.set(item.row.profile, { place: held.size, group: group ?? item.row.group });
    }
  }
  return held;
}

/**
 * The rows as they stood: a row under somebody's pointer must not run away. New ones come last.
 * What a row says is new; where it stands is not.
 */
export function kept(rows: readonly SessionRow[], held: Held): SessionRow[] {
  const place = (row: SessionRow) => held.get(row.profile)?.place ?? held.size;
  return rows
    .map((row) => {
      const group = held.get(row.profile)?.group ?? row.group;
      return group === row.group ? row : { ...row, group };
    })
    .sort((a, b) => place(a) - place(b));
}
