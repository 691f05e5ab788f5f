import { expect, it } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';

const trusting = (principal: unknown, condition: unknown) => `Resources:
  Audit: ${JSON.stringify({
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', Condition: condition }],
      },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    },
  })}`;

async function waysIn(principal: unknown, condition: unknown) {
  const { document } = await modelOfTexts({
    'app.yaml': trusting(principal, condition),
    'bartizan.yaml': "deployments: [{ name: app, template: app.yaml, account: '111122223333' }]",
  });
  return document.attackPaths.map(({ attacker, certainty }) => `${attacker} ${certainty}`);
}

const id = { StringEquals: { 'sts:ExternalId': 'a1b2c3' } };
const vendor = { AWS: 'arn:aws:iam::999988887777:root' };
const party = 'third-party:external/aws-account/999988887777';

it('whoever controls the third party sends the external id that the third party sends', async () => {
  expect(await waysIn(vendor, id)).toEqual([`${party} certain`]);
});

it('another condition still decides', async () => {
  const office = { ...id, IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
  expect(await waysIn(vendor, office)).toEqual([`${party} conditional`]);
});

it('nobody else knows it: any account that may ask has to guess', async () => {
  expect(await waysIn({ AWS: '*' }, id)).toEqual(['any-aws-account conditional']);
});
