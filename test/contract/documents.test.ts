import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { compare } from '../../src/monitor/compare.ts';
import { formats, render } from '../../src/report/formats.ts';
import { schemaVersion } from '../../src/version.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** The documents that other tools read: valid under their schemas, today's and every earlier version kept here. */
const schema = JSON.parse(readFileSync('schema/threat-model.schema.json', 'utf8')) as object;
const validate = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true }).compile(schema);
const kept = readdirSync('test/contract').filter((file) => file.endsWith('.json'));
const webshop = {
  'webshop.yaml': readFileSync('examples/webshop/webshop.yaml', 'utf8'),
  'bartizan.yaml': readFileSync('examples/webshop/bartizan.yaml', 'utf8'),
};

describe('the threat model document', () => {
  it('is valid under its schema', async () => {
    const { document } = await modelOfTexts(webshop);
    const plain: unknown = JSON.parse(JSON.stringify(document));
    expect(validate(plain), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
  });

  it('names only elements, boundaries and mitigations that it has', async () => {
    const { document } = await modelOfTexts(webshop);
    const elements = new Set(document.system.elements.map(({ id }) => id));
    const boundaries = new Set(document.system.boundaries.map(({ id }) => id));
    const mitigations = new Set(document.mitigations.map(({ id }) => id));
    const ends = [
      ...document.threats.map(({ element }) => element),
      ...document.attackPaths.flatMap(({ entry, target, steps }) => [
        entry,
        target,
        ...steps.flatMap(({ from, to }) => [from, to]),
      ]),
      ...document.system.flows.flatMap(({ from, to }) => [from, to]),
      ...document.system.assets.map(({ heldBy }) => heldBy),
      ...document.mitigations.flatMap(({ addresses }) => addresses),
    ];
    expect([...new Set(ends)].filter((id) => !elements.has(id))).toEqual([]);
    const placed = [
      ...document.system.elements.flatMap(({ boundary, placements }) => [boundary, ...placements]),
      ...document.system.flows.flatMap(({ crosses }) => crosses),
    ];
    expect([...new Set(placed)].filter((id) => !boundaries.has(id))).toEqual([]);
    expect(document.system.boundaries.filter(({ parent }) => parent !== undefined && !boundaries.has(parent))).toEqual(
      [],
    );
    expect(document.threats.flatMap((threat) => threat.mitigations).filter((id) => !mitigations.has(id))).toEqual([]);
  });

  it('adds the factors of every risk up to its score', async () => {
    const { document } = await modelOfTexts(webshop);
    const sum = (factors: ThreatModelDocument['threats'][number]['risk']['factors'], on: string) =>
      factors.filter((factor) => factor.on === on).reduce((all, { effect }) => all + effect, 0);
    for (const { risk, likelihood, impact } of [...document.threats, ...document.attackPaths]) {
      expect(sum(risk.factors, 'likelihood')).toBe(likelihood);
      expect(sum(risk.factors, 'impact')).toBe(impact);
      expect(likelihood * impact).toBe(risk.score);
    }
  });

  it('has steps in topological order, each need told before', async () => {
    const { document } = await modelOfTexts(webshop);
    expect(document.attackPaths.length).toBeGreaterThan(0);
    for (const path of document.attackPaths) {
      const told = new Set<string>();
      for (const step of path.steps) {
        for (const need of step.needs) if (/^s\d+$/.test(need)) expect(told.has(need)).toBe(true);
        told.add(step.id);
      }
    }
  });
});

describe.each(kept)('a document of an earlier version: %s', (file) => {
  const document = JSON.parse(readFileSync(`test/contract/${file}`, 'utf8')) as ThreatModelDocument;

  it('is of this major version and still valid', () => {
    expect(document.schemaVersion.split('.')[0]).toBe(schemaVersion.split('.')[0]);
    expect(validate(document), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
  });

  it('is rendered in every format and compared with itself', async () => {
    for (const format of formats) expect((await render(document, format)).length).toBeGreaterThan(0);
    expect(compare(document, document).threats).toEqual([]);
  });
});
