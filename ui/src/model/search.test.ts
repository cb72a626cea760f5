import { describe, expect, it } from 'vitest';

import { searcher } from './search';

const entry = (name: string, ...others: (string | null)[]) => ({ name, others });
const search = searcher<ReturnType<typeof entry>>((one) => one);
const found = (entries: ReturnType<typeof entry>[], query: string) =>
  search(entries, query).map(({ name }) => name);

describe('the search', () => {
  const all = [
    entry('data-eng', 'via dev'),
    entry('payments-dev'),
    entry('dev-2'),
    entry('dev'),
    entry('prod', null),
  ];

  it('puts the equal name first, then what begins with it, then what holds it, then the rest', () => {
    expect(found(all, 'dev')).toEqual(['dev', 'dev-2', 'payments-dev', 'data-eng']);
    expect(found(all, ' DEV ')).toEqual(['dev', 'dev-2', 'payments-dev', 'data-eng']);
  });

  it('finds every word, wherever each stands, in the order that was', () => {
    expect(found([entry('b', 'prod pay'), entry('a', 'pay', 'prod')], 'pay prod')).toEqual([
      'b',
      'a',
    ]);
    expect(found(all, 'dev nobody')).toEqual([]);
    expect(found([entry('x'), entry('a b')], 'a b')).toEqual(['a b']);
  });

  it('shows everything where nothing is typed', () => {
    expect(search(all, '  ')).toBe(all);
  });

  it('reads no pattern, and no word across two parts', () => {
    expect(found([entry('a.*b'), entry('axxb')], '.*')).toEqual(['a.*b']);
    expect(found([entry('one', 'two')], 'onetwo')).toEqual([]);
  });

  it('sees no case and no accents', () => {
    expect(found([entry('Produção')], 'producao')).toEqual(['Produção']);
    expect(found([entry('producao')], 'PRODUÇÃO')).toEqual(['producao']);
  });
});
