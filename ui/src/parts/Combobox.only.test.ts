import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import Combobox from './Combobox.svelte';

const options = ['dev', 'prod', 'prod-admin'].map((value) => ({ value, hint: '' }));

function open() {
  const change = vi.fn();
  render(Combobox, { id: 'x', label: 'Profile', value: 'dev', options, only: true, change });
  const input = screen.getByRole<HTMLInputElement>('combobox');
  return { change, input, user: userEvent.setup({ delay: null }) };
}

describe('a box of choices alone', () => {
  it('takes the first that fits, at once', async () => {
    const { change, input, user } = open();
    await user.click(input);
    await user.keyboard('{Control>}a{/Control}prod{Enter}');
    expect(change).toHaveBeenCalledExactlyOnceWith('prod');
  });

  it('is as before where nothing fits, and where it is left', async () => {
    const { change, input, user } = open();
    await user.click(input);
    await user.keyboard('{Control>}a{/Control}nobody{Enter}');
    expect(input.value).toBe('dev');
    await user.keyboard('{Control>}a{/Control}pro{Escape}');
    expect(input.value).toBe('dev');
    expect(change).not.toHaveBeenCalled();
  });
});
