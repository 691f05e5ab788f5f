import { describe, expect, test } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import { refsOf, type Value } from '../../src/model/value.ts';
import { modelOf } from '../../src/threat-model.ts';
import { modelOfTexts, testDay } from '../support/model-of-texts.ts';
import { created, imported, planText } from './imported.ts';

type Expressions = Readonly<Record<string, unknown>>;

const to = (...references: readonly string[]) => ({
  references: references.flatMap((each) => [each, each.replace(/\.[^.]+$/, '')]),
});
const constant = (value: unknown) => ({ constant_value: value });

function plan(changes: Parameters<typeof planText>[0], resources: Readonly<Record<string, Expressions>>): string {
  const configured = Object.entries(resources).map(([address, expressions]) => ({ address, expressions }));
  return planText(changes, { configuration: { root_module: { resources: configured } } });
}

const unknown = (after: object) => ({ after_unknown: after });
const read = (address: string, after: Expressions, rest: object) => ({
  ...created(address.replace(/^data\./, ''), after, { actions: ['read'], ...rest }),
  address,
  mode: 'data',
});
const itemsOf = (value: Value | undefined) => (value?.kind === 'list' ? value.items : []);
const refNames = (value: Value | undefined) =>
  value === undefined ? [] : refsOf(value).map(({ resource }) => resource);

async function pathsFrom(from: string, text: string) {
  const read = inputsFromTexts({ 'p.json': text });
  const { document } = await modelOf(importInputs(read, await loadTerraform(read)), { asOf: testDay, from });
  return document.attackPaths.filter(({ attacker }) => attacker.endsWith(from));
}

describe('references of a plan', () => {
  test('are followed one by one in a list whose members the plan counts', async () => {
    const { resource } = await imported({
      'p.json': plan(
        [
          created('aws_subnet.a', {}),
          created('aws_subnet.b', {}),
          created(
            'aws_db_subnet_group.g',
            { subnet_ids: ['subnet-1', null, null] },
            unknown({ subnet_ids: [false, true, true] }),
          ),
        ],
        {
          'aws_subnet.a': {},
          'aws_subnet.b': {},
          'aws_db_subnet_group.g': { subnet_ids: to('aws_subnet.a.id', 'aws_subnet.b.id') },
        },
      ),
    });
    const subnets = itemsOf(resource('p/aws_db_subnet_group.g').properties.entries.get('SubnetIds'));
    expect(subnets.map(refNames)).toEqual([[], ['p/aws_subnet.a'], ['p/aws_subnet.b']]);
  });

  test('make a list that may go on where the plan knows nothing of several', async () => {
    const { resource } = await imported({
      'p.json': plan(
        [
          created('aws_security_group.a', {}),
          created('aws_security_group.b', {}),
          created('aws_instance.i', {}, unknown({ vpc_security_group_ids: true })),
        ],
        {
          'aws_security_group.a': {},
          'aws_security_group.b': {},
          'aws_instance.i': { vpc_security_group_ids: to('aws_security_group.a.id', 'aws_security_group.b.id') },
        },
      ),
    });
    const groups = resource('p/aws_instance.i').properties.entries.get('SecurityGroupIds');
    expect(itemsOf(groups).map(refNames)).toEqual([['p/aws_security_group.a'], ['p/aws_security_group.b']]);
    expect(groups).toHaveProperty('open');
  });

  test('stay one unknown where a condition may choose among them', async () => {
    const { resource } = await imported({
      'p.json': plan(
        [
          created('aws_security_group.a', {}),
          created('aws_security_group.b', {}),
          created('aws_instance.i', {}, unknown({ vpc_security_group_ids: true })),
        ],
        {
          'aws_security_group.a': {},
          'aws_security_group.b': {},
          'aws_instance.i': {
            vpc_security_group_ids: {
              references: ['var.first', ...to('aws_security_group.a.id', 'aws_security_group.b.id').references],
            },
          },
        },
      ),
    });
    expect(resource('p/aws_instance.i').properties.entries.get('SecurityGroupIds')?.kind).toBe('unknown');
  });

  test('lead to the one resource that several attributes of it are named of', async () => {
    const model = await modelOfTexts({
      'p.json': plan(
        [
          created('aws_ecs_task_definition.t', { family: 'web', container_definitions: '[]' }),
          created('aws_ecs_service.s', { name: 'web' }, unknown({ task_definition: true })),
        ],
        {
          'aws_ecs_task_definition.t': {},
          'aws_ecs_service.s': {
            task_definition: to('aws_ecs_task_definition.t.family', 'aws_ecs_task_definition.t.revision'),
          },
        },
      ),
    });
    const { system } = model.analysis.defined.ask;
    const [service] = system.ofType('AWS::ECS::Service');
    const stated = service?.properties.entries.get('TaskDefinition');
    const found = service && stated ? system.resolve(stated, service.id, ['AWS::ECS::TaskDefinition']) : [];
    expect(found).toMatchObject([{ kind: 'resource', resource: { id: 'p/aws_ecs_task_definition.t' } }]);
  });

  test('and constants are told of blocks that the plan knows nothing of', async () => {
    const { properties } = await imported({
      'p.json': plan(
        [created('aws_lambda_function.f', { function_name: 'f' }, unknown({ file_system_config: true }))],
        {
          'aws_lambda_function.f': {
            file_system_config: [{ arn: to('aws_efs_access_point.a.arn'), local_mount_path: constant('/mnt/data') }],
          },
        },
      ),
    });
    expect(properties('p/aws_lambda_function.f')).toMatchObject({
      FileSystemConfigs: [{ LocalMountPath: '/mnt/data' }],
    });
  });

  test('never bring a password of the configuration back', async () => {
    const { resource } = await imported({
      'p.json': plan([created('aws_mq_broker.b', { broker_name: 'b' }, unknown({ user: true }))], {
        'aws_mq_broker.b': { user: [{ username: constant('app'), password: constant('hunter2hunter2') }] },
      }),
    });
    const told = JSON.stringify(resource('p/aws_mq_broker.b').properties, (_, value: unknown) =>
      value instanceof Map ? [...value] : value,
    );
    expect(told).not.toContain('hunter2');
  });
});

describe('a policy document that a plan reads only when it is applied', () => {
  const statement = {
    actions: constant(['sts:AssumeRole']),
    principals: [{ type: constant('AWS'), identifiers: to('aws_iam_user.u.arn') }],
  };
  const after = { actions: ['sts:AssumeRole'], effect: null, principals: [{ type: 'AWS', identifiers: [null] }] };
  const open = { json: true, statement: [{ actions: [false], principals: [{ identifiers: [true] }] }] };

  test('is computed of its blocks, with those that it is made of', async () => {
    const { properties } = await imported({
      'p.json': plan(
        [
          created('aws_iam_user.u', { name: 'u' }, unknown({ arn: true })),
          read('data.aws_iam_policy_document.base', { statement: [after] }, unknown(open)),
          read(
            'data.aws_iam_policy_document.all',
            {
              source_policy_documents: [null],
              statement: [{ ...after, principals: [{ type: 'Service', identifiers: ['ec2.amazonaws.com'] }] }],
            },
            unknown({ json: true, source_policy_documents: [true] }),
          ),
          created('aws_iam_role.r', { name: 'r' }, unknown({ assume_role_policy: true })),
        ],
        {
          'aws_iam_user.u': {},
          'data.aws_iam_policy_document.base': { statement: [statement] },
          'data.aws_iam_policy_document.all': {
            source_policy_documents: to('data.aws_iam_policy_document.base.json'),
            statement: [statement],
          },
          'aws_iam_role.r': { assume_role_policy: to('data.aws_iam_policy_document.all.json') },
        },
      ),
    });
    expect(properties('p/aws_iam_role.r')).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: expect.stringMatching(/:user\/u$/) } },
          { Principal: { Service: 'ec2.amazonaws.com' } },
        ],
      },
    });
  });

  test('names of a resource that it is made of that and what is below, which is open', async () => {
    const paths = await pathsFrom(
      'aws_iam_user.u',
      plan(
        [
          created('aws_s3_bucket.d', { bucket: 'data-1' }, unknown({ arn: true })),
          created('aws_s3_bucket.o', { bucket: 'data-10' }, unknown({ arn: true })),
          created('aws_iam_user.u', { name: 'u' }),
          read(
            'data.aws_iam_policy_document.d',
            { statement: [{ actions: ['s3:GetObject'], resources: [null] }] },
            unknown({ json: true, statement: [{ resources: [true] }] }),
          ),
          created('aws_iam_user_policy.p', { name: 'p', user: 'u' }, unknown({ policy: true })),
        ],
        {
          'aws_s3_bucket.d': {},
          'aws_s3_bucket.o': {},
          'aws_iam_user.u': {},
          'data.aws_iam_policy_document.d': {
            statement: [{ actions: constant(['s3:GetObject']), resources: to('aws_s3_bucket.d.arn') }],
          },
          'aws_iam_user_policy.p': {
            user: to('aws_iam_user.u.name'),
            policy: to('data.aws_iam_policy_document.d.json'),
          },
        },
      ),
    );
    expect(paths.map(({ target, certainty }) => [target, certainty])).toEqual([['p/aws_s3_bucket.d', 'conditional']]);
  });
});

describe('a trust policy of which a plan knows the references only', () => {
  const roles = (references: object) =>
    plan(
      [
        created('aws_iam_user.u', { name: 'u' }, unknown({ arn: true })),
        created('aws_iam_user.v', { name: 'v' }, unknown({ arn: true })),
        created('aws_iam_role.r', { name: 'r' }, unknown({ assume_role_policy: true })),
      ],
      { 'aws_iam_user.u': {}, 'aws_iam_user.v': {}, 'aws_iam_role.r': { assume_role_policy: references } },
    );

  test('lets those in whom it is made of, if the rest of it does, and nobody else', async () => {
    for (const [user, certainty] of [
      ['u', ['conditional']],
      ['v', []],
    ] as const) {
      expect(
        (await pathsFrom(`aws_iam_user.${user}`, roles(to('aws_iam_user.u.arn')))).map((path) => path.certainty),
      ).toEqual(certainty);
    }
  });

  test('is told as one that is not known in full', async () => {
    for (const references of [to('aws_iam_user.u.arn'), { references: ['local.trust'] }]) {
      const { document } = await modelOfTexts({ 'p.json': roles(references) });
      expect(document.coverage.diagnostics).toMatchObject([
        { level: 'warning', code: 'policy-not-known', message: expect.stringContaining('aws_iam_role.r') },
      ]);
    }
  });

  test('proves no control: whether tokens are limited stays unknown', async () => {
    const { document } = await modelOfTexts({
      'p.json': plan(
        [
          created(
            'aws_iam_openid_connect_provider.g',
            { url: 'https://token.actions.githubusercontent.com' },
            unknown({ arn: true }),
          ),
          created('aws_iam_role.r', { name: 'r' }, unknown({ assume_role_policy: true })),
        ],
        {
          'aws_iam_openid_connect_provider.g': {},
          'aws_iam_role.r': { assume_role_policy: to('aws_iam_openid_connect_provider.g.arn') },
        },
      ),
    });
    const told = document.threats.filter(({ rule }) => rule === 'identity/federation-too-wide');
    expect(told.map(({ status }) => status)).toEqual(['unknown']);
  });
});
