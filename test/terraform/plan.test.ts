import { describe, expect, test } from 'vitest';
import { refsOf } from '../../src/model/value.ts';
import { created, imported, planText } from './imported.ts';

const configuration = (resources: readonly Readonly<Record<string, unknown>>[], rest: object = {}) => ({
  configuration: {
    provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
    root_module: { resources, ...rest },
  },
});

describe('a plan', () => {
  test('tells every known value, where its entry stands', async () => {
    const { properties, resource, origins, places } = await imported({
      'p.json': planText([created('aws_iam_role.r', { name: 'app', assume_role_policy: '{"Statement":[]}' })], {
        ...configuration([{ address: 'aws_iam_role.r', provider_config_key: 'aws', expressions: {} }]),
      }),
    });
    expect(properties('p/aws_iam_role.r')).toEqual({ RoleName: 'app', AssumeRolePolicyDocument: { Statement: [] } });
    expect(origins.span(resource('p/aws_iam_role.r').origin)).toMatchObject({ file: 'p.json', line: 1 });
    expect(places[0]).toContain('eu-west-1');
  });

  test('keeps what only apply tells unknown, with what it will be made of', async () => {
    const { resource } = await imported({
      'p.json': planText(
        [
          created('aws_iam_policy.p', { name: 'p' }, { after_unknown: { arn: true, id: true } }),
          created('aws_iam_role.r', { name: 'r' }, { after_unknown: { permissions_boundary: true } }),
        ],
        configuration([
          { address: 'aws_iam_policy.p', expressions: {} },
          {
            address: 'aws_iam_role.r',
            expressions: { permissions_boundary: { references: ['aws_iam_policy.p.arn', 'aws_iam_policy.p'] } },
          },
        ]),
      ),
    });
    const boundary = resource('p/aws_iam_role.r').properties.entries.get('PermissionsBoundary');
    expect(boundary?.kind).toBe('unknown');
    expect(boundary && refsOf(boundary)).toEqual([{ resource: 'p/aws_iam_policy.p', attribute: 'Arn' }]);
  });

  test('leaves out attributes that the provider decides and nobody states', async () => {
    const { properties } = await imported({
      'p.json': planText([created('aws_sqs_queue.q', { name: 'q' }, { after_unknown: { kms_master_key_id: true } })]),
    });
    expect(properties('p/aws_sqs_queue.q')).toEqual({ QueueName: 'q' });
  });

  test('follows references through variables of modules and their outputs', async () => {
    const { resource } = await imported({
      'p.json': planText(
        [
          created('module.a["x"].aws_sns_topic.t', { name: 't' }, { after_unknown: { arn: true } }),
          created('module.b.aws_sns_topic_subscription.s', { protocol: 'sqs' }, { after_unknown: { topic_arn: true } }),
        ],
        configuration([], {
          module_calls: {
            a: {
              module: {
                outputs: { topic: { expression: { references: ['aws_sns_topic.t.arn', 'aws_sns_topic.t'] } } },
                resources: [{ address: 'aws_sns_topic.t', expressions: {} }],
              },
            },
            b: {
              expressions: { topic: { references: ['module.a["x"].topic', 'module.a["x"]', 'module.a'] } },
              module: {
                resources: [
                  {
                    address: 'aws_sns_topic_subscription.s',
                    expressions: { topic_arn: { references: ['var.topic'] } },
                  },
                ],
              },
            },
          },
        }),
      ),
    });
    const topic = resource('p/module.b.aws_sns_topic_subscription.s').properties.entries.get('TopicArn');
    expect(topic && refsOf(topic)).toMatchObject([{ resource: 'p/module.a["x"].aws_sns_topic.t' }]);
  });

  test('is the world after it: nothing of what it deletes, the rest of what it keeps', async () => {
    const change = (actions: readonly string[]) => ({ actions, before: { bucket: 'old' } });
    const { ids, resource } = await imported({
      'p.json': planText([
        created('aws_s3_bucket.gone', {}, { ...change(['delete']), after: null }),
        created('aws_s3_bucket.forgotten', {}, { ...change(['forget']), after: null }),
        created('aws_s3_bucket.replaced', { bucket: 'new' }, change(['delete', 'create'])),
        {
          ...created('aws_s3_bucket.moved', { bucket: 'x' }, change(['no-op'])),
          previous_address: 'aws_s3_bucket.was',
        },
      ]),
    });
    expect(ids).toEqual(['p/aws_s3_bucket.forgotten', 'p/aws_s3_bucket.replaced', 'p/aws_s3_bucket.moved']);
    expect(resource('p/aws_s3_bucket.forgotten').name).toEqual(['old']);
    expect(resource('p/aws_s3_bucket.moved').aliases).toEqual(['aws_s3_bucket.was']);
  });

  test('never tells what is sensitive', async () => {
    const { resource } = await imported({
      'p.json': planText([
        created(
          'aws_lambda_function.f',
          { function_name: 'f', environment: [{ variables: { TOKEN: 'hunter2hunter2' } }] },
          { after_sensitive: { environment: [{ variables: { TOKEN: true } }] } },
        ),
      ]),
    });
    const text = JSON.stringify(resource('p/aws_lambda_function.f').properties, (_, value: unknown) =>
      value instanceof Map ? [...value] : value,
    );
    expect(text).not.toContain('hunter2');
    expect(text).toContain('"kind":"secret"');
  });

  test('of another format is told, not guessed', async () => {
    const { diagnostics, nothingRead } = await imported({ 'p.json': planText([], { format_version: '9.0' }) });
    expect(diagnostics.map(({ code }) => code)).toEqual(['terraform-plan']);
    expect(nothingRead).toBe(false);
  });

  test('that is cut off keeps what can be read', async () => {
    const whole = planText([created('aws_s3_bucket.a', { bucket: 'a' }), created('aws_s3_bucket.b', { bucket: 'b' })]);
    const { ids, diagnostics } = await imported({ 'p.json': whole.slice(0, whole.indexOf('"bucket":"b"')) });
    expect(ids).toEqual(['p/aws_s3_bucket.a']);
    expect(diagnostics).toMatchObject([{ code: 'terraform-json', source: { line: 1 } }]);
  });
});
