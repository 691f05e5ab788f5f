import { describe, expect, it } from 'vitest';
import { controls, services, threatRules } from '../../src/catalog/catalog.generated.ts';
import { frameworks } from '../../src/catalog/frameworks.generated.ts';
import { documentFramework } from '../../src/document/framework.ts';
import type { IdentifiedFramework } from '../../src/model/framework.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** Frameworks are data: every name in them exists, and the broad ones ask for whatever a rule can find. */
const controlIds = new Set(controls.map(({ id }) => id));
const ruleIds = new Set(threatRules.map(({ id }) => id));
const types = new Set(services.map(({ type }) => type));
const broad = ['well-architected', 'nist-800-53', 'iso-27001', 'pci-dss'];
/** What PCI DSS and the security pillar leave to others: that a system can be restored and stays up. */
const aboutAvailability =
  /^(data\/(no-(backup|deletion-protection|versioning)|short-backup)|resilience\/|compute\/single-instance)/;

describe.each(frameworks.map((framework) => [framework.id, framework] as const))('%s', (id, framework) => {
  it('names controls, threats and types that exist, each requirement once', () => {
    const { requirements } = framework;
    expect(requirements.flatMap((one) => one.controls ?? []).filter((name) => !controlIds.has(name))).toEqual([]);
    expect(requirements.flatMap((one) => one.threats ?? []).filter((name) => !ruleIds.has(name))).toEqual([]);
    expect(requirements.flatMap((one) => one.types ?? []).filter((name) => !types.has(name))).toEqual([]);
    expect(new Set(requirements.map((one) => one.id)).size).toBe(requirements.length);
    expect(requirements.filter((one) => (one.controls ?? one.threats ?? []).length === 0)).toEqual([]);
  });

  it.runIf(broad.includes(id))('asks for every threat that a rule can find', () => {
    const asked = new Set(framework.requirements.flatMap((one) => one.controls ?? []));
    const missing = threatRules.filter((rule) => !rule.controls.some((control) => asked.has(control)));
    const expected =
      id === 'pci-dss' || id === 'well-architected'
        ? missing.filter((rule) => !aboutAvailability.test(rule.id))
        : missing;
    expect(expected.map((rule) => rule.id)).toEqual([]);
  });
});

const template = `
Resources:
  Open:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicPolicy: false }
  OpenPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Open
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Open.Arn}/*' }]
`;

describe('what a document says of a framework', () => {
  const framework: IdentifiedFramework = {
    id: 'ours',
    title: 'Ours',
    version: '1',
    reference: 'https://example.com',
    requirements: [
      { id: 'by control', controls: ['block-public-access'] },
      { id: 'by threat', threats: ['data/public-read'], types: ['AWS::S3::Bucket'] },
      { id: 'of another type', threats: ['data/public-read'], types: ['AWS::SQS::Queue'] },
    ],
  };

  it('is open where a threat is, and silent where nothing arises', async () => {
    const { analysis } = await modelOfTexts({ 'app.yaml': template });
    const { requirements } = documentFramework(framework, analysis.threats, analysis.defined.ask.system);
    expect(requirements.map(({ id, state }) => [id, state])).toEqual([
      ['by control', 'open'],
      ['by threat', 'open'],
      ['of another type', 'not-raised'],
    ]);
    expect(requirements[1]?.threats).toEqual(['data/public-read@app/Open']);
  });
});
