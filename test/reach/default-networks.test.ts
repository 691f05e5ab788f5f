import { describe, expect, test } from 'vitest';
import type { NetworkEnd } from '../../src/model/reach.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

const internet: NetworkEnd = { kind: 'internet' };

/** What the internet, and then the server itself, can open on a port; with what stops it. */
async function told(source: string, port: number): Promise<readonly string[]> {
  const { analysis } = await modelOfTexts({ 'main.tf': source });
  const { system, reach } = analysis.defined.ask;
  const [server] = system.ofType('AWS::EC2::Instance');
  if (server === undefined) return [];
  const end: NetworkEnd = { kind: 'resource', resource: server.id };
  return [reach.connect(internet, end, port), reach.connect(end, internet, port)].map(
    ({ verdict, blockedBy }) => blockedBy?.component ?? verdict,
  );
}

const network = `
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "out" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route" "out" {
  route_table_id         = aws_vpc.main.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.out.id
}
resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
}
resource "aws_instance" "server" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.public.id
}
`;
const adopted = (rules: string) => `
resource "aws_default_security_group" "taken" {
  vpc_id = aws_vpc.main.id
  ${rules}
}
`;
const inbound = `
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
`;

describe('what wears the default group of its VPC', () => {
  test.each([
    ['as AWS makes it', network, ['security-group', 'open']],
    ['taken over without rules', network + adopted(''), ['security-group', 'security-group']],
    ['taken over with a rule', network + adopted(inbound), ['open', 'security-group']],
  ])('%s', async (_, source, expected) => {
    expect(await told(source, 22)).toEqual(expected);
  });
});

describe('the default VPC', () => {
  const group = `
resource "aws_security_group" "ssh" {
  vpc_id = aws_default_vpc.own.id
  ${inbound}
}
resource "aws_default_vpc" "own" {}
`;
  const server = (more: string) => `
resource "aws_instance" "server" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.ssh.id]
  ${more}
}
`;
  const subnet = (more: string) => `
resource "aws_default_subnet" "own" {
  availability_zone = "eu-west-1a"
  ${more}
}
`;

  test.each([
    ['without a subnet', group + server(''), 'open'],
    ['in a default subnet', group + subnet('') + server('subnet_id = aws_default_subnet.own.id'), 'open'],
    [
      'in one that gives no addresses any more',
      group + subnet('map_public_ip_on_launch = false') + server('subnet_id = aws_default_subnet.own.id'),
      'public-address',
    ],
  ])('leads to the internet: %s', async (_, source, expected) => {
    const [from] = await told(source, 22);
    expect(from).toBe(expected);
  });
});

describe('a list that AWS keeps, looked up by its name', () => {
  const listed = (name: string) => `${network}
data "aws_ec2_managed_prefix_list" "list" {
  name = "${name}"
}
resource "aws_default_security_group" "taken" {
  vpc_id = aws_vpc.main.id
  ingress {
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    prefix_list_ids = [data.aws_ec2_managed_prefix_list.list.id]
  }
}
`;

  test.each([
    ['of CloudFront is not the internet', 'com.amazonaws.global.cloudfront.origin-facing', 'security-group'],
    ['of a customer is not known', 'offices', 'unknown'],
  ])('%s', async (_, name, expected) => {
    expect((await told(listed(name), 443))[0]).toBe(expected);
  });
});
