import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/model/document-paths.ts';
import { modelOfTemplate } from '../support/model-of-texts.ts';

/**
 * How the attacker came to his credentials, and from where he sends, decides what he may do with them. Each case is a system
 * with one thing that hangs on it; no path is told that the proof checker would refuse.
 */
async function pathsFrom(from: string, resources: string): Promise<readonly DocumentPath[]> {
  const { document, analysis } = await modelOfTemplate(`Resources:\n${resources}`, { from });
  expect(analysis.diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
  return document.attackPaths.filter(({ attacker }) => attacker.endsWith(`app/${from}`));
}

const brief = (paths: readonly DocumentPath[]) =>
  paths.map(({ gains, target, certainty }) => `${gains} ${target.replace('app/', '')}: ${certainty}`).sort();

const role = (name: string, trust: string, policy: string, more = '') => `
  ${name}:
    Type: AWS::IAM::Role
    Properties:
      ${more}
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: ${trust}, Action: [sts:AssumeRole, sts:TagSession] }
      Policies: [{ PolicyName: own, PolicyDocument: { Version: '2012-10-17', Statement: ${policy} } }]`;

const user = (policy: string) => `
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies: [{ PolicyName: own, PolicyDocument: { Version: '2012-10-17', Statement: ${policy} } }]`;

const bucket = `
  Files:
    Type: AWS::S3::Bucket
    Properties: { BucketName: files-of-app }`;

const readIf = (condition: string) =>
  `[{ Effect: Allow, Action: s3:GetObject, Resource: 'arn:aws:s3:::files-of-app/*', Condition: ${condition} }]`;
const read = `{ Effect: Allow, Action: s3:GetObject, Resource: 'arn:aws:s3:::files-of-app/*' }`;

describe('a second factor', () => {
  it('that only a session with one has is a condition for whoever holds a key', async () => {
    const paths = await pathsFrom('Ann', user(readIf(`{ Bool: { 'aws:MultiFactorAuthPresent': true } }`)) + bucket);
    expect(brief(paths)).toEqual(['read data Files: conditional']);
    expect(paths[0]?.conditions).toContain('the attacker has a second factor of Ann');
  });

  it('is lost when a role takes another role', async () => {
    const chain =
      user(`[{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }]`) +
      role('First', `{ AWS: !GetAtt Ann.Arn }`, `[{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }]`) +
      role('Second', `{ AWS: !GetAtt First.Arn }`, readIf(`{ Bool: { 'aws:MultiFactorAuthPresent': true } }`)) +
      bucket;
    expect(brief(await pathsFrom('Ann', chain))).toEqual(['act as Second: certain']);
  });

  it('that is shown when a role is taken counts for that role', async () => {
    const system =
      user(`[{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }]`) +
      role('First', `{ AWS: !GetAtt Ann.Arn }`, readIf(`{ Bool: { 'aws:MultiFactorAuthPresent': true } }`)) +
      bucket;
    expect(brief(await pathsFrom('Ann', system))).toEqual(['read data Files: conditional']);
  });

  const denyUnless = (operator: string) =>
    user(
      `[${read}, { Effect: Deny, Action: '*', Resource: '*', Condition: { ${operator}: { 'aws:MultiFactorAuthPresent': false } } }]`,
    ) + bucket;

  it('is not asked of long-term keys by a Deny with Bool', async () => {
    expect(brief(await pathsFrom('Ann', denyUnless('Bool')))).toEqual(['read data Files: certain']);
  });

  it('is asked of long-term keys by a Deny with BoolIfExists', async () => {
    expect(brief(await pathsFrom('Ann', denyUnless('BoolIfExists')))).toEqual(['read data Files: conditional']);
  });
});

const network = `
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Inside: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: 10.0.1.0/24 } }
  Door:
    Type: AWS::EC2::VPCEndpoint
    Properties: { VpcId: !Ref Net, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.s3', VpcEndpointType: Gateway }
  Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Worker] } }
  Host:
    Type: AWS::EC2::Instance
    Properties: { SubnetId: !Ref Inside, ImageId: ami-0123456789abcdef0, IamInstanceProfile: !Ref Profile }
  Keys: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref Ann } }`;

describe('the place from which requests are sent', () => {
  const system = (condition: string) =>
    network + bucket + user(readIf(condition)) + role('Worker', '{ Service: ec2.amazonaws.com }', readIf(condition));

  it('is in the VPC for code that runs there, and nowhere for whoever stole a key', async () => {
    const resources = system(`{ StringEquals: { 'aws:SourceVpce': !Ref Door } }`);
    expect(brief(await pathsFrom('Host', resources))).toEqual(['read data Files: certain']);
    expect(brief(await pathsFrom('Ann', resources))).toEqual([]);
  });

  it('may be any endpoint of the VPC', async () => {
    const resources = system(`{ StringEquals: { 'aws:SourceVpc': !Ref Net } }`);
    expect(brief(await pathsFrom('Host', resources))).toEqual(['read data Files: certain']);
    expect(brief(await pathsFrom('Ann', resources))).toEqual([]);
  });

  it('is open where a policy means an endpoint that is not in the input', async () => {
    const resources = system(`{ StringEquals: { 'aws:SourceVpce': vpce-0aaaabbbbccccdddd } }`);
    expect(brief(await pathsFrom('Ann', resources))).toEqual(['read data Files: conditional']);
  });

  it('is a condition where addresses are asked for that anybody may have', async () => {
    const resources = system(`{ IpAddress: { 'aws:SourceIp': 198.51.100.0/24 } }`);
    expect(brief(await pathsFrom('Ann', resources))).toEqual(['read data Files: conditional']);
  });

  it('is never a private address for requests from the internet', async () => {
    const resources = system(`{ IpAddress: { 'aws:SourceIp': 10.0.0.0/8 } }`);
    expect(brief(await pathsFrom('Ann', resources))).toEqual([]);
  });
});

describe('credentials that tell of their workload', () => {
  const system = (condition: string) =>
    network + bucket + user('[]') + role('Worker', '{ Service: ec2.amazonaws.com }', readIf(condition));

  it('are good for what only the VPC of the instance may do', async () => {
    const own = system(`{ StringEquals: { 'aws:EC2InstanceSourceVPC': !Ref Net } }`);
    expect(brief(await pathsFrom('Host', own))).toEqual(['read data Files: certain']);
    const other = system(`{ StringEquals: { 'aws:EC2InstanceSourceVPC': vpc-0aaaabbbbccccdddd } }`);
    expect(brief(await pathsFrom('Host', other))).not.toContain('read data Files: certain');
  });

  it('are nobody else’s: what a role may do as an instance, it may not do when it is taken', async () => {
    const condition = `{ StringEquals: { 'aws:EC2InstanceSourceVPC': !Ref Net } }`;
    const resources =
      network +
      bucket +
      user(`[{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }]`) +
      role('Worker', `{ Service: ec2.amazonaws.com, AWS: !GetAtt Ann.Arn }`, readIf(condition));
    expect(brief(await pathsFrom('Ann', resources))).toEqual(['act as Worker: certain']);
  });
});

describe('tags of a session', () => {
  const blue = `{ StringEquals: { 'aws:PrincipalTag/team': blue } }`;

  it('are whatever the taker of a role passes, where he may tag the session', async () => {
    const resources =
      user(`[{ Effect: Allow, Action: [sts:AssumeRole, sts:TagSession], Resource: '*' }]`) +
      role('First', `{ AWS: !GetAtt Ann.Arn }`, readIf(blue)) +
      bucket;
    expect(brief(await pathsFrom('Ann', resources))).toEqual(['read data Files: certain']);
  });

  it('are none where he may not', async () => {
    const resources =
      user(`[{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }]`) +
      role('First', `{ AWS: !GetAtt Ann.Arn }`, readIf(blue)).replace(', sts:TagSession', '') +
      bucket;
    expect(brief(await pathsFrom('Ann', resources))).toEqual(['act as First: certain']);
  });
});
