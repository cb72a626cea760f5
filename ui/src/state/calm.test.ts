import { describe, expect, it } from 'vitest';

import { Calm } from './calm.svelte';

describe('a form', () => {
  it('lets a field speak once it was left, and all of them once saving was tried', () => {
    const calm = new Calm();
    expect([calm.says('name'), calm.says(null)]).toEqual([false, false]);
    calm.leave('name');
    expect([calm.says('name'), calm.says('role_arn'), calm.says(null)]).toEqual([
      true,
      false,
      true,
    ]);
    calm.tryAll();
    expect(calm.says('role_arn')).toBe(true);
    calm.begin();
    expect([calm.says('name'), calm.says('role_arn')]).toEqual([false, false]);
  });
});
