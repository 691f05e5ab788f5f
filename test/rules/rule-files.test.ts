import { describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** Threats, controls, services, assets and the risk method of users, from rule files to the document. */
const unowned = `
threats:
  - id: acme/no-owner
    title: A store that nobody answers for
    statement:
      source: insider
      prerequisites: who finds a store that nobody looks after
      action: use it for their own ends
      impact: data that nobody misses
    stride: [information-disclosure]
    techniques: [T1530]
    weaknesses: [CWE-732]
    likelihood: 3
    impact: 3
    controls: [owner-tag]
    on: { kinds: [data-store] }
    open: tags.owner == null
    mitigated: tags.owner.endsWith("@example.com")
    note: it has no tag owner
    fix: { title: Say who answers for it, property: Tags, value: 'owner: a mail address' }
    examples: { bad: ['Resources: {}'], good: ['Resources: {}'] }
controls:
  - id: owner-tag
    title: Tag with the owner
    description: Everything has somebody who answers for it.
    kind: procedural
    howToAdd: Add the tag owner.
`;

const stores = `
Parameters:
  Owner: { Type: String }
Resources:
  Nobodys:
    Type: AWS::S3::Bucket
  Ours:
    Type: AWS::S3::Bucket
    Properties: { Tags: [{ Key: owner, Value: shop@example.com }] }
  Theirs:
    Type: AWS::SQS::Queue
    Properties: { Tags: [{ Key: owner, Value: somebody else }] }
  Somebodys:
    Type: AWS::SQS::Queue
    Properties: { Tags: [{ Key: owner, Value: !Ref Owner }] }
  Job:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs24.x, Handler: i.h, Role: 'arn:aws:iam::111122223333:role/r', Code: { S3Bucket: b, S3Key: k } }
`;

async function statusesOf(rule: string, texts: Readonly<Record<string, string>>) {
  const { document } = await modelOfTexts(texts);
  return Object.fromEntries(
    document.threats.filter((threat) => threat.rule === rule).map(({ address, status }) => [address, status]),
  );
}

const withRules = (rules: string, template = stores, more = '') => ({
  'app.yaml': template,
  'bartizan.yaml': `rules: [acme.rule.yaml]\n${more}`,
  'acme.rule.yaml': rules,
});

describe('a threat of a rule file', () => {
  it('is open, mitigated, unknown or nothing, as its expressions say', async () => {
    expect(await statusesOf('acme/no-owner', withRules(unowned))).toEqual({
      Nobodys: 'open',
      Ours: 'mitigated',
      Somebodys: 'unknown',
    });
  });

  it('stands beside those of the catalogue with all that it is told with', async () => {
    const { document } = await modelOfTexts(withRules(unowned));
    const threat = document.threats.find(({ id }) => id === 'acme/no-owner@app/Nobodys');
    expect(threat).toMatchObject({
      title: 'A store that nobody answers for',
      stride: ['information-disclosure'],
      techniques: ['T1530'],
      weaknesses: ['CWE-732'],
    });
    expect(threat?.statement).toContain('An insider who finds a store');
    expect(threat?.evidence[0]).toMatchObject({
      note: "it has no tag owner (AWS's default)",
      source: { file: 'app.yaml', line: 5 },
    });
    expect(document.mitigations.find(({ id }) => id === threat?.mitigations[0])).toMatchObject({
      control: 'owner-tag',
    });
    expect(document.threats.some(({ rule }) => !rule.startsWith('acme/'))).toBe(true);
  });

  it('names the input that would settle what it does not know', async () => {
    const { document } = await modelOfTexts(withRules(unowned));
    expect(document.threats.find(({ id }) => id === 'acme/no-owner@app/Somebodys')?.settledBy).toContain('Owner');
  });

  it('keeps the conditions under which it holds', async () => {
    const rules = unowned.replace(
      'open: tags.owner == null',
      'open: properties.VersioningConfiguration.Status != "Enabled"',
    );
    const template = `
Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod] }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: !If [IsProd, { Status: Enabled }, !Ref AWS::NoValue]
`;
    const { document } = await modelOfTexts(withRules(rules, template));
    const threat = document.threats.find(({ rule }) => rule === 'acme/no-owner');
    expect(threat).toMatchObject({ status: 'open', guard: 'Stage = dev' });
  });

  it('asks the engines', async () => {
    const rules = unowned
      .replace(
        'open: tags.owner == null',
        'open: canAct("anyone", "sqs:SendMessage") && whoMay("sqs:SendMessage").size() == 0',
      )
      .replace(/ {4}mitigated: .*\n/, '');
    const template = `
Resources:
  Open:
    Type: AWS::SQS::Queue
  OpenPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Open]
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: '*', Action: 'sqs:SendMessage', Resource: !GetAtt Open.Arn }]
  Closed:
    Type: AWS::SQS::Queue
`;
    expect(await statusesOf('acme/no-owner', withRules(rules, template))).toEqual({ Open: 'open' });
  });

  it.each([
    ['exposure', 'exposure == "internet"'],
    ['reach', 'reachableFromInternet(22)'],
    ['reach from a range', 'reachableFrom("10.0.0.0/8", 22)'],
    ['facts', 'facts.encryptionAtRest.by == "aws-owned-key"'],
    ['settings', 'facts.settings.deadLetters == false'],
    ['protections', 'protectedBy("web-acl")'],
    ['flows', 'flowsIn.exists(f, f.encrypted == false) || flowsOut.size() > 5'],
    ['its own rights', 'mayDo("iam:CreateUser", "*")'],
    ['worth', 'worth.confidentiality >= 3'],
    [
      'neighbours',
      'parts.exists(p, p.type == "AWS::SQS::QueuePolicy") || referrers.size() > 9 || references.size() > 9',
    ],
    ['its place', 'region == "eu-west-1" || account == "111122223333" || stage == "prod" || deployment == "x"'],
  ])('may ask for %s', async (_, open) => {
    const { document } = await modelOfTexts(withRules(unowned.replace('open: tags.owner == null', `open: '${open}'`)));
    expect(document.coverage.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    const wrong = document.threats.filter(
      ({ rule, settledBy }) => rule.startsWith('acme/') && settledBy?.includes('correction'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a control of a rule file', () => {
  it('closes threats of the catalogue where it is in force, and no others', async () => {
    const rules = `
controls:
  - id: scratch-space
    title: Scratch space
    description: Holds nothing of value, by contract.
    kind: procedural
    howToAdd: Tag it.
    closes: [data/, resilience/]
    inForce: tags.purpose == "scratch"
`;
    const template = (tags: string) =>
      `Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Properties: { Tags: [${tags}] }\n`;
    const closed = async (tags: string) => {
      const { document } = await modelOfTexts(withRules(rules, template(tags)));
      return document.threats.filter(({ rule }) => /^(data|resilience)\//.test(rule)).map(({ status }) => status);
    };
    const without = await closed('');
    const within = await closed('{ Key: purpose, Value: scratch }');
    expect(without).toContain('open');
    expect(within).not.toContain('open');
    expect(within).toHaveLength(without.length);
  });
});

describe('an asset rule', () => {
  it('says what elements are worth, which moves their risk; a declared asset says more', async () => {
    const rules = `
assets:
  - name: Personal data
    on: { names: ['*'] }
    when: tags.classification == "pii"
    confidentiality: 3
    integrity: 3
    availability: 1
    because: the data protection register says so
`;
    const template = `
Resources:
  Customers: { Type: AWS::S3::Bucket, Properties: { Tags: [{ Key: classification, Value: pii }] } }
  Scratch: { Type: AWS::S3::Bucket }
`;
    const { document } = await modelOfTexts(withRules(rules, template));
    const worth = Object.fromEntries(
      document.system.assets.map(({ heldBy, name, confidentiality }) => [heldBy, [name, confidentiality]]),
    );
    expect(worth).toMatchObject({ 'app/Customers': ['Personal data', 3] });
    expect(worth['app/Scratch']?.[0]).toContain('objects');
    const declared =
      'assets: [{ element: app/Customers, name: Copies, confidentiality: 1, integrity: 1, availability: 1 }]';
    const again = await modelOfTexts(withRules(rules, template, declared));
    expect(again.document.system.assets.find(({ heldBy }) => heldBy === 'app/Customers')?.name).toBe('Copies');
  });
});

describe('a service of a rule file', () => {
  const rules = `
services:
  - type: Custom::Vault
    title: Vault
    element: data-store
    holds: { what: secrets, confidentiality: 3, integrity: 3, availability: 2 }
    encryptionAtRest: { by: 'has(properties.KmsKey) ? "customer-key" : "none"', key: KmsKey }
    encryptionInTransit: '"required"'
    runsAs: [{ role: RoleArn, service: lambda.amazonaws.com }]
    logging: [{ what: access, on: properties.AuditLog == true }]
    recovery: { backups: '"none"', deletionProtection: '"unsupported"', zones: '"many"' }
    secrets: [Token]
    forwards: [{ to: Queue, kind: event }]
`;
  const template = `
Resources:
  Vault:
    Type: Custom::Vault
    Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:f', RoleArn: !GetAtt Role.Arn, Queue: !Ref Queue }
  Queue: { Type: AWS::SQS::Queue }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
`;

  it('is drawn, and judged by the rules of the catalogue', async () => {
    const { document } = await modelOfTexts(withRules(rules, template));
    expect(document.coverage.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    expect(document.system.elements.find(({ address }) => address === 'Vault')).toMatchObject({ kind: 'data-store' });
    expect(document.system.flows.some(({ from, to }) => from === 'app/Vault' && to === 'app/Queue')).toBe(true);
    const threats = document.threats.filter(({ address, status }) => address === 'Vault' && status === 'open');
    expect(threats.map(({ rule }) => rule)).toContain('data/unencrypted-at-rest');
    expect(document.system.assets.find(({ heldBy }) => heldBy === 'app/Vault')).toMatchObject({ confidentiality: 3 });
  });

  it('leaves what it does not say unknown, settled by the file', async () => {
    const less = rules.replace(/ {4}encryptionAtRest: .*\n/, '');
    const { document } = await modelOfTexts(withRules(less, template));
    const threat = document.threats.find(
      ({ rule, address }) => rule === 'data/unencrypted-at-rest' && address === 'Vault',
    );
    expect(threat).toMatchObject({ status: 'unknown', settledBy: 'encryptionAtRest in acme.rule.yaml:3' });
  });
});

/** How the one threat is rated that all methods are tried on. */
function ratedIn({ threats }: ThreatModelDocument) {
  const threat = threats.find(({ id }) => id === 'acme/no-owner@app/Nobodys');
  return threat === undefined ? undefined : { ...threat.risk, likelihood: threat.likelihood, impact: threat.impact };
}

describe('a risk method', () => {
  const riskOf = async (risk: string) => {
    const { document } = await modelOfTexts(withRules(unowned, stores, risk));
    return ratedIn(document);
  };

  it('moves the thresholds', async () => {
    expect(await riskOf('')).toMatchObject({ score: 9, level: 'medium' });
    expect(await riskOf('risk: { levels: { critical: 20, high: 9, medium: 5, low: 2 } }')).toMatchObject({
      level: 'high',
    });
  });

  it('may be a matrix', async () => {
    const rows = ['[info, low, low, low, low]', '[low, low, low, medium, medium]', '[low, low, low, high, critical]'];
    const risk = await riskOf(`risk: { matrix: [${[...rows, rows[2], rows[2]].join(', ')}] }`);
    const row = (rows[Math.min(3, risk?.likelihood ?? 1) - 1] ?? '').replace(/[[\]]/g, '').split(', ');
    expect(risk?.level).toBe(row[(risk?.impact ?? 1) - 1]);
  });

  it('weighs factors, and says so', async () => {
    const template = `${stores}\n`;
    const rules = `${unowned}\nassets:\n  - { name: X, on: { names: [Nobodys] }, confidentiality: 3, integrity: 3, availability: 3 }\n`;
    const impact = async (risk: string) => {
      const { document } = await modelOfTexts(withRules(rules, template, risk));
      return ratedIn(document);
    };
    expect((await impact(''))?.impact).toBe(4);
    expect((await impact('risk: { weights: { asset: 0 } }'))?.impact).toBe(3);
    const twice = await impact('risk: { weights: { asset: 2 } }');
    expect(twice?.impact).toBe(5);
    expect(twice?.factors.find(({ name }) => name === 'asset')?.because).toContain('(counts 2 times)');
  });
});

describe('what is wrong in a rule file', () => {
  const wrong = async (rules: string, more = '') => {
    const { document } = await modelOfTexts(withRules(rules, stores, more));
    return document.coverage.diagnostics
      .filter(({ level }) => level === 'error')
      .map(({ message, source }) => `${source?.file}:${source?.line} ${message}`);
  };

  it.each([
    ['tags.owner = null', 'acme.rule.yaml:17 threats[0].open, at tags.owner ▸= null: = means nothing here'],
    ['owner == null', 'acme.rule.yaml:17 threats[0].open, at ▸owner == null: there is nothing called owner'],
    ['facts.encryption == null', 'facts has no encryption; it has placement'],
  ])('the expression %s is told with file, line and place', async (open, message) => {
    expect((await wrong(unowned.replace('open: tags.owner == null', `open: ${open}`)))[0]).toContain(message);
  });

  it.each([
    [
      'an id that the catalogue has',
      unowned.replace('acme/no-owner', 'data/public-read'),
      'acme.rule.yaml:3 there is another rule called data/public-read',
    ],
    [
      'a control that nobody describes',
      unowned.replace('controls: [owner-tag]', 'controls: [nowhere]'),
      'acme.rule.yaml:3 acme/no-owner names the control nowhere',
    ],
    [
      'a control that closes no rule',
      `${unowned}    closes: [acme/missing]\n`,
      'owner-tag closes acme/missing, which is no rule',
    ],
    [
      'no example',
      unowned.replace(/examples: .*/, 'examples: { bad: [] }'),
      'threats[0].examples needs a bad and a good example',
    ],
    [
      'an unknown key',
      unowned.replace('    note:', '    notes:'),
      'acme.rule.yaml:19 threats[0] has the unknown key notes',
    ],
    ['an unknown section', `${unowned}\nrule: []\n`, 'a rule file has no section rule'],
    ['no map', '- 1', 'acme.rule.yaml:1 a rule file is a map with the keys'],
    [
      'a risk that falls',
      unowned,
      'bartizan.yaml:2 risk.levels must fall from critical',
      'risk: { levels: { critical: 5, high: 9, medium: 5, low: 2 } }',
    ],
    ['a path outside', unowned, 'bartizan.yaml:2', 'controls: [{ control: 1 }]'],
  ])('%s is told, and the run goes on', async (_, rules, message, more = '') => {
    expect((await wrong(rules, more)).join('\n')).toContain(message);
  });

  it('a rule file that is not there, or lies outside, is told at the entry that names it', async () => {
    const { document } = await modelOfTexts({
      'app.yaml': stores,
      'bartizan.yaml': 'rules:\n  - gone.rule.yaml\n  - ../x.rule.yaml\n',
    });
    const told = document.coverage.diagnostics.map(({ message, source }) => `${source?.line} ${message}`);
    expect(told).toContainEqual('2 the rule file gone.rule.yaml is not there; check its spelling');
    expect(told).toContainEqual(
      '3 ../x.rule.yaml is outside the folder of bartizan.yaml; it is not read, move it below',
    );
  });
});
