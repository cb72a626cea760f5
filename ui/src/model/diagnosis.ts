// Selects, orders and words the parts of a diagnosis.

import type { CheckRow, CheckState, EvidenceView, OfferedFix, Place, Shell } from '../backend';
import type { IconName } from '../parts/icons';

export const STATE_ICONS: Record<CheckState, IconName> = {
  ok: 'ok',
  warn: 'warn',
  fail: 'bad',
  skipped: 'dash',
};

/** The checks with one that is through: in the place of its older self, or last. */
export function withCheck(checks: readonly CheckRow[], check: CheckRow): readonly CheckRow[] {
  const place = checks.findIndex(({ code }) => code === check.code);
  return place < 0 ? [...checks, check] : checks.with(place, check);
}

/** `~/.zshrc:41`, or the variable, or nothing. */
export function placeOf({ file, line, variable }: EvidenceView): string {
  if (file !== null) return line === null ? file : `${file}:${String(line)}`;
  return variable ?? '';
}

/** The same as a place: a file opens, a variable does not. */
export function shownPlace(exhibit: EvidenceView): Place | null {
  const text = placeOf(exhibit);
  return text === '' ? null : { text, file: exhibit.file, line: exhibit.line };
}

/** The evidence that a text does not name already. */
export function unsaid(evidence: readonly EvidenceView[], text: string): readonly EvidenceView[] {
  return evidence.filter((exhibit) => {
    const place = placeOf(exhibit);
    // Line 4 is not named by line 41.
    const named = text
      .split(place)
      .slice(1)
      .some((rest) => !/^\d/.test(rest));
    return place === '' || !named;
  });
}

/** Whether it is another command in each shell: taking variables away is. */
export function unsets(fix: OfferedFix): boolean {
  return fix.commands.length > 1;
}

const SHELL_NAMES: Partial<Record<Shell, string>> = { powershell: 'PowerShell' };

export function shellName(shell: Shell): string {
  return SHELL_NAMES[shell] ?? shell;
}

/** Fixes that are done here, and those that are a command for a terminal. */
export function ways(fixes: readonly OfferedFix[]): { here: OfferedFix[]; terminal: OfferedFix[] } {
  return {
    here: fixes.filter(({ commands }) => commands.length === 0),
    terminal: fixes.filter(({ commands }) => commands.length > 0),
  };
}
