import { describe, expect, it } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import { knownSecrets } from '../../src/document/known-secrets.ts';
import type { Change } from '../../src/model/choke-points.ts';
import { patchSource } from '../../src/patched-source.ts';
import { corporaAreHere, foreignSystems } from '../corpora/foreign-systems.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { firstRightGone } from '../support/right-gone.ts';

type Files = Readonly<Record<string, string>>;

const brief = (paths: readonly { readonly id: string; readonly risk: { readonly score: number } }[]) =>
  paths.map(({ id, risk }) => `${id} ${risk.score}`).sort();

/** The chosen changes written into the files, and the paths of what they are then. */
async function fixed(files: Files) {
  const { analysis, imported } = await modelOfTexts(files, { mostRuns: 40 });
  const found = analysis.chokePoints;
  const changes = found?.changes.map(({ change }) => change) ?? [];
  const { redaction } = knownSecrets(imported.resources, analysis.defined.ask.system);
  const result = await patchSource({ read: inputsFromTexts(files), imported }, changes, redaction);
  const texts = { ...files, ...Object.fromEntries(result.files.map(({ input, text }) => [input.path, text])) };
  const left = (await modelOfTexts(texts)).document.attackPaths;
  return {
    texts,
    left: brief(left),
    promised: brief((found?.remaining ?? []).map(({ path }) => ({ id: path.path.id, risk: path.risk }))),
    unwritten: result.unwritten.map(({ change, because }) => `${change.title}: ${because}`),
  };
}

const administrator = `
  Root:
    Type: AWS::IAM::User
    Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }
`;

describe('changes written into a template', () => {
  it('touch no other line, comment, quote or indent', async () => {
    const before = `# People of the shop
Resources:
  Ann: { Type: AWS::IAM::User, Properties: { ManagedPolicyArns: [!Ref Shared,   !Ref Only] } }
  Bob:
    Type: 'AWS::IAM::User'   # builds things
    Properties:
        ManagedPolicyArns:
        # both
        -   !Ref Shared
        -   !Ref Only   # goes
  Only:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: { Effect: Allow, Action: 'iam:PutUserPolicy', Resource: '*' }
  Shared:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action:
              - iam:CreateAccessKey # keys
              - iam:ListUsers
            Resource: "*"
${administrator}`;
    const { texts, left, promised, unwritten } = await fixed({ 'app.yaml': before });
    const gone = [
      '        -   !Ref Only   # goes\n',
      before.slice(before.indexOf('  Only:'), before.indexOf('  Shared:')),
      '              - iam:CreateAccessKey # keys\n',
    ];
    const expected = gone.reduce((text, part) => text.replace(part, ''), before).replace(',   !Ref Only', '');
    expect(texts['app.yaml']).toBe(expected);
    expect(unwritten).toEqual([]);
    expect(left).toEqual(promised);
  });

  it('keep JSON as it is laid out, and add what is new in its manner', async () => {
    const statement = (...actions: readonly string[]) => ({ Effect: 'Allow', Action: actions, Resource: '*' });
    const policy = (name: string, ...actions: readonly string[]) => ({
      PolicyName: name,
      PolicyDocument: { Version: '2012-10-17', Statement: [statement(...actions)] },
    });
    const template = (more: object) => ({
      Resources: {
        Eve: {
          Type: 'AWS::IAM::User',
          Properties: {
            Policies: [
              policy('a', 'iam:PutUserPolicy', 'iam:GetUser'),
              policy('b', 'iam:AttachUserPolicy', 'iam:ListUsers'),
              policy('c', 'iam:CreateAccessKey', 's3:ListAllMyBuckets'),
            ],
            ...more,
          },
        },
        Root: {
          Type: 'AWS::IAM::User',
          Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
        },
      },
    });
    const { texts, left, promised } = await fixed({ 'app.json': `${JSON.stringify(template({}), null, 4)}\n` });
    const bounded = template({ PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess' });
    expect(texts['app.json']).toBe(`${JSON.stringify(bounded, null, 4)}\n`);
    expect(left).toEqual(promised);
  });

  it('are told with the reason where the source cannot say them, and the others are written all the same', async () => {
    const { texts, unwritten } = await fixed({
      'app.yaml': `Resources:
  Ann: { Type: AWS::IAM::User, Properties: { ManagedPolicyArns: [!Ref Only] } }
  Only:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: { Effect: Allow, Action: 'iam:CreateAccessKey', Resource: '*' }
  Dan:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: [iam:CreateAccessKey, iam:ListUsers]
                Resource: '*'
${administrator}Outputs:
  Policy: { Value: !Ref Only }
`,
    });
    expect(unwritten).toEqual([
      expect.stringMatching(
        /^Remove iam:CreateAccessKey .*: other parts of the template refer to Only, which would go$/,
      ),
    ]);
    expect(texts['app.yaml']).toContain('Action: [iam:ListUsers]');
    expect(texts['app.yaml']).toContain("Action: 'iam:CreateAccessKey'");
  });

  it('are not written where an anchor says the same in two places', async () => {
    const { unwritten } = await fixed({
      'app.yaml': `Resources:
  Eve:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement: &rights
              - Effect: Allow
                Action: [iam:CreateAccessKey, iam:ListUsers]
                Resource: '*'
  Zoe:
    Type: AWS::IAM::Group
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument: { Statement: *rights }
${administrator}`,
    });
    expect(unwritten).toEqual([expect.stringContaining('its lines say other things as well')]);
  });
});

const terraform = `# People
resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_policy" "only" {
  name   = "only"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:AttachUserPolicy", Resource = "*" }] })
}

resource "aws_iam_user_policy_attachment" "only" {
  user       = aws_iam_user.ann.name
  policy_arn = aws_iam_policy.only.arn
}

data "aws_iam_policy_document" "eve" {
  statement {
    actions   = ["iam:PutUserPolicy", "iam:GetUser"] # both
    resources = ["*"]
  }
}

resource "aws_iam_user" "eve" {
  name = "eve"
}

resource "aws_iam_user_policy" "eve" {
  user   = aws_iam_user.eve.name
  policy = data.aws_iam_policy_document.eve.json
}

resource "aws_iam_user" "root" {
  name = "root"
}

resource "aws_iam_user_policy_attachment" "root" {
  user       = aws_iam_user.root.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`;

describe('a template that several deployments are made of', () => {
  const bounded = `Resources:
  Eve:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: a
          PolicyDocument: { Statement: [{ Effect: Allow, Action: [iam:PutUserPolicy, iam:GetUser], Resource: '*' }] }
        - PolicyName: b
          PolicyDocument: { Statement: [{ Effect: Allow, Action: [iam:AttachUserPolicy, iam:ListUsers], Resource: '*' }] }
${administrator}`;
  const stages = (...names: readonly string[]) =>
    `deployments:\n${names.map((name, at) => `  - { name: ${name}, template: app.yaml, account: '11112222333${at}', region: eu-west-1 }\n`).join('')}`;

  it('is changed once by what is changed in each of them', async () => {
    const { texts, left, promised, unwritten } = await fixed({
      'app.yaml': bounded,
      'bartizan.yaml': stages('dev', 'prod'),
    });
    expect(texts['app.yaml']?.split('PermissionsBoundary').length).toBe(2);
    expect(unwritten).toEqual([]);
    expect(left).toEqual(promised);
  });
});

describe('a secret that goes out of a file', () => {
  const holding = (variables: string, more = '') => `Resources:
  Ops:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: !Sub '\${Data.Arn}/*' }]
  Key: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref Ops } }
  Data: { Type: AWS::S3::Bucket }
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt WorkerRole.Arn
      Code: { ZipFile: 'exports.handler = async () => 1' }
      Environment:
        Variables:
          STAGE: production
${variables}  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
${more}`;
  const reference = '          SECRET: !GetAtt Key.SecretAccessKey\n';

  it('is written where the file names it and does not say it', async () => {
    const { texts, left, promised, unwritten } = await fixed({ 'app.yaml': holding(reference) });
    expect(unwritten).toEqual([]);
    expect(texts['app.yaml']).toBe(holding(''));
    expect(left).toEqual(promised);
  });

  it('is told and not written where a line beside it says another one: a diff would show that', async () => {
    const beside = '          DB_PASSWORD: correct-horse-battery\n';
    const { texts, unwritten } = await fixed({ 'app.yaml': holding(`${reference}${beside}`) });
    expect(texts['app.yaml']).toBe(holding(`${reference}${beside}`));
    expect(unwritten).toEqual([expect.stringContaining('a diff would show it')]);
    expect(unwritten.join()).not.toContain('correct-horse');
  });
});

describe('changes written into Terraform', () => {
  it('edit the data source that a document comes from, and take a policy out with what attaches it', async () => {
    const { texts, left, promised, unwritten } = await fixed({ 'main.tf': terraform });
    const gone = terraform.slice(terraform.indexOf('resource "aws_iam_policy"'), terraform.indexOf('data "aws_iam'));
    const lines = (text: string) => text.split('\n').filter((line) => line !== '');
    expect(lines(texts['main.tf'] ?? '')).toEqual(
      lines(terraform.replace(gone, '').replace('["iam:PutUserPolicy", "iam:GetUser"]', '["iam:GetUser"]')),
    );
    expect(unwritten).toEqual([]);
    expect(left).toEqual(promised);
  });

  it('edit JSON in a heredoc as it is laid out there, with names of others in its strings', async () => {
    const configuration = (actions: string) => `resource "aws_s3_bucket" "content" { bucket = "acme-content" }
resource "aws_s3_bucket" "payroll" { bucket = "acme-payroll" }

resource "aws_iam_role" "fn" {
  assume_role_policy = <<TRUST
{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
TRUST
}

resource "aws_iam_role_policy" "fn" {
  role = aws_iam_role.fn.id
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["s3:GetObject", "s3:PutObject"],
          "Resource": "\${aws_s3_bucket.content.arn}/*"
        },
        {
          "Effect": "Allow",
          "Action": [${actions}"iam:GetUser"],
          "Resource": "*"
        }
      ]
    }
  POLICY
}

resource "aws_lambda_function" "fn" {
  function_name = "fn"
  filename      = "fn.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  role          = aws_iam_role.fn.arn
  environment {
    variables = { BUCKET = aws_s3_bucket.content.bucket }
  }
}

resource "aws_iam_user" "root" { name = "root" }
resource "aws_iam_user_policy_attachment" "root" {
  user       = aws_iam_user.root.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`;
    const { texts, left, promised, unwritten } = await fixed({ 'main.tf': configuration('"iam:PutRolePolicy", ') });
    expect(unwritten).toEqual([]);
    expect(texts['main.tf']?.split('\n')).toEqual(configuration('').split('\n'));
    expect(left).toEqual(promised);
  });

  it.each([
    ['["10.1.0.0/16", "0.0.0.0/0"]', '    cidr_blocks = ["10.1.0.0/16"]\n'],
    ['["0.0.0.0/0"]', undefined],
  ])(
    'close a rule of a group that names its peers in the list %s: the block goes with the last of them',
    async (peers, left) => {
      const block = (cidrs: string) =>
        `  ingress {\n    from_port = 22\n    to_port = 22\n    protocol = "tcp"\n${cidrs}  }\n`;
      const configuration = (rule: string) => `resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_internet_gateway" "g" { vpc_id = aws_vpc.v.id }
resource "aws_route" "r" {
  route_table_id         = aws_vpc.v.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.g.id
}
resource "aws_subnet" "a" {
  vpc_id                  = aws_vpc.v.id
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
}
resource "aws_security_group" "shell" {
  vpc_id = aws_vpc.v.id
${rule}}
resource "aws_instance" "i" {
  ami                    = "ami-12345678"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.a.id
  vpc_security_group_ids = [aws_security_group.shell.id]
}
`;
      const { texts, unwritten } = await fixed({ 'main.tf': configuration(block(`    cidr_blocks = ${peers}\n`)) });
      expect(unwritten).toEqual([]);
      expect(texts['main.tf']).toBe(configuration(left === undefined ? '' : block(left)));
    },
  );

  it('ask for the subject of tokens in a block of the document, to be filled in', async () => {
    const { texts } = await fixed({
      'main.tf': `resource "aws_iam_openid_connect_provider" "gh" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.gh.arn]
    }
  }
}

resource "aws_iam_role" "deployer" {
  name               = "deployer"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_s3_bucket" "data" {}

resource "aws_iam_role_policy" "deployer" {
  role   = aws_iam_role.deployer.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = "\${aws_s3_bucket.data.arn}/*" }] })
}
`,
    });
    expect(texts['main.tf']).toContain(`    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["<repository and branch>"]
    }
  }
}
`);
  });

  it('write into a module once what two of its instances lose', async () => {
    const { unwritten } = await fixed({
      'main.tf': `module "eve" {
  source = "./person"
  name   = "eve"
}

module "zoe" {
  source = "./person"
  name   = "zoe"
}

resource "aws_iam_user" "root" {
  name = "root"
}

resource "aws_iam_user_policy_attachment" "root" {
  user       = aws_iam_user.root.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`,
      'person/main.tf': `variable "name" {}

resource "aws_iam_user" "who" {
  name = var.name
}

resource "aws_iam_user_policy" "own" {
  user   = aws_iam_user.who.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["iam:CreateAccessKey", "iam:ListUsers"], Resource = "arn:aws:iam::*:user/root" }] })
}
`,
    });
    // Both have the same statement and both lose it by one edit, which is what was proved.
    expect(unwritten).toEqual([]);
  });
});

describe.skipIf(!corporaAreHere)('systems that nobody here wrote', () => {
  it('read as the changed system after one right was taken out of the file, wherever it could be written', async () => {
    let [tried, written] = [0, 0];
    const wrong: string[] = [];
    for (const { name, files } of sampled(foreignSystems(), 9)) {
      const read = inputsFromTexts(files);
      const imported = importInputs(read, await loadTerraform(read));
      const change: Change | undefined = firstRightGone(imported.resources);
      if (change === undefined) continue;
      tried += 1;
      const { files: patched, unwritten } = await patchSource({ read, imported }, [change]);
      if (unwritten.length > 0) continue;
      written += 1;
      const [only, ...others] = patched;
      if (only === undefined || others.length > 0 || !isShorter(only.input.text, only.text)) wrong.push(name);
    }
    expect(wrong).toEqual([]);
    expect(written / tried).toBeGreaterThan(0.6);
    expect(tried).toBeGreaterThan(10);
  }, 120_000);
});

function* sampled<T>(all: Iterable<T>, every: number): Generator<T> {
  let at = 0;
  for (const one of all) if (at++ % every === 0) yield one;
}

/** Is all that is left of the text in it, in its order? Nothing was put in, and something taken out. */
function isShorter(before: string, after: string): boolean {
  let at = 0;
  for (const character of before) if (character === after[at]) at += 1;
  return at === after.length && after.length < before.length;
}
