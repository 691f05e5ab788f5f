import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { type Imported, importInputs } from '../../src/define/import.ts';
import type { InputRole } from '../../src/define/input.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import type { SystemDocument } from '../../src/model/system-document.ts';
import { renderJson } from '../../src/report/json.ts';
import { modelOf, systemOf } from '../../src/threat-model.ts';
import { testDay } from '../support/model-of-texts.ts';

const webshop = {
  'webshop.yaml': readFileSync('examples/webshop/webshop.yaml', 'utf8'),
  'bartizan.yaml': readFileSync('examples/webshop/bartizan.yaml', 'utf8'),
};

/** What `--parameters`, conditions, open values, hidden and clear secrets, acceptances leave in a document. */
const everything = `
Parameters:
  Stage: { Type: String, Default: prod, AllowedValues: [prod, test] }
  Vpc: { Type: 'AWS::EC2::VPC::Id' }
  AdminPassword: { Type: String, NoEcho: true, Default: Sup3rS3cretDefault }
  ServiceToken: { Type: String, Default: tok-1234567890abcdef }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Condition: IsProd
    DeletionPolicy: Retain
    Metadata:
      Bartizan:
        accept: [{ rule: data/no-backup, reason: only a cache, owner: team, expires: '2027-01-01' }]
    Properties:
      TableName: !Sub '\${Stage}-orders'
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: !If [IsProd, production, !Ref 'AWS::NoValue']
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }]
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.micro
      MasterUsername: root
      MasterUserPassword: correct-horse-battery
      VPCSecurityGroups: [!Ref Group]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Role: !GetAtt Role.Arn
      Environment:
        Variables:
          DB_PASSWORD: correct-horse-battery
          PAYMENT_URL: https://shop:hunter2hunter2@pay.example.com/
          TABLE: !Ref Table
      Code:
        ZipFile: |
          const apiKey = 'Zx81-very-secret-key';
          exports.handler = async () => apiKey;
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
      Policies:
        - PolicyName: all
          PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:*', Resource: !GetAtt Table.Arn }] }
`;

/** As if the text lay in a file that the user named. */
function readBack(text: string, role: InputRole = 'subject'): Imported {
  const root = { folders: [], read: () => ({ kind: 'missing' }) as const, list: () => [] };
  const input = { root, path: 'system.json', file: 'system.json', text };
  return importInputs({ ...inputsFromTexts({}), nothingRead: false, sources: [{ kind: 'system', role, input }] });
}

async function saved(texts: Readonly<Record<string, string>>): Promise<string> {
  return renderJson(await systemOf(importInputs(inputsFromTexts(texts)), testDay));
}

async function modelled(imported: Imported): Promise<string> {
  return renderJson((await modelOf(imported, { asOf: testDay })).document);
}

describe('the system document', () => {
  it.each([
    ['the web shop', webshop],
    ['conditions, open values, secrets, acceptances', { 'app.yaml': everything }],
    ['an account', { 'account.json': readFileSync('test/account/fixtures/identities.json', 'utf8') }],
    [
      'what things cost, and what is accepted',
      {
        'app.yaml': 'Resources: { Files: { Type: AWS::S3::Bucket } }\n',
        'bartizan.yaml': `assets:
  - { element: Files, name: f, confidentiality: 3, integrity: 2, availability: 1, recoveryPoint: 1h, recoveryTime: 4h,
      loss: { currency: EUR, records: [10, 20], perRecord: 5, perHourDown: [1, 2], whenLost: 0.5 } }
appetite: { level: low, lossPerYear: 10, owner: o@example.com, because: decided }
`,
      },
    ],
    ['nothing', { 'app.yaml': 'Resources: {}\nAWSTemplateFormatVersion: "2010-09-09"\n' }],
  ])('read back gives the same threat model, byte for byte: %s', async (_, texts) => {
    const direct = await modelled(importInputs(inputsFromTexts(texts)));
    expect(await modelled(readBack(await saved(texts)))).toBe(direct);
  });

  it('written again after reading it back is the same', async () => {
    const first = await saved({ 'app.yaml': everything });
    expect(renderJson(await systemOf(readBack(first), testDay))).toBe(first);
  });

  it('keeps no secret, and equal ones stay equal', async () => {
    const text = await saved({ 'app.yaml': everything });
    for (const secret of [
      'correct-horse-battery',
      'hunter2hunter2',
      'Zx81-very-secret-key',
      'Sup3rS3cretDefault',
      'tok-1234567890abcdef',
    ]) {
      expect(text).not.toContain(secret);
    }
    const model = await modelled(importInputs(inputsFromTexts({ 'app.yaml': everything })));
    for (const secret of ['correct-horse', 'hunter2', 'Zx81-very', 'Sup3rS3cret', 'tok-12345']) {
      expect(model).not.toContain(secret);
    }
    const document = JSON.parse(text) as SystemDocument;
    const shown = (id: string, ...path: readonly string[]) => {
      let value = document.resources.find((resource) => resource.id === id)?.properties;
      for (const key of path) value = value?.kind === 'map' ? value.entries[key] : undefined;
      return value?.kind === 'literal' ? value.value : undefined;
    };
    const password = shown('app/Database', 'MasterUserPassword');
    expect(password).toMatch(/^redacted-secret-\d+$/);
    expect(shown('app/Function', 'Environment', 'Variables', 'DB_PASSWORD')).toBe(password);
  });

  it('fits its published schema', async () => {
    const schema = JSON.parse(readFileSync('schema/system.schema.json', 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(JSON.parse(await saved({ 'app.yaml': everything }))), JSON.stringify(validate.errors?.[0])).toBe(
      true,
    );
  });

  it('lists what refers to what, by property', async () => {
    const { relations } = JSON.parse(await saved({ 'app.yaml': everything })) as SystemDocument;
    expect(relations).toContainEqual({ from: 'app/Function', to: 'app/Role', property: 'Role' });
    expect(relations).toContainEqual({
      from: 'app/Function',
      to: 'app/Table',
      property: 'Environment.Variables.TABLE',
    });
  });

  it('given as context serves resolution only', async () => {
    const imported = readBack(await saved({ 'app.yaml': everything }), 'context');
    expect(imported.deployments.map(({ role }) => role)).toEqual(['context']);
    expect(imported.nothingRead).toBe(true);
  });
});

describe('a broken system document', () => {
  const outline = { kind: 'system', schemaVersion: '1.0.0' };

  it.each([
    ['cut off', '{"kind":"system","schemaVersion":"1.0', /not JSON/],
    ['of another major version', JSON.stringify({ ...outline, schemaVersion: '2.0.0' }), /schemaVersion is 2\.0\.0/],
    ['without a version', '{"kind":"system"}', /schemaVersion must be a text/],
    ['with resources that are no list', JSON.stringify({ ...outline, resources: 1 }), /resources must be a list/],
    [
      'with a deployment of the wrong shape',
      JSON.stringify({ ...outline, deployments: [{ id: 1 }] }),
      /deployments\.0\.id must be a text/,
    ],
  ])('%s is told about, without a crash', (_, text, message) => {
    const { diagnostics, nothingRead } = readBack(text);
    expect(nothingRead).toBe(true);
    expect(diagnostics.map(({ message: told }) => told).join('\n')).toMatch(message);
    expect(diagnostics.every(({ source }) => source.file === 'system.json' && source.line === 1)).toBe(true);
  });

  it('loses only the resources that are broken', async () => {
    const document = JSON.parse(await saved({ 'app.yaml': everything })) as { resources: { properties: unknown }[] };
    const [first] = document.resources;
    if (first !== undefined)
      first.properties = { kind: 'map', entries: { A: { kind: 'no such kind' } }, at: ['', 0, 0, 0] };
    const { resources, diagnostics } = readBack(JSON.stringify(document));
    expect(resources).toHaveLength(document.resources.length - 1);
    expect(diagnostics.map(({ message }) => message).join('\n')).toMatch(
      /resources\.0\.properties\.entries\.A\.kind must be one of/,
    );
  });

  it('with values nested 100,000 deep, or keys like __proto__, does no harm', async () => {
    const document = JSON.parse(await saved({ 'app.yaml': everything })) as { resources: { properties: unknown }[] };
    const place = '"at":["a",1,1,1]';
    const deep = `${`{"kind":"list",${place},"items":[`.repeat(100_000)}${']}'.repeat(100_000)}`;
    const text = JSON.stringify({ ...document, resources: [{ ...document.resources[0], properties: 'DEEP' }] });
    expect(
      readBack(text.replace('"DEEP"', deep))
        .diagnostics.map(({ message }) => message)
        .join('\n'),
    ).toMatch(/properties/);
    const proto = `{"kind":"map",${place},"entries":{"__proto__":{"kind":"absent",${place}}}}`;
    const { resources } = readBack(text.replace('"DEEP"', proto));
    expect([...(resources[0]?.properties.entries.keys() ?? [])]).toEqual(['__proto__']);
  });
});
