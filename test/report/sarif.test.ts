import { existsSync, readFileSync } from 'node:fs';
import ajvModule from 'ajv';
import formatsModule from 'ajv-formats';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { renderSarif } from '../../src/report/sarif.ts';
import { sampleDocument } from './sample-document.ts';

const schemaFile = '../shared/schemas/sarif-2.1.0.schema.json';

function runOf(document = sampleDocument({ elements: 22 })): Run {
  const log = JSON.parse(renderSarif(document)) as Log;
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('SARIF', () => {
  const document = sampleDocument({ elements: 22 });
  const run = runOf(document);
  const results = run.results ?? [];
  const resultOf = (id: string) =>
    results.find((result) => result.partialFingerprints?.['bartizan/threatId/v1'] === id);

  it.each([
    ['open, critical', 'data/public-read@shop/ImagesBucket#', 'fail', 'error'],
    ['open, high', 'network/plaintext@shop/LoadBalancer#', 'fail', 'error'],
    ['open, medium', 'data/no-backup@shop/CartTable#', 'fail', 'warning'],
    ['open, info', 'compute/old-runtime@shop/CheckoutFunction#', 'fail', 'note'],
    ['unknown', 'data/unknown-key-policy@shop/DataKey#', 'open', 'none'],
    ['accepted', 'network/nat-egress@shop/NatGateway#', 'fail', 'note'],
  ])('a threat that is %s', (_, id, kind, level) => {
    expect(resultOf(id)).toMatchObject({ kind, level });
  });

  it('leaves out what a control stops', () => {
    expect(resultOf('edge/no-web-filter@shop/Cdn#')).toBeUndefined();
  });

  it('keeps an acceptance as a suppression with its reason', () => {
    expect(resultOf('network/nat-egress@shop/NatGateway#')?.suppressions).toMatchObject([
      { kind: 'inSource', status: 'accepted', justification: expect.stringContaining('until 2027-03-31') },
    ]);
  });

  it('points at the line, and at the element', () => {
    expect(resultOf('data/public-read@shop/ImagesBucket#')?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'shop/template.yaml', uriBaseId: 'SRCROOT' },
          region: { startLine: 80, startColumn: 3, endLine: 94 },
        },
        logicalLocations: [{ name: 'ImagesBucket', fullyQualifiedName: 'shop/ImagesBucket', kind: 'resource' }],
      },
    ]);
  });

  it('has a code flow with a place for every step of a path', () => {
    const path = results.find((result) => result.ruleId === 'attack-path/read-data');
    const steps = path?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps.map((step) => step.location?.physicalLocation?.region?.startLine)).toEqual([120, 121, 122, 123]);
    expect(steps.map((step) => step.executionOrder)).toEqual([1, 2, 3, 4]);
  });

  it('describes every rule once and refers to it by its position', () => {
    const rules = run.tool.driver.rules ?? [];
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const result of results) expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    for (const rule of rules) expect(Number(rule.properties?.['security-severity'])).toBeGreaterThan(0);
  });

  it('names the weaknesses and techniques that rules relate to', () => {
    const taxa = new Map(run.taxonomies?.map(({ guid, taxa: own }) => [guid, own?.map(({ id }) => id)]));
    for (const rule of run.tool.driver.rules ?? []) {
      for (const { target } of rule.relationships ?? [])
        expect(taxa.get(target.toolComponent?.guid)).toContain(target.id);
    }
  });

  it('keeps fingerprints when lines move', () => {
    const moved = JSON.parse(JSON.stringify(document).replaceAll('"line":80', '"line":95')) as typeof document;
    const prints = (own: Run) => own.results?.map((result) => result.partialFingerprints);
    expect(prints(runOf(moved))).toEqual(prints(run));
  });

  it('writes paths of files as relative addresses', () => {
    const odd = JSON.parse(
      JSON.stringify(document).replaceAll('shop/template.yaml', 'a b/ü:c#?.yaml'),
    ) as typeof document;
    const [artifact] = runOf(odd).artifacts ?? [];
    expect(artifact?.location?.uri).toBe('a%20b/%C3%BC%3Ac%23%3F.yaml');
  });

  it('escapes what would be a link or a placeholder in a message', () => {
    const odd = sampleDocument({ elements: 22, names: ['[a](b) {0}'] });
    expect(runOf(odd).results?.some((result) => result.message.text?.includes('\\[a\\](b) {{0}}'))).toBe(true);
  });

  // The schema of the standard does not come with the package; without it the structure is tested above.
  describe.skipIf(!existsSync(schemaFile))('against the schema of the standard', () => {
    it.each([
      ['a small system', sampleDocument({ elements: 22 })],
      ['hostile names', sampleDocument({ elements: 22, hostile: true })],
      ['nothing at all', { ...sampleDocument({ elements: 2 }), threats: [], attackPaths: [] }],
    ])('is valid: %s', (_title, own) => {
      const ajv = new ajvModule.Ajv({ strict: false, allErrors: true });
      formatsModule.default(ajv);
      // Draft 4 in name; apart from the spelling of `id` it uses nothing that draft 7 has otherwise.
      const {
        id: _id,
        $schema: _schema,
        ...schema
      } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
      const validate = ajv.compile(schema);
      validate(JSON.parse(renderSarif(own)));
      expect(validate.errors ?? []).toEqual([]);
    });
  });
});
