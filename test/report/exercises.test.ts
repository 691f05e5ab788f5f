import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { render } from '../../src/report/formats.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** Documents for people: an exercise and a plan of tests from the system's own paths, and what would be seen. */
const webshop = async () =>
  (
    await modelOfTexts({
      'webshop.yaml': readFileSync('examples/webshop/webshop.yaml', 'utf8'),
      'bartizan.yaml': readFileSync('examples/webshop/bartizan.yaml', 'utf8'),
    })
  ).document;
let known: Promise<ThreatModelDocument> | undefined;
const document = () => (known ??= webshop());

describe('a table-top exercise', () => {
  it('plays up to three paths, of other attackers to other targets, with an inject for every step and one for the loss', async () => {
    const { attackPaths } = await document();
    const text = await render(await document(), 'table-top');
    const scenarios = text.split(/^## Scenario /m).slice(1);
    expect(scenarios.length).toBe(Math.min(3, attackPaths.length));
    for (const scenario of scenarios) {
      const steps = Number(/in (\d+) steps?\./.exec(scenario)?.[1]);
      expect(scenario.match(/^#### T\+/gm)?.length).toBe(steps + 1);
      expect(scenario.match(/^Questions:/gm)?.length).toBe(steps + 1);
    }
  });

  it('says so when there is nothing to play', async () => {
    const none = { ...(await document()), attackPaths: [] };
    expect(await render(none, 'table-top')).toContain('nothing to play');
  });
});

describe('a plan of tests', () => {
  it('begins with the highest risk, and names only paths and threats of the model', async () => {
    const { tests = [], attackPaths, threats } = await document();
    const risks = tests.map(({ risk }) => risk);
    expect(risks).toEqual(risks.toSorted((a, b) => b - a));
    expect(new Set(tests.map(({ kind }) => kind))).toEqual(new Set(['detonate', 'scan', 'review']));
    const ids = new Set([...attackPaths, ...threats].map(({ id }) => id));
    expect(tests.flatMap((test) => [...test.paths, ...test.threats]).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('ends with entries that bartizan.yaml takes as they are', async () => {
    const text = await render(await document(), 'test-plan');
    const yaml = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const { document: after } = await modelOfTexts({
      'app.yaml': 'Resources: { Queue: { Type: AWS::SQS::Queue } }',
      'bartizan.yaml': yaml,
    });
    expect(after.coverage.diagnostics.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('a layer of detection', () => {
  it('has every technique once, scored between unseen and always told', async () => {
    const layer = JSON.parse(await render(await document(), 'navigator-detection')) as {
      readonly versions: { readonly layer: string };
      readonly techniques: readonly { readonly techniqueID: string; readonly score: number }[];
    };
    expect(layer.versions.layer).toBe('4.5');
    const ids = layer.techniques.map(({ techniqueID }) => techniqueID);
    expect(ids).toEqual((await document()).detection?.techniques.map(({ technique }) => technique));
    expect(layer.techniques.filter(({ score }) => !(score >= 0 && score <= 100))).toEqual([]);
  });
});

it('reports tell what is seen, and go without it for documents of earlier versions', async () => {
  const { detection: _, tests: __, ...earlier } = await document();
  expect(await render(await document(), 'html')).toContain('id="detection"');
  expect(await render(earlier, 'html')).not.toContain('id="detection"');
  expect(await render(await document(), 'markdown')).toContain('## Detection');
  expect(await render(earlier, 'markdown')).not.toContain('## Detection');
  for (const format of ['table-top', 'test-plan', 'navigator-detection'] as const)
    expect((await render(earlier, format)).length).toBeGreaterThan(0);
});
