import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { controls, threatRules } from '../../src/catalog/catalog.generated.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import weaknesses from '../../src/catalog/frameworks/weaknesses.json' with { type: 'json' };
import { modelOfTexts } from '../support/model-of-texts.ts';
import { filesOfExample } from '../support/rule-example.ts';

/**
 * Every threat rule against its examples. A comment on the line above a logical id says what must come out of the whole
 * pipeline: `# threat: data/public-read` open, `# ok: …` not open and not unknown, `# unknown: …`, `# mitigated: …`.
 */
interface Expectation {
  readonly rule: string;
  readonly verdict: 'threat' | 'ok' | 'unknown' | 'mitigated';
  readonly logicalId: string;
  readonly line: number;
}

const folder = fileURLToPath(new URL('../../src/catalog/threats/', import.meta.url));

function expectationsIn(text: string): readonly Expectation[] {
  const lines = text.split('\n');
  const pending: Omit<Expectation, 'logicalId'>[] = [];
  const found: Expectation[] = [];
  lines.forEach((line, at) => {
    const comment = /^\s*#\s*(threat|ok|unknown|mitigated):\s*(\S+)\s*$/.exec(line);
    const [, verdict, rule] = comment ?? [];
    if (verdict !== undefined && rule !== undefined)
      pending.push({ verdict: verdict as Expectation['verdict'], rule, line: at + 1 });
    const logicalId = /^\s*([A-Za-z0-9]+):\s*$/.exec(line)?.[1];
    if (logicalId !== undefined) found.push(...pending.splice(0).map((each) => ({ ...each, logicalId })));
  });
  return found;
}

function examplesOf(rule: string): readonly { readonly name: string; readonly text: string }[] {
  const path = `${folder}${rule}/examples/`;
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .sort()
    .map((name) => ({ name, text: readFileSync(`${path}${name}`, 'utf8') }));
}

describe.each(threatRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const examples = examplesOf(id);
  const expectations = examples.flatMap(({ text }) => expectationsIn(text)).filter((each) => each.rule === id);

  it('has examples that must be reported and ones that must not', () => {
    expect(expectations.filter(({ verdict }) => verdict === 'threat').length).toBeGreaterThan(0);
    expect(expectations.filter(({ verdict }) => verdict === 'ok' || verdict === 'mitigated').length).toBeGreaterThan(0);
  });

  it('is told in full, with ids that exist', () => {
    expect(rule.title).not.toBe('');
    expect(Object.values(rule.statement)).not.toContain('');
    expect(rule.stride.length).toBeGreaterThan(0);
    expect(rule.falsePositives).not.toBe('');
    expect(rule.references.length).toBeGreaterThan(0);
    expect(techniques.techniques.map((technique) => technique.id)).toEqual(
      expect.arrayContaining([...rule.techniques]),
    );
    expect(weaknesses.weaknesses.map((weakness) => weakness.id)).toEqual(expect.arrayContaining([...rule.weaknesses]));
    expect(rule.controls.length).toBeGreaterThan(0);
    expect(controls.map((control) => control.id)).toEqual(expect.arrayContaining([...rule.controls]));
  });

  it('asks facts and engines, not resource types, or says why', () => {
    const source = readFileSync(`${folder}${id}/${id.split('/').at(-1)}.ts`, 'utf8');
    const unexplained = source
      .split('\n')
      .filter((line, at, lines) => line.includes("'AWS::") && !/\/\/ type: \S/.test(`${lines[at - 1]}${line}`));
    expect(unexplained).toEqual([]);
  });

  it.each(examples.map(({ name, text }) => [name, text] as const))('holds on %s', async (_, text) => {
    const { document } = await modelOfTexts(filesOfExample(text));
    const errors = document.coverage.diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).toEqual([]);
    for (const { verdict, logicalId, line } of expectationsIn(text).filter((each) => each.rule === id)) {
      const statuses = document.threats
        .filter(
          (threat) =>
            threat.rule === id &&
            (threat.address === logicalId ||
              threat.evidence.some((each) => isWithin(each.source?.line, text, logicalId))),
        )
        .map(({ status }) => status);
      const where = `line ${line}, ${logicalId}: ${statuses.join(', ') || 'nothing'}`;
      if (verdict === 'ok')
        expect(
          statuses.filter((status) => status === 'open' || status === 'unknown'),
          where,
        ).toEqual([]);
      else expect(statuses, where).toContain(verdict === 'threat' ? 'open' : verdict);
      if (verdict === 'mitigated') expect(statuses, where).not.toContain('open');
    }
    for (const threat of document.threats.filter((each) => each.rule === id)) {
      expect(controls.map((control) => control.id)).toContain(
        document.mitigations.find((each) => each.id === threat.mitigations[0])?.control ?? controls[0]?.id,
      );
    }
  });
});

/** Is the line inside the resource's block? */
function isWithin(line: number | undefined, text: string, logicalId: string): boolean {
  if (line === undefined) return false;
  const lines = text.split('\n');
  const start = lines.findIndex((each) => new RegExp(`^ {2}${logicalId}:\\s*$`).test(each));
  if (start < 0) return false;
  const next = lines.findIndex((each, at) => at > start && /^ {0,2}[A-Za-z0-9]/.test(each));
  return line >= start + 1 && (next < 0 || line <= next);
}

describe('controls', () => {
  it.each(controls.map((control) => [control.id, control] as const))('%s is told in full', (_, control) => {
    expect([control.title, control.description, control.service, control.howToAdd]).not.toContain('');
    expect(control.references.length).toBeGreaterThan(0);
  });
});
