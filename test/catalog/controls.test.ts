import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { controls, detectionSources } from '../../src/catalog/catalog.generated.ts';
import { guardDutyFindings } from '../../src/catalog/data/guard-duty-findings.ts';
import { detonations } from '../../src/catalog/data/stratus-tests.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { modelOfTexts } from '../support/model-of-texts.ts';

/** What controls say of themselves is true as far as others say it: techniques exist, scores are those of their basis. */
const live = new Set(techniques.techniques.map(({ id }) => id));
const knowledge = '../shared/knowledge';

describe.each(controls.map((control) => [control.id, control] as const))('%s', (_, control) => {
  it('says how to see it in force, how to add it and what it does to techniques that exist', () => {
    expect(control.inForce).not.toBe('');
    expect(control.howToAdd).not.toBe('');
    expect(control.references.length).toBeGreaterThan(0);
    expect(control.effects.map(({ technique }) => technique).filter((id) => !live.has(id))).toEqual([]);
    const told = control.effects.map(({ technique, does }) => `${technique} ${does}`);
    expect(new Set(told).size).toBe(told.length);
  });
});

describe.runIf(existsSync(knowledge))('facts taken from others', () => {
  const read = <T>(file: string) => JSON.parse(readFileSync(`${knowledge}/${file}`, 'utf8')) as T;

  it('are the scores of the Center for Threat-Informed Defense', () => {
    interface Mapping {
      readonly control: string;
      readonly techniques: readonly { readonly technique: string; readonly category: string; readonly score: string }[];
    }
    const { mappings } = read<{ mappings: readonly Mapping[] }>('ctid-aws-attack-mappings.json');
    const said = new Set(
      mappings.flatMap(({ control, techniques: all }) =>
        all.map(({ technique, category, score }) => `ctid ${control} ${technique} ${category} ${score}`),
      ),
    );
    const ours = controls.flatMap(({ effects }) =>
      effects
        .filter(({ basis }) => basis.startsWith('ctid '))
        .map(({ basis, technique, does, score }) => `${basis} ${technique} ${does} ${score}`),
    );
    expect(ours.length).toBeGreaterThan(200);
    expect(ours.filter((one) => !said.has(one))).toEqual([]);
  });

  it('are mitigations that ATT&CK has for the technique', () => {
    interface Technique {
      readonly id: string;
      readonly mitigations: readonly { readonly id: string }[];
    }
    const all = read<{ techniques: readonly Technique[] }>('attack-cloud-techniques.json').techniques;
    const said = new Set(all.flatMap(({ id, mitigations }) => mitigations.map((one) => `attack ${one.id} ${id}`)));
    const ours = controls.flatMap(({ effects }) =>
      effects.filter(({ basis }) => basis.startsWith('attack ')).map(({ basis, technique }) => `${basis} ${technique}`),
    );
    expect(ours.filter((one) => !said.has(one))).toEqual([]);
  });

  it('are attacks that Stratus Red Team has, all of them', () => {
    const { techniques: all } = read<{ techniques: readonly { id: string }[] }>('stratus-aws.json');
    expect(detonations.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });
});

it('sources of detection name controls that exist, and findings name features once', () => {
  const ids = new Set(controls.map(({ id }) => id));
  expect(detectionSources.flatMap(({ control }) => control ?? []).filter((id) => !ids.has(id))).toEqual([]);
  const types = guardDutyFindings.flatMap(({ types: all }) => all);
  expect(new Set(types).size).toBe(types.length);
});

describe('what people attest', () => {
  const bucket = `
Resources:
  Open:
    Type: AWS::S3::Bucket
    Properties: { PublicAccessBlockConfiguration: { BlockPublicPolicy: false } }
  OpenPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Open
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Open.Arn}/*' }]
`;
  const publicRead = async (declared: string) => {
    const { document } = await modelOfTexts({ 'app.yaml': bucket, 'bartizan.yaml': declared });
    const found = document.threats.find(({ rule }) => rule === 'data/public-read');
    return { status: found?.status, likelihood: found?.likelihood ?? 0, impact: found?.impact ?? 0 };
  };
  const entry = (control: string, expires = '2027-01-01') =>
    `controls: [{ control: ${control}, owner: a, expires: ${expires}, because: done }]`;
  const test = (outcome: string, control: string) =>
    `tests: [{ test: scan/policies, date: 2026-10-01, outcome: ${outcome}, control: ${control}, owner: a, expires: 2027-10-01 }]`;

  it('as a procedure makes a threat less grave while it holds, and closes nothing', async () => {
    const before = await publicRead('');
    const after = await publicRead(entry('incident-runbook'));
    expect([before.status, after.status]).toEqual(['open', 'open']);
    expect(after.impact).toBeLessThan(before.impact);
    expect(await publicRead(entry('incident-runbook', '2026-01-01'))).toEqual(before);
  });

  it('of a control that closes the threat closes it, and so does a test that passed', async () => {
    expect((await publicRead(entry('block-public-access'))).status).toBe('mitigated');
    expect((await publicRead(test('passed', 'block-public-access'))).status).toBe('mitigated');
  });

  it('counts for nothing against a test that failed, which raises the threat', async () => {
    const failed = test('failed', 'block-public-access');
    const after = await publicRead(`${entry('block-public-access')}\n${failed}`);
    expect(after.status).toBe('open');
    const template = bucket.replace('BlockPublicPolicy: false', 'BlockPublicPolicy: true, RestrictPublicBuckets: true');
    const { document } = await modelOfTexts({ 'app.yaml': template, 'bartizan.yaml': failed });
    const closed = document.threats.filter(({ rule }) => rule.startsWith('data/public'));
    expect(
      closed.filter(
        ({ status, controls: all }) => status === 'mitigated' && all.some(({ id }) => id === 'block-public-access'),
      ),
    ).toEqual([]);
  });
});
