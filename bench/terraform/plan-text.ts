/** Bytes of a plan that one resource takes, about. */
const perResource = 2_180;

/** A plan on one line, as `terraform show -json` prints it, of about so many megabytes: roles, policies and buckets. */
export function planText(megabytes: number): { readonly text: string; readonly resources: number } {
  const resources = Math.round((megabytes * 1_000_000) / perResource);
  const changes = Array.from({ length: resources }, (_, at) => change(at));
  const planned = changes.map(({ change: { after }, ...entry }) => ({ ...entry, values: after }));
  const configured = changes.map(({ address, mode, type, name }) => ({
    address,
    mode,
    type,
    name,
    provider_config_key: 'aws',
    expressions: { name: { constant_value: name }, policy: { references: ['aws_iam_role.r0.arn', 'aws_iam_role.r0'] } },
  }));
  const plan = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: { resources: planned } },
    resource_changes: changes,
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
      root_module: { resources: configured },
    },
  };
  return { text: JSON.stringify(plan), resources };
}

function change(at: number) {
  const kind = ['aws_iam_role', 'aws_iam_policy', 'aws_sqs_queue'][at % 3] ?? '';
  const name = `r${at}`;
  const statements = Array.from({ length: 4 }, (_, index) => ({
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject', `dynamodb:Query${index}`],
    Resource: `arn:aws:s3:::store-${at}-${index}/*`,
  }));
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return {
    address: `${kind}.${name}`,
    mode: 'managed',
    type: kind,
    name,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: {
      actions: ['create'],
      before: null,
      after: {
        name,
        [kind === 'aws_iam_role' ? 'assume_role_policy' : 'policy']: document,
        tags: { team: 'shop', number: String(at) },
        tags_all: { team: 'shop', number: String(at) },
      },
      after_unknown: { arn: true, id: true, unique_id: true, tags: {}, tags_all: {} },
      before_sensitive: false,
      after_sensitive: { tags: {}, tags_all: {} },
    },
  };
}
