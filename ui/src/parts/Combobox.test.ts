import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import Combobox from './Combobox.svelte';

const options = [
  { value: 'eu-central-1', hint: 'Europe (Frankfurt)' },
  { value: 'eu-west-1', hint: 'Europe (Ireland)' },
];

function shown(value = '') {
  const change = vi.fn((text: string) => view.rerender({ value: text }));
  const view = render(Combobox, { id: 'region', label: 'Region', value, options, change });
  return { change, field: screen.getByRole('combobox'), user: userEvent.setup() };
}

describe('a field with choices', () => {
  it('takes any text', async () => {
    const { change, field, user } = shown();
    await user.type(field, 'xx');
    expect(change).toHaveBeenLastCalledWith('xx');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('is filled in with the arrows and Enter', async () => {
    const { change, field, user } = shown();
    await user.type(field, 'fr');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{ArrowDown}');
    expect(field.getAttribute('aria-activedescendant')).toBe('region-0');
    await user.keyboard('{Enter}');
    expect(change).toHaveBeenLastCalledWith('eu-central-1');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(document.activeElement).toBe(field);
  });

  it('is left alone once its text is a choice', async () => {
    const { field, user } = shown();
    await user.type(field, 'eu-west-1');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('offers everything until something is typed', async () => {
    const { field, user } = shown('eu-west-1');
    await user.click(field);
    expect(screen.getAllByRole('option')).toHaveLength(2);
    const [, second] = screen.getAllByRole('option');
    expect(second?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Escape}');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });
});
