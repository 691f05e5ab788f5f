import { expect, it } from 'vitest';
import { modelOfTemplate, modelOfTexts } from '../support/model-of-texts.ts';

/** Attack paths between accounts: what the administrator of one gets of another, and what accounts outside are let do. */
const declared = `
deployments:
  - { name: hub, template: hub.yaml, account: '111111111111', region: eu-west-1 }
  - { name: vault, template: vault.yaml, account: '222222222222', region: eu-west-1 }
`;

const hub = `
Resources:
  Admin:
    Type: AWS::IAM::User
    Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }
  Courier:
    Type: AWS::IAM::Role
    Properties:
      RoleName: courier
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }]
`;

const vault = (principal: string, action = 'sts:AssumeRole') => `
Resources:
  Keeper:
    Type: AWS::IAM::Role
    Properties:
      RoleName: keeper
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: ${principal}, Action: ${action} }]
`;

async function takenFromHub(keeper: string, texts: Readonly<Record<string, string>> = {}) {
  const { document } = await modelOfTexts({
    'bartizan.yaml': declared,
    'hub.yaml': hub,
    'vault.yaml': keeper,
    ...texts,
  });
  const path = document.attackPaths.find(({ target }) => target === 'vault/Keeper');
  return path && [path.attacker, path.certainty, ...path.steps.map(({ move }) => move)];
}

it('the administrator of an account takes a role elsewhere that trusts his account', async () => {
  expect(await takenFromHub(vault("{ AWS: 'arn:aws:iam::111111111111:root' }"))).toEqual([
    'user:hub/Admin',
    'certain',
    'identity/become-administrator',
    'identity/cross-account-trust',
  ]);
});

it('and one that trusts an identity of it which has no right to take it yet', async () => {
  expect(await takenFromHub(vault("{ AWS: 'arn:aws:iam::111111111111:role/courier' }"))).toEqual([
    'user:hub/Admin',
    'certain',
    'identity/become-administrator',
    'identity/cross-account-trust',
  ]);
});

it('but not where the organization denies that identity the role', async () => {
  const organization = `
kind: organization
policies:
  - name: no-vault
    type: scp
    document:
      Version: '2012-10-17'
      Statement: [{ Effect: Deny, Action: sts:AssumeRole, Resource: 'arn:aws:iam::222222222222:role/*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/courier' } } }]
root:
  accounts: [{ id: '111111111111', policies: [no-vault] }, '222222222222']
`;
  const keeper = vault("{ AWS: 'arn:aws:iam::111111111111:role/courier' }");
  expect(await takenFromHub(keeper, { 'organization.yaml': organization })).toBeUndefined();
});

it('nor one that trusts an account of which nothing is administrated', async () => {
  expect(await takenFromHub(vault("{ AWS: 'arn:aws:iam::333333333333:root' }"))).not.toContain('user:hub/Admin');
});

const bucket = (key = '') => `
Resources:
  Drop:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: drop-of-partners
${key}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Drop
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { AWS: 'arn:aws:iam::999988887777:root' }, Action: s3:GetObject, Resource: !Sub '\${Drop.Arn}/*' }
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }]
`;

async function pathsOf(template: string) {
  const { document } = await modelOfTemplate(template);
  return document.attackPaths.map(({ attacker, gains, target }) => `${attacker} ${gains} ${target}`);
}

it('whoever controls an account outside reads the bucket whose policy names it', async () => {
  expect(await pathsOf(bucket())).toEqual(['third-party:external/aws-account/999988887777 read data app/Drop']);
});

it('but not when the bucket is encrypted with a key that the account may not use', async () => {
  const encrypted = `      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn } }] }`;
  expect(await pathsOf(bucket(encrypted))).toEqual([]);
});

const role = (name: string, principal: string) => `
  ${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { AWS: '${principal}' }, Action: sts:AssumeRole }]
`;

it('what any account can do is not told again of one that is named elsewhere', async () => {
  const paths = await pathsOf(`Resources:${role('Open', '*')}${role('Partner', 'arn:aws:iam::999988887777:root')}`);
  expect(paths).toEqual([
    'any-aws-account act as app/Open',
    'third-party:external/aws-account/999988887777 act as app/Partner',
  ]);
});
