// The choice of what is watched: profiles by account, each with a check mark.

import type { SessionRow } from '../backend';
import { filtered } from './arrange';
import { compareNames } from './names';

export type Mark = 'none' | 'some' | 'all';

export type ChooseItem =
  | { kind: 'account'; key: string; account: string | null; profiles: string[] }
  | {
      kind: 'profile';
      key: string;
      row: SessionRow;
      /** The only one of its account: no heading stands above it. */
      alone: boolean;
    };

/** What can be watched with sense: what has credentials, or is watched already. */
export function offeredRows(rows: readonly SessionRow[]): SessionRow[] {
  return rows
    .filter(({ kind, watched }) => watched || (kind !== 'settings' && kind !== 'none'))
    .sort((a, b) => {
      const [left, right] = [a.account ?? '\uffff', b.account ?? '\uffff'];
      return left === right ? compareNames(a.profile, b.profile) : left < right ? -1 : 1;
    });
}

/** Accounts, each with its profiles below it; a profile alone in its account stands for itself. What a search finds first leads its account. */
export function chooseItems(rows: readonly SessionRow[], query: string): ChooseItem[] {
  const accounts = new Map<string | null, SessionRow[]>();
  for (const row of filtered(rows, query)) {
    const members = accounts.get(row.account);
    if (members) members.push(row);
    else accounts.set(row.account, [row]);
  }
  return [...accounts].flatMap(([account, members]): ChooseItem[] => {
    const alone = members.length === 1;
    const profiles = members.map((row): ChooseItem => ({
      kind: 'profile',
      key: `profile ${row.profile}`,
      row,
      alone,
    }));
    const head = { kind: 'account', key: `account ${account}`, account } as const;
    return alone
      ? profiles
      : [{ ...head, profiles: members.map(({ profile }) => profile) }, ...profiles];
  });
}

export function profilesOf(item: ChooseItem): string[] {
  return item.kind === 'account' ? item.profiles : [item.row.profile];
}

export function markOf(item: ChooseItem, checked: ReadonlySet<string>): Mark {
  const profiles = profilesOf(item);
  const on = profiles.filter((profile) => checked.has(profile)).length;
  return on === 0 ? 'none' : on === profiles.length ? 'all' : 'some';
}

/** All of an item on, or off where all were on. Up to `from`, what is between follows. */
export function toggled(
  items: readonly ChooseItem[],
  checked: ReadonlySet<string>,
  at: number,
  from: number | null,
): ReadonlySet<string> {
  const item = items[at];
  if (!item) return checked;
  const on = markOf(item, checked) !== 'all';
  const range = from === null ? [item] : items.slice(Math.min(from, at), Math.max(from, at) + 1);
  const changed = new Set(checked);
  for (const profile of range.flatMap(profilesOf)) {
    if (on) changed.add(profile);
    else changed.delete(profile);
  }
  return changed;
}
