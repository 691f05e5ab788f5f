import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { controls, threatRules } from '../../src/catalog/catalog.generated.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import weaknesses from '../../src/catalog/frameworks/weaknesses.json' with { type: 'json' };
import { modelOfTexts } from '../support/model-of-texts.ts';
import { examplesOfRule, filesOfExample, isMarked, isWithinMarked } from '../support/rule-example.ts';

/**
 * Every threat rule against its examples, templates and Terraform. A comment on the line above a logical id or a resource
 * block says what must come out of the whole pipeline: `# threat: data/public-read` open, `# ok: …` not open and not
 * unknown, `# unknown: …`, `# mitigated: …`.
 */
const folder = fileURLToPath(new URL('../../src/catalog/threats/', import.meta.url));

const awsPage = /^https:\/\/(docs\.aws\.amazon\.com|aws\.amazon\.com)\/\S+$/;

describe.each(threatRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const examples = examplesOfRule(id);
  const expectations = examples.flatMap(({ marks }) => marks).filter((each) => each.rule === id);

  it('has examples that must be reported and ones that must not', () => {
    expect(expectations.filter(({ verdict }) => verdict === 'threat').length).toBeGreaterThan(0);
    expect(expectations.filter(({ verdict }) => verdict === 'ok' || verdict === 'mitigated').length).toBeGreaterThan(0);
  });

  it('is told in full, with ids that exist', () => {
    expect(rule.title).not.toBe('');
    expect(Object.values(rule.statement)).not.toContain('');
    expect(rule.stride.length).toBeGreaterThan(0);
    expect(rule.howUsed.length, 'how attackers use it').toBeGreaterThan(80);
    expect(rule.howTested.length, 'how to test it').toBeGreaterThan(80);
    expect(rule.falsePositives).not.toBe('');
    expect(
      rule.references.some((reference) => awsPage.test(reference)),
      'a page of AWS',
    ).toBe(true);
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

  it.each(examples.map((example) => [example.name, example] as const))('holds on %s', async (_, example) => {
    const { document, imported } = await modelOfTexts(filesOfExample(example));
    const errors = document.coverage.diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).toEqual([]);
    for (const mark of example.marks.filter((each) => each.rule === id)) {
      const { verdict, address, line } = mark;
      const statuses = document.threats
        .filter(
          (threat) =>
            threat.rule === id &&
            (isMarked(threat.address, mark) ||
              threat.evidence.some((each) => isWithinMarked(each.source?.line, example, mark))),
        )
        .map(({ status }) => status);
      const where = `line ${line}, ${address}: ${statuses.join(', ') || 'nothing'}`;
      expect(
        imported.resources.some((resource) => isMarked(resource.address, mark)),
        where,
      ).toBe(true);
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

describe('controls', () => {
  it.each(controls.map((control) => [control.id, control] as const))('%s is told in full', (_, control) => {
    expect([control.title, control.description, control.service, control.howToAdd]).not.toContain('');
    expect(control.references.length).toBeGreaterThan(0);
  });
});
