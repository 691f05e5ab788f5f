import { describe, expect, test } from 'vitest';
import { imported, stated, stateText } from './imported.ts';

describe('a state', () => {
  test('tells names, ids and ARNs as they are, and what refers to what', async () => {
    const { resource, properties } = await imported({
      'terraform.tfstate': stateText([
        stated('aws_vpc.v', { id: 'vpc-0a1b2c3d', arn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b2c3d' }),
        stated('aws_subnet.s', { id: 'subnet-0a1b2c3d', vpc_id: 'vpc-0a1b2c3d', cidr_block: '10.0.0.0/24' }),
      ]),
    });
    expect(resource('terraform/aws_vpc.v')).toMatchObject({
      name: ['vpc-0a1b2c3d'],
      arn: ['arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b2c3d'],
    });
    expect(properties('terraform/aws_subnet.s')).toMatchObject({ VpcId: 'vpc-0a1b2c3d' });
    expect(resource('terraform/aws_subnet.s').properties.entries.get('VpcId')).toMatchObject({
      refs: [{ resource: 'terraform/aws_vpc.v', attribute: 'Ref' }],
    });
  });

  test('tells the account and region by the ARNs in it', async () => {
    const { places } = await imported({
      't.tfstate': stateText([
        stated('aws_sns_topic.t', { name: 't', arn: 'arn:aws:sns:eu-west-1:111122223333:t' }),
        stated('aws_iam_role.r', { name: 'r', arn: 'arn:aws:iam::111122223333:role/r' }),
      ]),
    });
    expect(places).toEqual(['t 111122223333 eu-west-1']);
  });

  test('has addresses as Terraform prints them, and nothing that is deposed', async () => {
    const { ids } = await imported({
      't.tfstate': stateText([
        {
          ...stated('aws_s3_bucket.b', {}),
          module: 'module.m["k"]',
          instances: [
            { index_key: 0, attributes: { bucket: 'a' } },
            { index_key: 'x', attributes: { bucket: 'b' } },
            { index_key: 'x', deposed: '12', attributes: { bucket: 'c' } },
          ],
        },
      ]),
    });
    expect(ids).toEqual(['t/module.m["k"].aws_s3_bucket.b[0]', 't/module.m["k"].aws_s3_bucket.b["x"]']);
  });

  test('never tells what is sensitive, marked or not', async () => {
    const { resource } = await imported({
      't.tfstate': stateText([
        stated(
          'aws_secretsmanager_secret.s',
          { name: 's', description: 'marked-value' },
          { sensitive_attributes: [[{ type: 'get_attr', value: 'description' }]] },
        ),
        stated('aws_secretsmanager_secret_version.v', { secret_id: 's', secret_string: 'hunter2hunter2' }),
      ]),
    });
    const text = JSON.stringify(resource('t/aws_secretsmanager_secret.s').properties, (_, value: unknown) =>
      value instanceof Map ? [...value] : value,
    );
    expect(text).not.toMatch(/hunter2|marked-value/);
  });

  test('of an older version is told', async () => {
    const old = JSON.stringify({ version: 3, terraform_version: '0.11.0', serial: 1, resources: [] });
    const { diagnostics } = await imported({ 't.tfstate': old });
    expect(diagnostics.map(({ code }) => code)).toEqual(['terraform-state']);
  });
});
