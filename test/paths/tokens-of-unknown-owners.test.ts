import { expect, it } from 'vitest';
import { modelOfTemplate } from '../support/model-of-texts.ts';

const trusting = (subject: string) => `
Parameters:
  Owner: { Type: String }
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties: { Url: 'https://token.actions.githubusercontent.com', ClientIdList: [sts.amazonaws.com] }
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref Provider }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': !Sub '${subject}' } }
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
`;

const attackersOf = async (subject: string) =>
  (await modelOfTemplate(trusting(subject))).document.attackPaths.map(({ attacker }) => attacker);

it('an owner that only deployment tells is somebody, so that strangers have no tokens of his', async () => {
  expect(await attackersOf('repo:${Owner}/shop:*')).toEqual(['repository:github.com/<Owner>/shop']);
  expect(await attackersOf('${Owner}')).toEqual(['repository:token.actions.githubusercontent.com sub=<Owner>']);
});

it('a wildcard in the owner lets in whoever has a name that fits, whatever else is not known', async () => {
  expect(await attackersOf('repo:*/${Owner}:*')).toEqual(['internet']);
  expect(await attackersOf('repo:example*/shop:*')).toEqual(['internet']);
});
