/** Bytes of a state that one resource takes, about. */
const perResource = 1_420;

/** A state as Terraform writes it, of about so many megabytes: roles, policies and queues that are there. */
export function stateText(megabytes: number): { readonly text: string; readonly resources: number } {
  const count = Math.round((megabytes * 1_000_000) / perResource);
  const resources = Array.from({ length: count }, (_, at) => entry(at));
  const state = { version: 4, terraform_version: '1.11.4', serial: 7, lineage: 'bench', outputs: {}, resources };
  return { text: JSON.stringify(state, undefined, 2), resources: count };
}

function entry(at: number) {
  const type = ['aws_iam_role', 'aws_iam_policy', 'aws_sqs_queue'][at % 3] ?? '';
  const name = `r${at}`;
  const statements = Array.from({ length: 4 }, (_, index) => ({
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject', `dynamodb:Query${index}`],
    Resource: `arn:aws:s3:::store-${at}-${index}/*`,
  }));
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const kind = type.slice('aws_iam_'.length);
  const queue = `https://sqs.eu-west-1.amazonaws.com/111122223333/${name}`;
  const isQueue = type === 'aws_sqs_queue';
  const arn = isQueue ? `arn:aws:sqs:eu-west-1:111122223333:${name}` : `arn:aws:iam::111122223333:${kind}/${name}`;
  return {
    mode: 'managed',
    type,
    name,
    provider: 'provider["registry.terraform.io/hashicorp/aws"]',
    instances: [
      {
        schema_version: 0,
        attributes: {
          id: isQueue ? queue : type === 'aws_iam_role' ? name : arn,
          arn,
          name,
          description: null,
          [type === 'aws_iam_role' ? 'assume_role_policy' : 'policy']: document,
          tags: { team: 'shop', number: String(at) },
          tags_all: { team: 'shop', number: String(at) },
        },
        sensitive_attributes: [],
        private: 'bnVsbA==',
        dependencies: ['aws_iam_role.r0'],
      },
    ],
  };
}
