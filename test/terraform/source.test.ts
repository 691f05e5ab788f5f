import { describe, expect, test } from 'vitest';
import { describeGuard } from '../../src/model/guard.ts';
import { at, refsOf, type Value } from '../../src/model/value.ts';
import { type EvaluatedTexts, evaluateTexts, plain } from './evaluated.ts';

const addresses = (result: EvaluatedTexts) => result.instances.map(({ address }) => address);
const guardOf = (result: EvaluatedTexts, address: string) =>
  describeGuard(result.instances.find((one) => one.address === address)?.guard ?? []);
const output = (result: EvaluatedTexts, name: string) => {
  const value = result.outputs.get(name);
  return value === undefined ? undefined : plain(value);
};
const valueAt = (result: EvaluatedTexts, address: string, ...path: readonly (string | number)[]): Value | undefined =>
  at(result.instances.find((one) => one.address === address)?.attributes, ...path);

describe('variables', () => {
  test('a value without default is a hole that names the variable', () => {
    const result = evaluateTexts(`
      variable "name" {
        type = string
      }
      resource "aws_sqs_queue" "q" {
        name = "app-\${var.name}"
      }`);
    expect(result.shown('aws_sqs_queue.q', 'name')).toBe('app-${parameter:app/name}');
    expect(result.parameters).toMatchObject([{ name: 'name', given: 'missing' }]);
  });

  test('a default is taken, and noted where it went', () => {
    const result = evaluateTexts(`
      variable "name" {
        default = "shop"
      }
      resource "aws_sqs_queue" "q" {
        name = "app-\${var.name}"
      }`);
    expect(valueAt(result, 'aws_sqs_queue.q', 'name')).toMatchObject({ value: 'app-shop', defaults: ['name'] });
    expect(result.parameters).toMatchObject([{ name: 'name', given: 'default', value: 'shop' }]);
  });

  test('later sources win: terraform.tfvars, its JSON, *.auto.tfvars, files given, values given', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const all = (value: string, of: readonly string[]) => of.map((name) => `${name} = "${value}"`).join('\n');
    const result = evaluateTexts(
      {
        'main.tf': names
          .map((name) => `variable "${name}" {\n  default = "default"\n}\noutput "${name}" {\n  value = var.${name}\n}`)
          .join('\n'),
        'terraform.tfvars': all('tfvars', names.slice(1)),
        'terraform.tfvars.json': JSON.stringify(Object.fromEntries(names.slice(2).map((name) => [name, 'json']))),
        'x.auto.tfvars': all('auto', names.slice(3)),
        'given.tfvars': all('given', names.slice(4)),
      },
      { variables: { f: 'command line' }, variableFiles: ['given.tfvars'] },
    );
    expect(names.map((name) => output(result, name))).toEqual([
      'default',
      'tfvars',
      'json',
      'auto',
      'given',
      'command line',
    ]);
  });

  test('values are converted to the type, and optional fields take their defaults', () => {
    const result = evaluateTexts(
      `
      variable "v" {
        type = object({ n = number, s = optional(string), list = optional(set(string), ["x"]), in = optional(object({ on = optional(bool, true) }), {}) })
      }
      output "v" {
        value = var.v
      }`,
      { variables: { v: '{ n = "3", extra = 1 }' } },
    );
    expect(output(result, 'v')).toEqual({ n: 3, s: null, list: ['x'], in: { on: true } });
  });

  test('a sensitive value is never told, but for its emptiness', () => {
    const result = evaluateTexts(`
      variable "password" {
        default   = "hunter2"
        sensitive = true
      }
      resource "aws_db_instance" "d" {
        password = var.password
        url      = "pg://u:\${var.password}@h"
        empty    = var.password == "" ? "none" : "some"
      }`);
    expect(result.shown('aws_db_instance.d', 'password')).toBe('${parameter:app/password}');
    expect(valueAt(result, 'aws_db_instance.d', 'password')).toMatchObject({
      text: [{ kind: 'secret' }],
      defaults: ['password'],
    });
    expect(result.shown('aws_db_instance.d', 'url')).toBe('pg://u:${parameter:app/password}@h');
    expect(JSON.stringify([...result.assumed, result.parameters])).not.toContain('hunter2');
    expect(JSON.stringify(result.instances.map(({ attributes }) => plain(attributes)))).not.toContain('hunter2');
  });

  test('a null given to a variable that is not nullable leaves its default', () => {
    const result = evaluateTexts({
      'main.tf': 'module "m" {\n  source = "./m"\n  a = null\n  b = null\n}\noutput "o" {\n  value = module.m.o\n}',
      'm/main.tf':
        'variable "a" {\n  default = 1\n  nullable = false\n}\nvariable "b" {\n  default = 1\n}\noutput "o" {\n  value = [var.a, var.b]\n}',
    });
    expect(output(result, 'o')).toEqual([1, null]);
  });
});

describe('conditions that only the user settles become guards', () => {
  test('count of an unknown boolean', () => {
    const result = evaluateTexts(`
      variable "on" {
        type = bool
      }
      resource "aws_sqs_queue" "q" {
        count = var.on ? 1 : 0
        name  = var.on ? "yes" : "no"
      }
      resource "aws_sqs_queue" "other" {
        count = var.on ? 0 : 1
        name  = one(aws_sqs_queue.q[*].name)
      }`);
    expect(guardOf(result, 'aws_sqs_queue.q[0]')).toBe('on');
    expect(guardOf(result, 'aws_sqs_queue.other[0]')).toBe('on = false');
    expect(result.shown('aws_sqs_queue.q[0]', 'name')).toBe('yes');
    expect(result.shown('aws_sqs_queue.other[0]', 'name')).toBeUndefined();
  });

  test('a default settles nothing, it is the assumption', () => {
    const result = evaluateTexts(`
      variable "env" {
        default = "dev"
      }
      locals {
        prod = var.env == "prod"
      }
      resource "aws_sqs_queue" "q" {
        for_each = local.prod ? toset(["a", "b"]) : toset(["a"])
        name     = each.key
      }`);
    expect(addresses(result)).toEqual(['aws_sqs_queue.q["a"]', 'aws_sqs_queue.q["b"]']);
    expect(guardOf(result, 'aws_sqs_queue.q["a"]')).toBe('always');
    expect(guardOf(result, 'aws_sqs_queue.q["b"]')).toBe('env = prod');
    expect(result.assumed.get('parameter:app/env')).toBe('dev');
  });

  test('a question that cannot be taken apart has a name and an assumption', () => {
    const result = evaluateTexts(`
      variable "subnets" {
        type    = list(string)
        default = []
      }
      variable "on" {
        default = true
      }
      resource "aws_vpc" "v" {
        count = var.on && length(var.subnets) > 0 ? 1 : 0
      }`);
    expect(guardOf(result, 'aws_vpc.v[0]')).toBe('length(var.subnets) > 0 and on');
    expect([...result.assumed]).toEqual([
      ['parameter:app/on', 'true'],
      ['condition:app/length(var.subnets) > 0', 'false'],
    ]);
  });

  test('a given value decides', () => {
    const text = 'variable "on" {\n  default = true\n}\nresource "aws_vpc" "v" {\n  count = var.on ? 1 : 0\n}\n';
    expect(addresses(evaluateTexts(text, { variables: { on: 'false' } }))).toEqual([]);
    expect(guardOf(evaluateTexts(text, { variables: { on: 'true' } }), 'aws_vpc.v[0]')).toBe('always');
  });

  test('a module that is not always there guards what is in it', () => {
    const result = evaluateTexts({
      'main.tf':
        'variable "on" {\n  type = bool\n}\nmodule "m" {\n  source = "./m"\n  count = var.on ? 1 : 0\n  name = "x"\n}\noutput "o" {\n  value = try(module.m[0].id, "none")\n}',
      'm/main.tf':
        'variable "name" {}\nresource "aws_sqs_queue" "q" {\n  name = var.name\n}\noutput "id" {\n  value = var.name\n}',
    });
    expect(guardOf(result, 'module.m[0].aws_sqs_queue.q')).toBe('on');
    expect(output(result, 'o')).toEqual({ on: 'x', 'on = false': 'none' });
  });

  test('a module’s own default is no assumption, for nobody can give it', () => {
    const result = evaluateTexts({
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': 'variable "on" {\n  default = true\n}\nresource "aws_vpc" "v" {\n  count = var.on ? 1 : 0\n}',
    });
    expect(guardOf(result, 'module.m.aws_vpc.v[0]')).toBe('always');
    expect(result.assumed.size).toBe(0);
  });

  test('conditional results are choices, equal ones come together', () => {
    const result = evaluateTexts(`
      variable "env" {
        type = string
      }
      resource "aws_db_instance" "d" {
        size  = var.env == "prod" ? "large" : var.env == "stage" ? "medium" : "small"
        same  = var.env == "prod" ? 1 : 1
        maybe = var.env == "prod" ? "x" : null
        text  = "\${var.env == "prod" ? "a" : "b"}-%{ if var.env == "stage" }s%{ endif }"
      }`);
    expect(result.shown('aws_db_instance.d', 'size')).toEqual({
      'env = prod': 'large',
      'env = stage': 'medium',
      'env != prod and env != stage': 'small',
    });
    expect(result.shown('aws_db_instance.d', 'same')).toBe(1);
    expect(result.shown('aws_db_instance.d', 'maybe')).toEqual({ 'env = prod': 'x', 'env != prod': '(absent)' });
    expect(result.shown('aws_db_instance.d', 'text')).toEqual({
      'env = prod': 'a-',
      'env = stage': 'b-s',
      'env != prod and env != stage': 'b-',
    });
  });
});

describe('count and for_each', () => {
  test('what is not known gives one instance that stands for all, and is told', () => {
    const result = evaluateTexts(`
      variable "names" {
        type = set(string)
      }
      resource "aws_sqs_queue" "q" {
        for_each = var.names
        name     = "q-\${each.key}"
      }
      resource "aws_sqs_queue_policy" "p" {
        for_each = aws_sqs_queue.q
        queue    = each.value.id
      }
      output "ids" {
        value = values(aws_sqs_queue.q)[*].id
      }`);
    expect(addresses(result)).toEqual(['aws_sqs_queue.q[*]', 'aws_sqs_queue_policy.p[*]']);
    expect(result.shown('aws_sqs_queue_policy.p[*]', 'queue')).toBe('${app/aws_sqs_queue.q[*].id}');
    expect(output(result, 'ids')).toEqual(['${app/aws_sqs_queue.q[*].id}', '...parameter:app/names']);
    expect(guardOf(result, 'aws_sqs_queue.q[*]')).toBe('any aws_sqs_queue.q');
    expect(result.shown('aws_sqs_queue.q[*]', 'name')).toBe('q-${each.key of app/aws_sqs_queue.q}');
    expect(result.diagnostics).toMatchObject([
      { level: 'info', code: 'unknown-instances' },
      { level: 'info', code: 'unknown-instances' },
    ]);
  });

  test('references to instances by index, key and splat', () => {
    const result = evaluateTexts(`
      resource "aws_sqs_queue" "n" {
        count = 2
        name  = "n\${count.index}"
      }
      resource "aws_sqs_queue" "k" {
        for_each = { a = 1, "b c" = 2 }
        name     = "\${each.key}=\${each.value}"
      }
      output "o" {
        value = {
          index = aws_sqs_queue.n[1].name
          splat = aws_sqs_queue.n[*].arn
          key   = aws_sqs_queue.k["b c"].name
          all   = { for key, queue in aws_sqs_queue.k : key => queue.url }
          size  = length(aws_sqs_queue.k)
        }
      }`);
    expect(output(result, 'o')).toEqual({
      index: 'n1',
      splat: ['${app/aws_sqs_queue.n[0].arn}', '${app/aws_sqs_queue.n[1].arn}'],
      key: 'b c=2',
      all: { a: '${app/aws_sqs_queue.k["a"].url}', 'b c': '${app/aws_sqs_queue.k["b c"].url}' },
      size: 2,
    });
  });
});

describe('references', () => {
  test('what is given keeps the reference, what is not is the attribute', () => {
    const result = evaluateTexts(`
      resource "aws_s3_bucket" "b" {
        bucket = "logs"
        rule {
          name = "r"
        }
      }
      resource "aws_s3_bucket_policy" "p" {
        bucket = aws_s3_bucket.b.bucket
        arn    = "\${aws_s3_bucket.b.arn}/*"
        rule   = aws_s3_bucket.b.rule[0].name
        id     = aws_s3_bucket.b.rule[0].id
      }`);
    const value = valueAt(result, 'aws_s3_bucket_policy.p', 'bucket');
    expect(value).toMatchObject({ value: 'logs' });
    expect(value === undefined ? [] : refsOf(value)).toEqual([
      { resource: 'app/aws_s3_bucket.b', attribute: 'bucket' },
    ]);
    expect(result.shown('aws_s3_bucket_policy.p', 'arn')).toBe('${app/aws_s3_bucket.b.arn}/*');
    expect(result.shown('aws_s3_bucket_policy.p', 'rule')).toBe('r');
    expect(result.shown('aws_s3_bucket_policy.p', 'id')).toBe('${app/aws_s3_bucket.b.rule.0.id}');
  });

  test('JSON texts stay what they were made from, also through modules, and are texts in templates', () => {
    const result = evaluateTexts({
      'main.tf': `
        resource "aws_s3_bucket" "b" {}
        locals {
          policy = jsonencode({ b = aws_s3_bucket.b.arn, a = [1, null] })
        }
        module "m" {
          source = "./m"
          policy = local.policy
        }
        output "text" {
          value = "<\${local.policy}>"
        }
        output "part" {
          value = jsondecode(local.policy).a[0]
        }`,
      'm/main.tf':
        'variable "policy" {\n  type = string\n}\nresource "aws_iam_policy" "p" {\n  policy = var.policy\n}\n',
    });
    expect(result.shown('module.m.aws_iam_policy.p', 'policy')).toEqual({
      b: '${app/aws_s3_bucket.b.arn}',
      a: [1, null],
    });
    expect(output(result, 'text')).toBe('<{"a":[1,null],"b":"${app/aws_s3_bucket.b.arn}"}>');
    expect(output(result, 'part')).toBe(1);
  });

  test('try and can see what Terraform would refuse', () => {
    const result = evaluateTexts(`
      locals {
        settings = { a = { b = 1 } }
      }
      output "o" {
        value = [try(local.settings.a.c, local.settings.a.b), can(local.settings.x), try(local.settings["a"]["b"], 0)]
      }`);
    expect(output(result, 'o')).toEqual([1, false, 1]);
    expect(result.diagnostics).toEqual([]);
  });
});

describe('modules', () => {
  test('a module that was downloaded is found by modules.json', () => {
    const result = evaluateTexts({
      'main.tf': 'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n  version = "5.0"\n}\n',
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Source":"","Dir":"."},{"Key":"vpc","Source":"x","Dir":".terraform/modules/vpc"}]}',
      '.terraform/modules/vpc/main.tf': 'resource "aws_vpc" "this" {\n  cidr_block = "10.0.0.0/16"\n}\n',
    });
    expect(addresses(result)).toEqual(['module.vpc.aws_vpc.this']);
    expect(result.filesRead.map(({ path }) => path)).toContain('.terraform/modules/vpc/main.tf');
  });

  test('one that is not on disk is an opaque thing, and what comes from it unknown', () => {
    const result = evaluateTexts(`
      module "vpc" {
        source  = "terraform-aws-modules/vpc/aws"
        version = "5.0"
        cidr    = "10.0.0.0/16"
      }
      resource "aws_subnet" "s" {
        vpc_id = module.vpc.vpc_id
      }`);
    expect(result.missingModules).toMatchObject([
      { address: 'module.vpc', source: 'terraform-aws-modules/vpc/aws', version: '5.0' },
    ]);
    expect(result.shown('aws_subnet.s', 'vpc_id')).toBe('${app/module.vpc.vpc_id}');
    expect(result.diagnostics).toMatchObject([{ level: 'warning', code: 'missing-module' }]);
  });

  test('providers stand for regions and accounts, also in modules', () => {
    const result = evaluateTexts({
      'main.tf': `
        variable "region" {
          default = "eu-west-1"
        }
        provider "aws" {
          region = var.region
          default_tags {
            tags = { Team = "core" }
          }
        }
        provider "aws" {
          alias  = "audit"
          region = "us-east-1"
          assume_role {
            role_arn = "arn:aws:iam::222233334444:role/deploy"
          }
        }
        module "m" {
          source    = "./m"
          providers = { aws.there = aws.audit }
        }`,
      'm/main.tf': `
        resource "aws_sqs_queue" "here" {}
        resource "aws_sqs_queue" "there" {
          provider = aws.there
        }
        data "aws_caller_identity" "there" {
          provider = aws.there
        }
        data "aws_region" "there" {
          provider = aws.there
        }
        output "arn" {
          value = "\${data.aws_region.there.name}:\${data.aws_caller_identity.there.account_id}"
        }`,
    });
    const provider = (address: string) => result.instances.find((one) => one.address === address)?.provider;
    expect(provider('module.m.aws_sqs_queue.here')).toMatchObject({ name: 'aws', region: { value: 'eu-west-1' } });
    expect(provider('module.m.aws_sqs_queue.there')).toMatchObject({
      name: 'aws.audit',
      region: { value: 'us-east-1' },
      account: { value: '222233334444' },
    });
    expect(result.shown('module.m.data.aws_region.there', 'name')).toBe('us-east-1');
    expect(result.shown('module.m.data.aws_caller_identity.there', 'account_id')).toBe('222233334444');
  });

  test('moved blocks are aliases, of resources, instances and modules, one after the other', () => {
    const result = evaluateTexts({
      'main.tf': `
        module "new" {
          source = "./m"
        }
        moved {
          from = module.old
          to   = module.new
        }
        moved {
          from = aws_sqs_queue.first
          to   = aws_sqs_queue.q[0]
        }
        resource "aws_sqs_queue" "q" {
          count = 2
        }`,
      'm/main.tf': 'moved {\n  from = aws_vpc.a\n  to = aws_vpc.b\n}\nresource "aws_vpc" "b" {}\n',
    });
    const aliases = Object.fromEntries(result.instances.map((one) => [one.address, one.aliases]));
    expect(aliases).toEqual({
      'aws_sqs_queue.q[0]': ['aws_sqs_queue.first'],
      'aws_sqs_queue.q[1]': [],
      'module.new.aws_vpc.b': ['module.old.aws_vpc.b', 'module.new.aws_vpc.a', 'module.old.aws_vpc.a'],
    });
  });
});

describe('blocks', () => {
  test('dynamic blocks in each other, beside static ones, and over unknown collections', () => {
    const result = evaluateTexts(`
      variable "rules" {
        type = list(object({ port = number }))
      }
      resource "aws_x" "x" {
        outer {
          name = "static"
        }
        dynamic "outer" {
          for_each = { a = [1, 2] }
          content {
            name = outer.key
            dynamic "inner" {
              for_each = outer.value
              iterator = it
              content {
                value = "\${outer.key}\${it.value}"
              }
            }
          }
        }
        dynamic "rule" {
          for_each = var.rules
          content {
            port = rule.value.port
            cidr = "0.0.0.0/0"
          }
        }
      }`);
    expect(result.shown('aws_x.x', 'outer')).toEqual([
      { name: 'static' },
      { name: 'a', inner: [{ value: 'a1' }, { value: 'a2' }] },
    ]);
    expect(result.shown('aws_x.x', 'rule')).toEqual({
      'any(var.rules)': [{ port: '${parameter:app/rules[*].port}', cidr: '0.0.0.0/0' }, '...parameter:app/rules'],
      'not (any(var.rules))': [],
    });
  });

  test('lifecycle, depends_on and provisioners', () => {
    const result = evaluateTexts(`
      resource "aws_instance" "i" {
        depends_on = [aws_vpc.v, module.m]
        lifecycle {
          prevent_destroy = true
        }
        provisioner "remote-exec" {
          inline = ["curl \${self.public_ip}"]
        }
      }
      resource "aws_vpc" "v" {}`);
    expect(result.instances[0]).toMatchObject({ dependsOn: ['aws_vpc.v', 'module.m'], preventDestroy: true });
    expect(result.shown('aws_instance.i', 'provisioner')).toEqual([
      { type: 'remote-exec', inline: ['curl ${app/aws_instance.i.public_ip}'] },
    ]);
  });

  test('every block and attribute knows its place', () => {
    const result = evaluateTexts('resource "aws_sqs_queue" "q" {\n  name = "x"\n  tags = {\n    A = "b"\n  }\n}\n');
    const [instance] = result.instances;
    expect(instance && result.origins.span(instance.origin)).toEqual({
      file: 'main.tf',
      line: 1,
      column: 1,
      endLine: 6,
    });
    const tag = valueAt(result, 'aws_sqs_queue.q', 'tags', 'A');
    expect(tag && result.origins.span(tag.origin)).toEqual({ file: 'main.tf', line: 4, column: 9, endLine: 4 });
  });
});

describe('data sources', () => {
  test('known ones give the deployment’s account, region and partition, and policies of AWS', () => {
    const result = evaluateTexts(`
      data "aws_caller_identity" "me" {}
      data "aws_region" "here" {}
      data "aws_partition" "p" {}
      data "aws_iam_policy" "admin" {
        name = "AdministratorAccess"
      }
      data "aws_availability_zones" "z" {}
      output "o" {
        value = {
          arn   = "arn:\${data.aws_partition.p.partition}:sqs:\${data.aws_region.here.name}:\${data.aws_caller_identity.me.account_id}:q"
          admin = data.aws_iam_policy.admin.arn
          zones = length(slice(data.aws_availability_zones.z.names, 0, 3))
        }
      }`);
    expect(output(result, 'o')).toEqual({
      arn: 'arn:${partition:app}:sqs:${region:app}:${account:app}:q',
      admin: 'arn:${partition:app}:iam::aws:policy/AdministratorAccess',
      zones: 3,
    });
  });

  test('others are unknown by their attribute', () => {
    const result = evaluateTexts(
      'data "aws_vpc" "v" {\n  default = true\n}\noutput "o" {\n  value = [data.aws_vpc.v.id, data.aws_vpc.v.default]\n}\n',
    );
    expect(output(result, 'o')).toEqual(['${app/data.aws_vpc.v.id}', true]);
  });
});

describe('functions of values that are not wholly known', () => {
  test.each([
    ['join(",", ["a", aws_vpc.v.id, "b"])', 'a,${app/aws_vpc.v.id},b'],
    ['format("%s/%s", aws_vpc.v.id, "x")', '${app/aws_vpc.v.id}/x'],
    ['startswith("arn:${aws_vpc.v.id}", "arn:")', true],
    ['startswith("x${aws_vpc.v.id}", "arn:")', false],
    ['concat(["a"], aws_vpc.v.list)', ['a', '...app/aws_vpc.v.list']],
    ['merge({ a = 1 }, aws_vpc.v.tags)', { a: 1, '...': 'app/aws_vpc.v.tags' }],
    ['contains(["a", aws_vpc.v.id], "a")', true],
    ['coalesce(aws_vpc.v.id, "x")', '${app/aws_vpc.v.id}'],
    ['lower("ABC-${aws_vpc.v.id}")', 'abc-${lower(app/aws_vpc.v.id)}'],
    ['element([aws_vpc.v.id, "b"], 0)', '${app/aws_vpc.v.id}'],
    ['length([aws_vpc.v.id, "b"])', 2],
    ['sha256("secret")', '${sha256("secret")}'],
    ['true || aws_vpc.v.on', true],
    ['[for x in ["a"] : "${x}${aws_vpc.v.id}"]', ['a${app/aws_vpc.v.id}']],
  ])('%s', (expression, expected) => {
    const result = evaluateTexts(`resource "aws_vpc" "v" {}\noutput "o" {\n  value = ${expression}\n}\n`);
    expect(output(result, 'o')).toEqual(expected);
    expect(result.diagnostics).toEqual([]);
  });
});
