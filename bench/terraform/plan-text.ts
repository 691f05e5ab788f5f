type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A plan of about so many characters on one line, as `terraform show -json` prints it; it counts its resources. */
export function planText(characters: number): { readonly text: string; readonly resources: number } {
  const planned: string[] = [];
  const changes: string[] = [];
  const configured: string[] = [];
  let length = 0;
  for (let at = 0; length < characters; at += 1) {
    for (const { type, after, unknown, expressions } of resourcesOf(at)) {
      const entry = { address: `${type}.s${at}`, mode: 'managed', type, name: `s${at}` };
      const provider = { provider_name: 'registry.terraform.io/hashicorp/aws' };
      const change = { actions: ['create'], before: null, after, after_unknown: unknown, before_sensitive: false };
      planned.push(JSON.stringify({ ...entry, ...provider, schema_version: 0, values: after, sensitive_values: {} }));
      changes.push(JSON.stringify({ ...entry, ...provider, change: { ...change, after_sensitive: {} } }));
      configured.push(JSON.stringify({ ...entry, provider_config_key: 'aws', expressions, schema_version: 0 }));
      length += (planned.at(-1)?.length ?? 0) + (changes.at(-1)?.length ?? 0) + (configured.at(-1)?.length ?? 0);
    }
  }
  const text = [
    '{"format_version":"1.2","terraform_version":"1.11.4",',
    `"planned_values":{"root_module":{"resources":[${planned.join(',')}]}},`,
    `"resource_changes":[${changes.join(',')}],`,
    '"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws"}},',
    `"root_module":{"resources":[${configured.join(',')}]}}}\n`,
  ].join('');
  return { text, resources: changes.length };
}

interface Planned {
  readonly type: string;
  readonly after: Json;
  readonly unknown: Json;
  readonly expressions: Json;
}

/** A queue, its key, and a role with a policy that names both. */
function resourcesOf(at: number): readonly Planned[] {
  const tags = { Project: 'shop', Service: `s${at}`, Owner: 'team' };
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
  const document = (statement: Json) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const reference = (type: string) => ({ references: [`${type}.s${at}.arn`, `${type}.s${at}`] });
  const own = { id: true, arn: true, tags_all: { Project: false, Service: false, Owner: false } };
  return [
    {
      type: 'aws_sqs_queue',
      after: { name: `queue-${at}`, delay_seconds: 0, fifo_queue: false, message_retention_seconds: 86400, tags },
      unknown: { ...own, kms_master_key_id: true, policy: true, url: true, redrive_policy: true },
      expressions: { name: { constant_value: `queue-${at}` }, kms_master_key_id: reference('aws_kms_key') },
    },
    {
      type: 'aws_kms_key',
      after: { description: `key ${at}`, enable_key_rotation: true, is_enabled: true, multi_region: false, tags },
      unknown: { ...own, key_id: true, policy: true },
      expressions: { description: { constant_value: `key ${at}` }, enable_key_rotation: { constant_value: true } },
    },
    {
      type: 'aws_iam_role',
      after: {
        name: `role-${at}`,
        path: '/',
        assume_role_policy: document(trust),
        managed_policy_arns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
        max_session_duration: 3600,
        tags,
      },
      unknown: { ...own, create_date: true, unique_id: true, inline_policy: true, managed_policy_arns: [false] },
      expressions: { name: { constant_value: `role-${at}` }, assume_role_policy: {} },
    },
    {
      type: 'aws_iam_role_policy',
      after: { name: 'work', role: `role-${at}` },
      unknown: { id: true, policy: true, name_prefix: true },
      expressions: {
        name: { constant_value: 'work' },
        policy: { references: ['aws_sqs_queue', 'aws_kms_key'].flatMap((type) => reference(type).references) },
        role: { references: [`aws_iam_role.s${at}.id`, `aws_iam_role.s${at}`] },
      },
    },
  ];
}
