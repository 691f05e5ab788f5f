import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moves, threatRules } from '../../src/catalog/catalog.generated.ts';
import ours from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { unmappedTechniques } from '../../src/catalog/frameworks/unmapped-techniques.ts';

/** Every technique of the cloud matrices is found by a rule or move, or says why it is not. */
const named = new Set([
  ...moves.map(({ technique }) => technique),
  ...threatRules.flatMap(({ techniques }) => techniques),
]);
const isNamed = (technique: string) => named.has(technique);
const ids = new Set([...moves, ...threatRules].map(({ id }) => id));
const shared = '../shared/knowledge/attack-cloud-techniques.json';

describe('techniques of the cloud matrices', () => {
  it('are each named by a rule or move, or listed with the reason', () => {
    const open = ours.techniques.filter(({ id }) => !isNamed(id) && unmappedTechniques[id] === undefined);
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it.runIf(existsSync(shared))('of every platform, as ATT&CK lists them', () => {
    const { techniques } = JSON.parse(readFileSync(shared, 'utf8')) as { techniques: readonly { id: string }[] };
    const open = techniques.filter(({ id }) => !isNamed(id) && unmappedTechniques[id] === undefined);
    expect(open.map(({ id }) => id)).toEqual([]);
    const live = new Set(techniques.map(({ id }) => id));
    expect(Object.keys(unmappedTechniques).filter((id) => !live.has(id))).toEqual([]);
  });

  it('are listed only while nothing names them', () => {
    expect(Object.keys(unmappedTechniques).filter(isNamed)).toEqual([]);
  });

  it('that are shown as a part of something name rules and moves that exist', () => {
    const of = Object.values(unmappedTechniques).flatMap((one) => (one.kind === 'within' ? one.of : []));
    expect([...new Set(of)].filter((id) => !ids.has(id))).toEqual([]);
  });
});
