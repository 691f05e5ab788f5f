import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moves, threatRules } from '../../src/catalog/catalog.generated.ts';
import { seenByAws, stratusAttacks } from './catalogued-attacks.ts';

/** Everything that public catalogues of attacks on AWS list is a move or a threat here, or nothing, with the reason. */
const catalogues = [
  { name: 'Stratus Red Team', file: '../shared/knowledge/stratus-aws.json', prefix: 'aws.', table: stratusAttacks },
  { name: 'what AWS has seen', file: '../shared/knowledge/aws-ttc.json', prefix: '', table: seenByAws },
] as const;

const idsIn = (file: string): readonly string[] =>
  (
    JSON.parse(readFileSync(file, 'utf8')) as { readonly techniques: readonly { readonly id: string }[] }
  ).techniques.map(({ id }) => id);

describe.each(catalogues)('the attacks of $name', ({ file, prefix, table }) => {
  it.runIf(existsSync(file))('are all classified, and no others', () => {
    expect(Object.keys(table).map((id) => `${prefix}${id}`)).toEqual(expect.arrayContaining([...idsIn(file)]));
    expect(Object.keys(table).length).toBe(idsIn(file).length);
  });

  it('are moves and threats that there are, or have a reason', () => {
    const [own, rules] = [new Set(moves.map(({ id }) => id)), new Set(threatRules.map(({ id }) => id))];
    const wrong = Object.entries(table).filter(([, standing]) => {
      if (typeof standing === 'string') return standing.length < 30;
      const { moves: made = [], threats = [] } = standing;
      const isThere = made.every((id) => own.has(id)) && threats.every((id) => rules.has(id));
      return !isThere || made.length + threats.length === 0;
    });
    expect(wrong).toEqual([]);
  });
});
