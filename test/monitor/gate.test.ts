import { describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { baselineOf, readBaseline } from '../../src/monitor/baseline.ts';
import { gate } from '../../src/monitor/gate.ts';
import { sampleDocument } from '../report/sample-document.ts';

const sample = sampleDocument({ elements: 40 });
const threat = firstOf(sample.threats);
const path = firstOf(sample.attackPaths);
const element = firstOf(sample.system.elements);

function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('the sample is empty');
  return first;
}

type Status = 'open' | 'mitigated' | 'accepted' | 'unknown';
type Level = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** A model of one threat and, if wanted, one path. */
function modelWith(given: {
  readonly status?: Status;
  readonly level?: Level;
  readonly score?: number;
  readonly exposure?: 'internal' | 'internet';
  readonly path?: Level;
}): ThreatModelDocument {
  const { status = 'open', level = 'high', score = 12, exposure = 'internal' } = given;
  const risk = { ...threat.risk, level, score };
  return {
    ...sample,
    system: {
      ...sample.system,
      elements: [{ ...element, id: threat.element, exposure: { level: exposure, because: [] } }],
    },
    threats: [{ ...threat, status, risk }],
    attackPaths: given.path === undefined ? [] : [{ ...path, risk: { ...path.risk, level: given.path } }],
  };
}

describe('the gate', () => {
  it.each([
    ['an open threat at the level', { level: 'high' }, 'high', 'ignore', true],
    ['an open threat over it', { level: 'critical' }, 'high', 'ignore', true],
    ['an open threat under it', { level: 'medium' }, 'high', 'ignore', false],
    ['an accepted threat', { status: 'accepted', level: 'critical' }, 'low', 'ignore', false],
    ['a mitigated threat', { status: 'mitigated', level: 'critical' }, 'low', 'ignore', false],
    ['an unknown threat', { status: 'unknown', level: 'critical' }, 'high', 'ignore', false],
    ['an unknown threat that counts', { status: 'unknown', level: 'critical' }, 'high', 'count', true],
    ['a path at the level', { status: 'mitigated', path: 'high' }, 'high', 'ignore', true],
    ['a path under it', { status: 'mitigated', path: 'low' }, 'high', 'ignore', false],
  ] as const)('%s', (_, given, level, unknowns, fails) => {
    expect(gate(modelWith(given), { level, unknowns }).fails).toBe(fails);
  });

  it('tells unknown threats whether or not they count', () => {
    const found = gate(modelWith({ status: 'unknown' }), { level: 'high', unknowns: 'ignore' });
    expect(found).toMatchObject({ fails: false, unknown: [threat.id] });
  });
});

describe('the gate with a baseline', () => {
  it.each([
    ['the same threat again', {}, {}, false],
    ['a higher risk', { score: 12 }, { score: 15 }, true],
    ['a lower risk', { score: 15 }, { score: 12 }, false],
    ['more exposure at equal risk', { exposure: 'internal' }, { exposure: 'internet' }, true],
    ['less exposure', { exposure: 'internet' }, { exposure: 'internal' }, false],
    ['one that was accepted', { status: 'accepted' }, { status: 'open' }, true],
    ['one that was mitigated', { status: 'mitigated' }, { status: 'open' }, true],
    ['one that was unknown', { status: 'unknown' }, { status: 'open' }, true],
    ['a path that was not there', {}, { path: 'high' }, true],
    ['a path that was', { path: 'high' }, { path: 'high' }, false],
  ] as const)('%s', (_, before, after, fails) => {
    const baseline = baselineOf(modelWith(before));
    expect(gate(modelWith(after), { level: 'high', unknowns: 'ignore', baseline }).fails).toBe(fails);
  });
});

describe('a baseline', () => {
  it('is read back as it was written, sorted, and without what is mitigated', () => {
    const baseline = baselineOf(sample);
    expect(readBaseline(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline);
    const ids = baseline.threats.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(baseline.threats.every(({ status }) => status !== 'mitigated')).toBe(true);
  });

  it.each([
    ['a list', []],
    ['another document', { kind: 'system' }],
    ['another version', { ...baselineOf(sample), schemaVersion: '2.0.0' }],
    ['threats of the wrong shape', { ...baselineOf(sample), threats: [{ id: 1 }] }],
    ['no paths', { ...baselineOf(sample), attackPaths: undefined }],
  ])('is refused with a reason: %s', (_, value) => {
    expect(readBaseline(value)).toMatch(/^it/);
  });
});
