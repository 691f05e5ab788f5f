import { expect, it } from 'vitest';
import { modelOfTemplate } from '../support/model-of-texts.ts';

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('\n');
const template = (users: number, groups: number) => `
Resources:
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: iam:AddUserToGroup, Resource: '*' }]
${many(users, (at) => `  User${at}: { Type: AWS::IAM::User }`)}
${many(groups, (at) => `  Group${at}: { Type: AWS::IAM::Group }`)}
`;

const told = async (users: number, groups: number) => {
  const { document } = await modelOfTemplate(template(users, groups));
  return document.coverage.diagnostics.filter(({ code }) => code === 'moves-bounded').map(({ message }) => message);
};

it('a move that stops before it has tried everything says so', async () => {
  const [message, ...others] = await told(30, 20);
  expect(message).toContain('not looked at: other users whom somebody may put into groups');
  expect(others).toEqual([]);
});

it('nothing is said of a system in which everything was tried', async () => {
  expect(await told(3, 2)).toEqual([]);
});
