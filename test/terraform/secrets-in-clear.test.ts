import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { modelOf, systemOf } from '../../src/threat-model.ts';
import { testDay } from '../support/model-of-texts.ts';
import { created, imported, planText, stated, stateText } from './imported.ts';

/**
 * A secret that the configuration has in clear is told as one, whatever form of Terraform says so; and in no document stands
 * the secret itself.
 */

const secret = 'Correct-Horse-9';
const rule = 'secrets/in-clear';

type Texts = Readonly<Record<string, string>>;

/** `open: MasterUserPassword` for every answer of the rule. Checks on the way that no document has the secret. */
async function told(texts: Texts): Promise<readonly string[]> {
  const read = await imported(texts);
  const { document } = await modelOf(read, { asOf: testDay });
  const system = renderJson(await systemOf(read, testDay));
  for (const text of [system, renderJson(document)]) expect(text).not.toContain(secret);
  return document.threats.filter((each) => each.rule === rule).map(({ id, status }) => `${status} ${id.split('#')[1]}`);
}

const database = { identifier: 'db', engine: 'postgres', instance_class: 'db.t3.micro', username: 'root' };
const sensitive = { after_sensitive: { password: true } };

function plan(expression: object, root: object = {}): Texts {
  const resources = [{ address: 'aws_db_instance.db', expressions: { password: expression } }];
  const change = created('aws_db_instance.db', { ...database, password: secret }, sensitive);
  return { 'p.json': planText([change], { configuration: { root_module: { resources, ...root } } }) };
}

const source = (password: string, rest = '') => ({
  'main.tf': `resource "aws_db_instance" "db" {
  identifier     = "db"
  engine         = "postgres"
  instance_class = "db.t3.micro"
  username       = "root"
  password       = ${password}
}
${rest}`,
});

describe('a password that is written into the configuration', () => {
  const inClear = ['open MasterUserPassword'];

  test.each([
    ['the source', source(`"${secret}"`)],
    ['a constant in a plan', plan({ constant_value: secret })],
    ['what functions make of constants in a plan', plan({})],
    ['the default of a variable in a plan', plan({ references: ['var.p'] }, { variables: { p: { default: secret } } })],
    ['the same in the source', source('var.p', `variable "p" { default = "${secret}" }`)],
    ['the default of a sensitive one', source('var.p', `variable "p" {\n default = "${secret}"\n sensitive = true\n}`)],
  ])('is in clear by %s', async (_, texts) => {
    expect(await told(texts)).toEqual(inClear);
  });

  test('is followed into modules', async () => {
    const change = created('module.m.aws_db_instance.db', { ...database, password: secret }, sensitive);
    const module = {
      resources: [{ address: 'aws_db_instance.db', expressions: { password: { references: ['var.p'] } } }],
      variables: { p: {} },
    };
    const calls = (given: object) => ({ module_calls: { m: { expressions: { p: given }, module } } });
    const text = (given: object) => planText([change], { configuration: { root_module: calls(given) } });
    expect(await told({ 'p.json': text({ constant_value: secret }) })).toEqual(inClear);
    expect(await told({ 'p.json': text({ references: ['random_password.p.result', 'random_password.p'] }) })).toEqual(
      [],
    );
  });
});

describe('a password that is not', () => {
  test.each([
    ['given to a variable', plan({ references: ['var.p'] }, { variables: { p: { sensitive: true } } })],
    ['given instead of a default', plan({ references: ['var.p'] }, { variables: { p: { default: 'other' } } })],
    ['made by a resource', plan({ references: ['random_password.p.result', 'random_password.p'] })],
  ])('is none in clear when %s', async (_, texts) => {
    expect(await told(texts)).toEqual([]);
  });
});

describe('a password of which nobody says where it comes from', () => {
  const open = ['unknown MasterUserPassword'];

  test.each([
    ['a plan in which a local is between', plan({ references: ['local.p'] })],
    ['a state', { 't.tfstate': stateText([stated('aws_db_instance.db', { ...database, password: secret })]) }],
  ])('stays open in %s', async (_, texts) => {
    const read = await imported(texts);
    const { document } = await modelOf(read, { asOf: testDay });
    expect(await told(texts)).toHaveLength(open.length);
    expect(document.threats.filter((each) => each.rule === rule).map(({ status }) => status)).toEqual(['unknown']);
  });
});

describe('what a state has in places that AWS shows', () => {
  const run = { function_name: 'f', runtime: 'nodejs22.x', handler: 'a.b', role: 'arn:aws:iam::111122223333:role/r' };
  const variables = (values: object) => ({ ...run, environment: [{ variables: values }] });

  test('is told by the names of variables, and only the secrets are hidden', async () => {
    const texts = {
      't.tfstate': stateText([
        stated('aws_lambda_function.f', variables({ DB_PASSWORD: secret, STAGE: 'production-stage' })),
      ]),
    };
    expect(await told(texts)).toEqual(['open DB_PASSWORD']);
    const system = renderJson(await systemOf(await imported(texts), testDay));
    expect(system).toContain('production-stage');
    expect(system).toContain('arn:aws:iam::111122223333:role/r');
  });

  test('is told of containers and user data', async () => {
    const containers = JSON.stringify([
      {
        name: 'c',
        image: 'i',
        environment: [
          { name: 'API_KEY', value: secret },
          { name: 'MODE', value: 'production' },
        ],
      },
    ]);
    const texts = {
      't.tfstate': stateText([
        stated('aws_ecs_task_definition.t', { family: 't', container_definitions: containers }),
        stated('aws_instance.i', { ami: 'ami-1', user_data: `#!/bin/sh\nexport DB_PASSWORD=${secret}\n` }),
      ]),
    };
    expect([...(await told(texts))].sort()).toEqual(['open DB_PASSWORD', 'open c/API_KEY']);
    expect(renderJson(await systemOf(await imported(texts), testDay))).toContain('production');
  });

  test('is not known where the state keeps a digest of user data only', async () => {
    const digest = '0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33';
    const texts = { 't.tfstate': stateText([stated('aws_instance.i', { ami: 'ami-1', user_data: digest })]) };
    const { document } = await modelOf(await imported(texts), { asOf: testDay });
    const [element] = document.system.elements.filter(({ address }) => address === 'aws_instance.i');
    expect(JSON.stringify(element?.facts)).toContain('digest');
  });
});
