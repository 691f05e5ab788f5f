import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../src/define/system/resolve.ts';
import { holesOf } from '../../src/model/text.ts';
import { at, textOf, type Value } from '../../src/model/value.ts';
import { created, imported, planText, stated, stateText } from './imported.ts';

const bucket = (name: string) => `resource "aws_s3_bucket" "b" { bucket = "${name}" }\n`;

describe('folders of Terraform', () => {
  test('are deployments named after them, and those that others call are no roots', async () => {
    const { ids, skipped } = await imported({
      'prod/main.tf': `module "m" { source = "../modules/store" }\n${bucket('a')}`,
      'modules/store/main.tf': bucket('b'),
    });
    expect(ids).toEqual(['prod/aws_s3_bucket.b', 'prod/module.m.aws_s3_bucket.b']);
    expect(skipped).toEqual([{ path: 'modules/store', why: 'it is a module that prod calls' }]);
  });

  test('that call each other in a circle still have a root', async () => {
    const { deployments } = await imported({
      'a/main.tf': `module "m" { source = "../b" }\n${bucket('a')}`,
      'b/main.tf': `module "m" { source = "../a" }\n${bucket('b')}`,
    });
    expect(deployments.map(({ id }) => id)).toEqual(['a']);
  });

  test('leave a state beside them aside, and say so, unless it is named', async () => {
    const texts = {
      'infra/main.tf': bucket('a'),
      'infra/terraform.tfstate': stateText([stated('aws_sqs_queue.q', {})]),
    };
    const { ids, skipped } = await imported(texts);
    expect(ids).toEqual(['infra/aws_s3_bucket.b']);
    expect(skipped).toEqual([
      {
        path: 'infra/terraform.tfstate',
        why: 'the source beside it tells more; a state counts when it is named itself',
        isTold: true,
      },
    ]);
  });

  test('stand beside templates', async () => {
    const { ids } = await imported({
      'infra/main.tf': bucket('a'),
      'app.yaml': 'Resources:\n  B:\n    Type: AWS::S3::Bucket\n',
    });
    expect(ids).toEqual(['app/B', 'infra/aws_s3_bucket.b']);
  });
});

describe('variables', () => {
  const texts = { 'infra/main.tf': `variable "name" {}\nresource "aws_s3_bucket" "b" { bucket = var.name }\n` };

  test('come from a variable file, which makes an environment of its own', async () => {
    const { properties } = await imported(texts, { parameterFiles: { 'prod.tfvars': 'name = "orders"' } });
    expect(properties('infra@prod/aws_s3_bucket.b')).toMatchObject({ BucketName: 'orders' });
  });

  test('come from the command line', async () => {
    const { properties, diagnostics } = await imported(texts, { parameterValues: { name: 'orders', nmae: 'x' } });
    expect(properties('infra/aws_s3_bucket.b')).toMatchObject({ BucketName: 'orders' });
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringContaining('unknown-parameter: --parameters gives nmae'),
    ]);
  });
});

describe('secrets', () => {
  test('stay secrets in what is made of them', async () => {
    const { resource } = await imported({
      'infra/main.tf': `
data "aws_secretsmanager_secret_version" "db" { secret_id = "db" }
resource "random_password" "own" { length = 20 }
variable "token" { sensitive = true }
resource "aws_lambda_function" "f" {
  function_name = "f"
  environment {
    variables = {
      PARSED   = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]
      ENCODED  = base64encode("user:\${random_password.own.result}")
      GIVEN    = upper(var.token)
      WHICH    = data.aws_secretsmanager_secret_version.db.version_id
    }
  }
}
`,
    });
    const holeOf = (name: string) => {
      const value = at(resource('infra/aws_lambda_function.f').properties, 'Environment', 'Variables', name);
      return value?.kind === 'unknown' ? value.hole : holesOf(textOf(value as Value) ?? [])[0];
    };
    const told = ['PARSED', 'ENCODED', 'GIVEN', 'WHICH'].map(
      (name) => `${holeOf(name)?.kind}: ${holeOf(name)?.settledBy}`,
    );
    expect(told).toEqual([
      'secret: the secret db',
      'secret: the secret random_password.own.result',
      'secret: parameter token of infra',
      'attribute: data.aws_secretsmanager_secret_version.db.version_id, known after apply',
    ]);
  });
});

describe('providers', () => {
  const west =
    'provider "aws" { region = "eu-west-1" }\nprovider "aws" {\n  alias = "west"\n  region = "us-west-2"\n}\n';

  test('tell the region, and have a deployment of their own where it is another', async () => {
    const { places, resource } = await imported({
      'infra/main.tf': `${west}
resource "aws_sqs_queue" "q" { name = "near" }
resource "aws_sqs_queue" "far" {
  provider = aws.west
  name     = "far"
}
resource "aws_sqs_queue_policy" "p" {
  queue_url = aws_sqs_queue.far.id
  policy    = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:*", Resource = aws_sqs_queue.far.arn }] })
}
`,
    });
    expect(places).toEqual(['infra <account:infra> eu-west-1', 'infra@west <account:infra> us-west-2']);
    expect(resource('infra@west/aws_sqs_queue.far').arn).toEqual([
      'arn:aws:sqs:us-west-2:',
      expect.objectContaining({ kind: 'account' }),
      ':far',
    ]);
    expect(resource('infra/aws_sqs_queue_policy.p').properties.entries.get('Queues')).toMatchObject({
      items: [{ refs: [{ resource: 'infra@west/aws_sqs_queue.far', attribute: 'Ref' }] }],
    });
  });

  test('tell the account by the role that they assume', async () => {
    const { places } = await imported({
      'infra/main.tf': `provider "aws" { region = "eu-west-1" }
provider "aws" {
  alias = "audit"
  region = "eu-west-1"
  assume_role { role_arn = "arn:aws:iam::444455556666:role/deploy" }
}
resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket" "log" { provider = aws.audit }
`,
    });
    expect(places).toContain('infra@audit 444455556666 eu-west-1');
  });

  test('give their default tags to everything', async () => {
    const { properties } = await imported({
      'infra/main.tf': `provider "aws" {
  default_tags { tags = { team = "shop", env = "dev" } }
}
resource "aws_s3_bucket" "b" { tags = { env = "prod" } }
`,
    });
    expect(properties('infra/aws_s3_bucket.b')).toEqual({
      Tags: [
        { Key: 'team', Value: 'shop' },
        { Key: 'env', Value: 'prod' },
      ],
    });
  });
});

describe('bartizan.yaml', () => {
  test('declares root modules with their variables, account and region', async () => {
    const { places, properties } = await imported({
      'bartizan.yaml': `deployments:
  - name: shop-prod
    terraform: infra
    account: "111122223333"
    region: eu-central-1
    parameters: { name: orders }
  - name: shop-test
    terraform: infra
    account: "444455556666"
    parameters: test.tfvars
`,
      'test.tfvars': 'name = "test-orders"',
      'infra/main.tf': 'variable "name" {}\nresource "aws_sqs_queue" "q" { name = var.name }\n',
    });
    expect(places[0]).toBe('shop-prod 111122223333 eu-central-1');
    expect(properties('shop-prod/aws_sqs_queue.q')).toMatchObject({ QueueName: 'orders' });
    expect(properties('shop-test/aws_sqs_queue.q')).toMatchObject({ QueueName: 'test-orders' });
  });

  test('is told when a path is no Terraform', async () => {
    const { diagnostics } = await imported({
      'bartizan.yaml': 'deployments:\n  - name: a\n    terraform: app.yaml\n  - name: b\n    terraform: gone\n',
      'app.yaml': 'Resources:\n  B:\n    Type: AWS::S3::Bucket\n',
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['not-terraform', 'declared-file-missing']);
  });
});

describe('a plan beside its source', () => {
  test('tells values that the source does not know, at the places of the source', async () => {
    const { properties, resource, origins, ids } = await imported({
      'infra/main.tf': `data "aws_ssm_parameter" "name" { name = "n" }
resource "aws_s3_bucket" "b" { bucket = data.aws_ssm_parameter.name.value }
variable "on" { type = bool }
resource "aws_sqs_queue" "off" { count = var.on ? 1 : 0 }
`,
      'infra/plan.json': planText([created('aws_s3_bucket.b', { bucket: 'orders', force_destroy: false })]),
    });
    expect(ids).toEqual(['infra/aws_s3_bucket.b']);
    expect(properties('infra/aws_s3_bucket.b')).toMatchObject({ BucketName: 'orders' });
    const name = resource('infra/aws_s3_bucket.b').properties.entries.get('BucketName');
    expect(name && origins.span(name.origin)).toMatchObject({ file: 'infra/main.tf', line: 2 });
  });
});

test('modules that are not on disk are visible', async () => {
  const { resource, diagnostics } = await imported({
    'infra/main.tf': 'module "vpc" { source = "terraform-aws-modules/vpc/aws" }\n',
  });
  expect(resource('infra/module.vpc')).toMatchObject({ type: 'Terraform::Module' });
  expect(diagnostics.map(({ code }) => code)).toEqual(['missing-module']);
});

describe('start scripts', () => {
  test('that are encoded with parts that are not known stay readable', async () => {
    const { properties } = await imported({
      'main.tf': `
        variable "token" {
          type = string
        }
        resource "aws_instance" "plain" {
          user_data = base64encode("export TOKEN=\${var.token}")
        }
        resource "aws_instance" "encoded" {
          user_data_base64 = base64gzip("export TOKEN=\${aws_iam_role.r.name}")
        }
        resource "aws_iam_role" "r" {
          name = "app"
        }
        resource "aws_launch_template" "t" {
          user_data = base64encode(templatefile("start.sh", { token = var.token }))
        }`,
      'start.sh': 'export TOKEN=${token}',
    });
    const script = 'export TOKEN=<token>';
    expect(properties('terraform/aws_instance.plain')).toMatchObject({ UserData: script });
    expect(properties('terraform/aws_instance.encoded')).toMatchObject({ UserData: 'export TOKEN=app' });
    expect(properties('terraform/aws_launch_template.t')).toMatchObject({ LaunchTemplateData: { UserData: script } });
  });
});

describe('JSON syntax', () => {
  test('says the same as the native one, also with single objects for blocks, comments and dynamic blocks', async () => {
    const inPorts = {
      for_each: '${toset(["443"])}',
      content: { from_port: 443, to_port: 443, protocol: 'tcp', cidr_blocks: ['10.0.0.0/8'] },
    };
    const rule = {
      id: 'old',
      status: 'Enabled',
      dynamic: { expiration: { for_each: [30], content: { days: '${expiration.value}' } } },
    };
    const json = {
      '//': 'made by a program',
      resource: {
        '//': 'all of them',
        aws_s3_bucket: { b: { '//': 'the only one', bucket: 'orders' } },
        aws_s3_bucket_versioning: {
          v: { bucket: '${aws_s3_bucket.b.id}', versioning_configuration: { status: 'Enabled' } },
        },
        aws_s3_bucket_lifecycle_configuration: { l: { bucket: '${aws_s3_bucket.b.id}', rule } },
        aws_s3_bucket_policy: {
          p: { bucket: '${aws_s3_bucket.b.id}', policy: '${data.aws_iam_policy_document.d.json}' },
        },
        aws_security_group: { g: { name: 'web', ingress: { ...inPorts.content }, dynamic: { egress: inPorts } } },
      },
      data: {
        aws_iam_policy_document: {
          d: {
            statement: {
              actions: ['s3:GetObject'],
              resources: ['${aws_s3_bucket.b.arn}/*'],
              principals: { type: 'AWS', identifiers: ['*'] },
            },
          },
        },
      },
    };
    const ports = 'from_port = 443\n to_port = 443\n protocol = "tcp"\n cidr_blocks = ["10.0.0.0/8"]';
    const native = `
      resource "aws_s3_bucket" "b" {
        bucket = "orders"
      }
      resource "aws_s3_bucket_versioning" "v" {
        bucket = aws_s3_bucket.b.id
        versioning_configuration {
          status = "Enabled"
        }
      }
      resource "aws_s3_bucket_lifecycle_configuration" "l" {
        bucket = aws_s3_bucket.b.id
        rule {
          id     = "old"
          status = "Enabled"
          expiration {
            days = 30
          }
        }
      }
      resource "aws_s3_bucket_policy" "p" {
        bucket = aws_s3_bucket.b.id
        policy = data.aws_iam_policy_document.d.json
      }
      resource "aws_security_group" "g" {
        name = "web"
        ingress {
          ${ports}
        }
        egress {
          ${ports}
        }
      }
      data "aws_iam_policy_document" "d" {
        statement {
          actions   = ["s3:GetObject"]
          resources = ["\${aws_s3_bucket.b.arn}/*"]
          principals {
            type        = "AWS"
            identifiers = ["*"]
          }
        }
      }`;
    const fromJson = await imported({ 'main.tf.json': JSON.stringify(json) });
    const fromNative = await imported({ 'main.tf': native });
    expect(fromJson.diagnostics).toEqual(fromNative.diagnostics);
    const shown = (from: typeof fromJson) => Object.fromEntries(from.ids.map((id) => [id, from.properties(id)]));
    expect(shown(fromJson)).toEqual(shown(fromNative));
    expect(Object.keys(shown(fromJson))).toHaveLength(3);
  });
});

describe('what a data source finds by its name', () => {
  test('is the resource of that name in another stack of the account', async () => {
    const { resources, resource } = await imported({
      'roles/main.tf': `
        resource "aws_iam_role" "work" {
          name = "work"
          path = "/service/"
        }`,
      'app/main.tf': `
        data "aws_iam_role" "work" {
          name = "work"
        }
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = data.aws_iam_role.work.arn
        }`,
      'bartizan.yaml': `
        deployments:
          - { name: roles, terraform: roles, account: '111122223333', region: eu-west-1 }
          - { name: app, terraform: app, account: '111122223333', region: eu-west-1 }`,
    });
    const lambda = resource('app/aws_lambda_function.f');
    const role = lambda.properties.entries.get('Role');
    const byId = new Map(resources.map((each) => [each.id, each]));
    const directory = createDirectory(resources, byId, () => '111122223333');
    expect(role && directory.resolve(role, lambda, undefined)).toMatchObject([
      { kind: 'resource', resource: { id: 'roles/aws_iam_role.work' } },
    ]);
  });
});
