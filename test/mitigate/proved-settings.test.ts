import { describe, expect, it } from 'vitest';
import type { DocumentMitigation } from '../../src/model/document-paths.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { patchedTemplate } from '../support/patched-template.ts';

type Json = Readonly<Record<string, unknown>>;

const resource = (Type: string, Properties: Json = {}): Json => ({ Type, Properties });
const database = (more: Json = {}): Json =>
  resource('AWS::RDS::DBInstance', {
    Engine: 'postgres',
    DBInstanceClass: 'db.t4g.micro',
    AllocatedStorage: '20',
    ManageMasterUserPassword: true,
    MasterUsername: 'owner',
    ...more,
  });

async function modelOf(text: string, mostRuns: number) {
  return (await modelOfTexts({ 'app.json': text }, { mostRuns })).document;
}

const proved = (mitigations: readonly DocumentMitigation[]) =>
  mitigations.filter(({ removes }) => removes.threatsProved === true);

describe('changes of settings', () => {
  const text = JSON.stringify({
    Conditions: { Once: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Parameters: { Stage: { Type: 'String' } },
    Resources: {
      Orders: database({ StorageEncrypted: false, MultiAZ: { 'Fn::If': ['Once', true, false] } }),
      Files: resource('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Suspended' } }),
      FilesPolicy: resource('AWS::S3::BucketPolicy', {
        Bucket: { Ref: 'Files' },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:root' },
              Action: 's3:GetObject',
              Resource: { 'Fn::Sub': '${Files.Arn}/*' },
            },
          ],
        },
      }),
    },
  });

  it('are tried many at once, and each says that its threats were gone', async () => {
    const { mitigations } = await modelOf(text, 4);
    const ids = proved(mitigations).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'encryption-at-rest@app/Orders#StorageEncrypted',
        'multi-zone@app/Orders#MultiAZ',
        'deletion-protection@app/Orders#DeletionProtection',
        'versioning@app/Files#VersioningConfiguration.Status',
        'tls-required@app/Files#PolicyDocument of its AWS::S3::BucketPolicy',
      ]),
    );
  });

  it('come with the patch that they were proved with: made by hand, it closes just their threats', async () => {
    const before = await modelOf(text, 4);
    const open = ({ threats }: typeof before) => threats.filter(({ status }) => status === 'open').map(({ id }) => id);
    expect(proved(before.mitigations).length).toBeGreaterThan(4);
    for (const mitigation of proved(before.mitigations)) {
      const left = new Set(open(await modelOf(patchedTemplate(text, [mitigation]), 0)));
      expect(mitigation.removes.threats.filter((id) => left.has(id))).toEqual([]);
    }
  });

  it('are not called proved where the user has to decide what to write, and not without runs', async () => {
    const { mitigations } = await modelOf(text, 4);
    const logs = mitigations.find(({ id }) => id.startsWith('access-logs@app/Files'));
    expect(logs?.removes.threats.length).toBeGreaterThan(0);
    expect(logs?.removes.threatsProved).toBeUndefined();
    expect(proved((await modelOf(text, 0)).mitigations)).toEqual([]);
  });
});
