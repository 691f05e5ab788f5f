import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** The examples of the move, which tell pools at which strangers make themselves users from others. */
const folder = 'src/catalog/moves/identity';
const example = (extension: string) => readFileSync(`${folder}/take-pool-credentials.examples.${extension}`, 'utf8');

async function strangersRoles(file: string, text: string) {
  const { document } = await modelOfTexts({ [file]: text });
  const paths = document.attackPaths.filter(
    ({ attacker, gains, steps }) => attacker === 'internet' && gains === 'act as' && steps.length === 1,
  );
  return new Map(paths.map(({ target, conditions }) => [target.replace(/^.*[./]/, ''), conditions]));
}

describe.each([
  ['in CloudFormation', 'app.yaml', example('yaml'), ['Guest', 'ShopMember', 'UnverifiedMember']],
  ['in Terraform', 'main.tf', example('tf'), ['guest', 'shop_member', 'unverified_member']],
] as const)('strangers sign up %s', (_, file, text, roles) => {
  test('where not only administrators create users and the app client has no secret', async () => {
    expect([...(await strangersRoles(file, text)).keys()].sort()).toEqual([...roles].sort());
  });

  test('and need somebody who confirms them where the pool verifies no address', async () => {
    const found = await strangersRoles(file, text);
    expect(found.get(roles[1])).toEqual([]);
    expect(found.get(roles[2])?.[0]).toMatch(/confirms the new users/);
  });
});

test('a function that is asked before sign-up makes it conditional', async () => {
  const asked = example('yaml').replace(
    '{ AutoVerifiedAttributes: [email] }',
    '{ AutoVerifiedAttributes: [email], LambdaConfig: { PreSignUp: arn:aws:lambda:eu-west-1:111122223333:function:ask } }',
  );
  const found = await strangersRoles('app.yaml', asked);
  expect(found.get('ShopMember')?.[0]).toMatch(/asks before sign-up/);
});

test('a parameter that decides who creates users is told as the condition', async () => {
  const open = `Parameters: { AdminsOnly: { Type: String } }\n${example('yaml').replace(
    '{ AutoVerifiedAttributes: [email] }',
    '{ AutoVerifiedAttributes: [email], AdminCreateUserConfig: { AllowAdminCreateUserOnly: !Ref AdminsOnly } }',
  )}`;
  const found = await strangersRoles('app.yaml', open);
  expect(found.get('ShopMember')?.[0]).toMatch(/AdminsOnly/);
});
