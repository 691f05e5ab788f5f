import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProof } from '../../src/identify/paths/check-proof.ts';
import type { AttackFact, AttackPath, ProofItem } from '../../src/model/attack.ts';
import type { StorePart } from '../../src/model/store-part.ts';
import { targetText } from '../../src/report/words.ts';
import { modelOfTemplate, modelOfTexts } from '../support/model-of-texts.ts';

/** A right on some objects of a bucket is a right on these: what hangs on one object hangs on that. */
const statement = (effect: string, action: string, ...keys: readonly string[]) =>
  `- { Effect: ${effect}, Action: '${action}', Resource: [${keys.map((key) => `'arn:aws:s3:::example-files/${key}'`).join(', ')}] }`;

const nightly = (...statements: readonly string[]) => `
Parameters: { Script: { Type: String } }
Resources:
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              ${statements.join('\n              ')}
  Files: { Type: AWS::S3::Bucket, Properties: { BucketName: example-files } }
  Job:
    Type: AWS::Glue::Job
    Properties: { Role: !GetAtt JobRole.Arn, Command: { Name: glueetl, ScriptLocation: s3://example-files/scripts/etl.py } }
  JobRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: glue.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::example-files/*' }]
`;

async function pathsTo(template: string, to: string): Promise<readonly AttackPath[]> {
  const { analysis } = await modelOfTemplate(template, { from: 'Ann', to });
  expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  return analysis.paths.map(({ path }) => path).filter(({ attacker }) => attacker.id === 'user:app/Ann');
}

const takesJob = async (...statements: readonly string[]) =>
  (await pathsTo(nightly(...statements), 'JobRole')).length > 0;

describe('whoever writes the script of a job acts as its role', () => {
  it.each([
    ['scripts/etl.py', true],
    ['scripts/*', true],
    ['script*', true],
    ['*', true],
    ['*.py', true],
    ['scripts/???.py', true],
    ['reports/*', false],
    ['scripts/etl.py.bak', false],
    ['etl.py', false],
    ['scripts/', false],
    ['Scripts/*', false],
  ])('with s3:PutObject on %s: %s', async (key, expected) => {
    expect(await takesJob(statement('Allow', 's3:PutObject', key))).toBe(expected);
  });

  it('not where that object is denied, whatever else is allowed', async () => {
    const all = statement('Allow', 's3:*', '*');
    expect(await takesJob(all, statement('Deny', 's3:PutObject', 'scripts/etl.py'))).toBe(false);
    expect(await takesJob(all, statement('Deny', 's3:PutObject', 'scripts/*'))).toBe(false);
    expect(await takesJob(all, statement('Deny', 's3:PutObject', 'reports/*'))).toBe(true);
    expect(await takesJob(all, statement('Deny', 's3:DeleteObject', '*'))).toBe(true);
  });

  it('not by reading or deleting it', async () => {
    expect(await takesJob(statement('Allow', 's3:GetObject', '*'))).toBe(false);
    expect(await takesJob(statement('Allow', 's3:DeleteObject', '*'))).toBe(false);
  });

  it('only perhaps where the key is not told, and not for what begins otherwise', async () => {
    const open = (...statements: readonly string[]) =>
      nightly(...statements).replace(
        's3://example-files/scripts/etl.py',
        "!Sub 's3://example-files/scripts/${Script}'",
      );
    const provided = async (key: string) =>
      (await pathsTo(open(statement('Allow', 's3:PutObject', key)), 'JobRole')).map(({ steps }) =>
        steps.flatMap(({ instance }) => instance.provided ?? []).join(),
      );
    expect(await provided('scripts/*')).toEqual(['Job runs or is deployed again']);
    expect(await provided('scripts/a.py')).toEqual([expect.stringContaining('it is among these')]);
    expect(await provided('reports/*')).toEqual([]);
  });

  it('exactly when some pattern that is allowed matches the key and none that is denied does', async () => {
    const piece = fc.constantFrom('scripts/', 'script', 'etl', '.py', '*', '?', 'reports/', 's', '/');
    const keys = fc.array(
      fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const matches = (pattern: string) =>
      new RegExp(`^${pattern.replaceAll(/[.]/g, '\\.').replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(
        'scripts/etl.py',
      );
    await fc.assert(
      fc.asyncProperty(keys, keys, fc.boolean(), async (allowed, denied, isDenied) => {
        const found = await takesJob(
          statement('Allow', 's3:PutObject', ...allowed),
          ...(isDenied ? [statement('Deny', 's3:PutObject', ...denied)] : []),
        );
        expect(found).toBe(allowed.some(matches) && !(isDenied && denied.some(matches)));
      }),
      { numRuns: 40, seed: 20_261_128 },
    );
  }, 60_000);
});

describe('the proof checker derives again which object a step is about', () => {
  const other: StorePart = { kind: 'object', name: ['reports/etl.py'] };
  const onOther = <T extends AttackFact | ProofItem>(one: T): T => ('part' in one ? { ...one, part: other } : one);

  it.each([
    ['the need', (path: AttackPath) => changed(path, { needs: true })],
    ['what is given', (path: AttackPath) => changed(path, { gives: true })],
    ['the right', (path: AttackPath) => changed(path, { proof: true })],
    ['all of them', (path: AttackPath) => changed(path, { needs: true, gives: true, proof: true })],
    ['the part left out', (path: AttackPath) => withoutParts(path)],
  ])('refuses a path with %s told of another', async (_, spoil) => {
    const { analysis, imported } = await modelOfTemplate(nightly(statement('Allow', 's3:PutObject', 'scripts/*')), {
      from: 'Ann',
      to: 'JobRole',
    });
    const path = analysis.paths.map((one) => one.path).find(({ attacker }) => attacker.id === 'user:app/Ann');
    expect(path && checkProof(path, imported)).toBeUndefined();
    expect(path && checkProof(spoil(path), imported)).toEqual(expect.any(String));
  });

  function changed(path: AttackPath, what: { needs?: boolean; gives?: boolean; proof?: boolean }): AttackPath {
    const [first, ...others] = path.steps.map((step) => ({
      ...step,
      instance: {
        ...step.instance,
        ...(what.needs && { needs: step.instance.needs.map(onOther) }),
        ...(what.gives && { gives: onOther(step.instance.gives) }),
        ...(what.proof && { proof: step.instance.proof.map(onOther) }),
      },
    }));
    return first === undefined ? path : { ...path, steps: [first, ...others] };
  }

  function withoutParts(path: AttackPath): AttackPath {
    const bare = <T extends AttackFact | ProofItem>(one: T): T => {
      if (!('part' in one)) return one;
      const { part: _, ...rest } = one;
      return rest as T;
    };
    const [first, ...others] = path.steps.map((step) => ({
      ...step,
      instance: {
        ...step.instance,
        needs: step.instance.needs.map(bare),
        gives: bare(step.instance.gives),
        proof: step.instance.proof.map(bare),
      },
    }));
    return first === undefined ? path : { ...path, steps: [first, ...others] };
  }
});

describe('what is lost of a bucket is told as far as it goes', () => {
  async function endOf(...statements: readonly string[]): Promise<string | undefined> {
    const { document } = await modelOfTemplate(nightly(...statements), { from: 'Ann', to: 'Files' });
    const path = document.attackPaths.find(({ id }) => id === 'user:app/Ann>reads:app/Files');
    return path && targetText(path, (element) => element);
  }

  it.each([
    ['all of it', ['*'], 'app/Files'],
    ['a folder', ['reports/*'], 'reports/* in app/Files'],
    ['two folders', ['reports/*', 'img/a.png'], 'reports/*, img/a.png in app/Files'],
  ])('%s', async (_, keys, expected) => {
    expect(await endOf(statement('Allow', 's3:GetObject', ...keys))).toBe(expected);
  });

  it('all but what is denied', async () => {
    const all = statement('Allow', 's3:GetObject', '*');
    expect(await endOf(all, statement('Deny', 's3:GetObject', 'secret/*'))).toBe('all but some objects in app/Files');
  });

  it('to strangers as well', async () => {
    const open = `
  Opened:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::example-files/public/*' }]
`;
    const template = `${nightly(statement('Allow', 's3:GetObject', 'a'))}${open}`.replace(
      'BucketName: example-files }',
      'BucketName: example-files, PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false } }',
    );
    const { document } = await modelOfTemplate(template);
    const path = document.attackPaths.find(({ id }) => id === 'internet>reads:app/Files');
    expect(path?.covers).toEqual(['public/*']);
  });
});

describe('an object with a credential gives it to whoever reads that object', () => {
  const system = (key: string) => ({
    'main.tf': `
provider "aws" {
  region = "eu-west-1"
}

resource "aws_s3_bucket" "files" {
  bucket = "example-files"
}

resource "aws_iam_user" "robot" {
  name = "robot"
}

resource "aws_iam_access_key" "robot" {
  user = aws_iam_user.robot.name
}

resource "aws_s3_object" "settings" {
  bucket  = aws_s3_bucket.files.id
  key     = "config/settings.ini"
  content = "id=\${aws_iam_access_key.robot.id} secret=\${aws_iam_access_key.robot.secret}"
}

resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_user_policy" "ann" {
  user = aws_iam_user.ann.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "\${aws_s3_bucket.files.arn}/${key}" }]
  })
}
`,
  });

  it.each([
    ['config/*', 'certain'],
    ['config/settings.ini', 'certain'],
    ['*', 'certain'],
    ['reports/*', undefined],
    ['config/other.ini', undefined],
  ])('%s: %s', async (key, expected) => {
    const { document } = await modelOfTexts(system(key), { from: 'aws_iam_user.ann', to: 'aws_iam_user.robot' });
    const path = document.attackPaths.find(({ attacker }) => attacker.startsWith('user:') && attacker.endsWith('.ann'));
    expect(path?.certainty).toBe(expected);
  });
});

describe('whoever encrypts objects has to read and write the same ones', () => {
  async function encrypting(...statements: readonly string[]): Promise<readonly string[]> {
    const { document } = await modelOfTemplate(nightly(...statements), { from: 'Ann', to: 'Files' });
    return document.attackPaths
      .filter(({ id }) => id.startsWith('user:app/Ann>destroys:'))
      .map(({ certainty, steps }) => `${certainty} ${steps.at(-1)?.move}`);
  }

  it('surely where both rights cover every object', async () => {
    const both = [statement('Allow', 's3:GetObject', '*'), statement('Allow', 's3:PutObject', '*')];
    expect(await encrypting(...both)).toEqual(['certain data/encrypt-data']);
  });

  it('perhaps where each covers some', async () => {
    const apart = [statement('Allow', 's3:GetObject', 'reports/*'), statement('Allow', 's3:PutObject', 'img/*')];
    expect(await encrypting(...apart)).toEqual(['conditional data/encrypt-data']);
    const denied = [statement('Allow', 's3:*Object', '*'), statement('Deny', 's3:DeleteObject', '*')];
    expect(await encrypting(...denied, statement('Deny', 's3:PutObject', 'img/*'))).toEqual([
      'conditional data/encrypt-data',
    ]);
  });
});

it('a key without a policy of its own leaves everything to its account, for the proof checker too', async () => {
  const main = `
provider "aws" {
  region = "eu-west-1"
}

resource "aws_kms_key" "key" {}

resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_user_policy" "ann" {
  user = aws_iam_user.ann.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:ScheduleKeyDeletion", Resource = aws_kms_key.key.arn }]
  })
}
`;
  const { analysis } = await modelOfTexts({ 'main.tf': main }, { from: 'aws_iam_user.ann' });
  expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  expect(analysis.paths.map(({ path }) => path.gains)).toContain('destroy data');
});
