import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everyTypeAnswers } from '../src/model/dimension.ts';

/**
 * `npm run new service|terraform|threat|move|control NAME`: writes the files of a new piece of knowledge, with tests that fail until
 * it is filled in. CONTRIBUTING.md says what to do then.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

interface Scaffold {
  readonly usage: string;
  /** What NAME must look like. */
  readonly name: RegExp;
  files(name: string): Readonly<Record<string, string>>;
}

const scaffolds: Readonly<Record<string, Scaffold>> = {
  service: {
    usage: 'npm run new service sqs/queue AWS::SQS::Queue',
    name: /^[a-z0-9-]+\/[a-z0-9-]+$/,
    files: serviceFiles,
  },
  terraform: {
    usage: 'npm run new terraform sqs/queue aws_sqs_queue',
    name: /^[a-z0-9-]+\/[a-z0-9-]+$/,
    files: terraformFiles,
  },
  threat: { usage: 'npm run new threat data/public-read', name: /^[a-z0-9-]+\/[a-z0-9-]+$/, files: threatFiles },
  move: { usage: 'npm run new move identity/assume-role', name: /^[a-z0-9-]+\/[a-z0-9-]+$/, files: moveFiles },
  control: { usage: 'npm run new control web-acl', name: /^[a-z0-9-]+$/, files: controlFiles },
};

const [kind = '', name = '', type = ''] = process.argv.slice(2);
const scaffold = Object.hasOwn(scaffolds, kind) ? scaffolds[kind] : undefined;
if (scaffold === undefined || !scaffold.name.test(name)) {
  console.error(
    `usage:\n${Object.values(scaffolds)
      .map(({ usage }) => `  ${usage}`)
      .join('\n')}`,
  );
  process.exit(2);
}
const files = scaffold.files(name);
const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
if (taken.length > 0) {
  console.error(`${taken.join(', ')}: there already; nothing was written`);
  process.exit(2);
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`wrote ${path}`);
}
console.log(
  'Now: npm run generate -- catalog, then npx vitest run test/catalog test/paths test/terraform: what fails is what is left to do.',
);

function serviceFiles(path: string): Readonly<Record<string, string>> {
  const wanted = /^AWS::\w+::\w+$/.test(type) ? type : 'AWS::Service::Type';
  const page = wanted.toLowerCase().split('::').slice(1).join('-');
  return {
    [`src/catalog/services/${path}.ts`]: `import { unknown } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';

export default defineService({
  type: '${wanted}',
  title: '',
  element: 'control',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${page}.html',
  facts: {
${everyTypeAnswers.map((dimension) => `    ${dimension}: () => unknown('nobody has answered this yet', 'the answer in ${path}.ts'),`).join('\n')}
  },
  ignored: {},
});
`,
    [`src/catalog/services/${path}.examples.yaml`]: `Resources:
  # good
  # encryptionAtRest: what it should be
  Good:
    Type: ${wanted}
  # bad
  Bad:
    Type: ${wanted}
`,
  };
}

/** The CloudFormation type is that of the service file beside it. */
function terraformFiles(path: string): Readonly<Record<string, string>> {
  const beside = join(root, `src/catalog/services/${path}.ts`);
  const service = existsSync(beside) ? readFileSync(beside, 'utf8') : '';
  const wanted = /type: '(AWS::\w+::\w+)'/.exec(service)?.[1] ?? 'AWS::Service::Type';
  const from = /^aws_\w+$/.test(type) ? type : 'aws_thing';
  return {
    [`src/catalog/services/${path}.terraform.ts`]: `import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: '${wanted}',
  inexpressible: {},
  from: {
    ${from}: makes({
      Name: named('name'),
      Tags: tags,
    }),
  },
});
`,
  };
}

function threatFiles(path: string): Readonly<Record<string, string>> {
  const short = path.split('/').at(-1) ?? path;
  return {
    [`src/catalog/threats/${path}/${short}.ts`]: `import { defineThreat } from '../../../../model/threat.ts';

export default defineThreat({
  title: '',
  statement: { source: '', prerequisites: '', action: '', impact: '' },
  stride: [],
  techniques: [],
  weaknesses: [],
  controls: [],
  likelihood: 3,
  impact: 3,
  howUsed: '',
  howTested: '',
  falsePositives: '',
  references: [],
  *find(element, { system }) {},
});
`,
    [`src/catalog/threats/${path}/examples/basic.yaml`]: `Resources:
  # threat: ${path}
  Bad:
    Type: AWS::S3::Bucket
  # ok: ${path}
  Good:
    Type: AWS::S3::Bucket
`,
    [`src/catalog/threats/${path}/examples/basic.tf`]: `# threat: ${path}
resource "aws_s3_bucket" "bad" {}

# ok: ${path}
resource "aws_s3_bucket" "good" {}
`,
  };
}

function moveFiles(path: string): Readonly<Record<string, string>> {
  return {
    [`src/catalog/moves/${path}.ts`]: `import { defineMove } from '../../../model/attack.ts';

export default defineMove({
  title: '',
  description: '',
  technique: '',
  actions: [],
  references: [],
  cost: 1,
  *instances({ access, reach, system }) {},
});
`,
    [`src/catalog/moves/${path}.examples.yaml`]: `Resources:
  # path: ${path}
  Foothold:
    Type: AWS::IAM::User
  # no path: ${path}
  NearMiss:
    Type: AWS::IAM::User
`,
    [`src/catalog/moves/${path}.examples.tf`]: `# path: ${path}
resource "aws_iam_user" "foothold" {
  name = "foothold"
}

# no path: ${path}
resource "aws_iam_user" "near_miss" {
  name = "near-miss"
}
`,
  };
}

function controlFiles(id: string): Readonly<Record<string, string>> {
  return {
    [`src/catalog/controls/${id}.ts`]: `import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: '',
  description: '',
  kind: 'preventive',
  service: '',
  howToAdd: '',
  effort: 1,
  references: [],
});
`,
  };
}
