import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';

const github = 'token.actions.githubusercontent.com';

/** A role that anybody with such a token takes, and nothing else to be done with it. */
function role(name: string, condition: object, issuer = github): string {
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  };
  const properties = { RoleName: name, AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] } };
  return `  ${name}: ${JSON.stringify({ Type: 'AWS::IAM::Role', Properties: properties })}`;
}

const like = (...subjects: readonly string[]) => ({ StringLike: { [`${github}:sub`]: subjects } });
const equal = (...subjects: readonly string[]) => ({
  StringEquals: { [`${github}:sub`]: subjects, [`${github}:aud`]: 'sts.amazonaws.com' },
});

/** Who takes which role, and how surely. */
async function takers(roles: readonly string[], options: Parameters<typeof modelOfTexts>[1] = {}) {
  const { document, analysis } = await modelOfTexts({ 'app.yaml': ['Resources:', ...roles].join('\n') }, options);
  expect(analysis.diagnostics.filter(({ code }) => code === 'proof-refused')).toEqual([]);
  return document.attackPaths
    .filter(({ gains }) => gains === 'act as')
    .map(({ attacker, target, certainty }) => `${attacker} ${target.replace('app/', '')} ${certainty}`)
    .sort();
}

describe('whoever runs the pipelines of a repository', () => {
  it('takes the roles that name it, and none that name another', async () => {
    expect(
      await takers([role('Shop', equal('repo:acme/shop:ref:refs/heads/main')), role('Blog', like('repo:acme/blog:*'))]),
    ).toEqual([
      'repository:github.com/acme/blog Blog certain',
      'repository:github.com/acme/shop:ref:refs/heads/main Shop certain',
    ]);
  });

  it('is told apart by branch, environment and pull request where roles are', async () => {
    expect(
      await takers([
        role('Live', equal('repo:acme/shop:environment:live')),
        role('Checks', equal('repo:acme/shop:pull_request')),
        role('Main', equal('repo:acme/shop:ref:refs/heads/main')),
      ]),
    ).toEqual([
      'repository:github.com/acme/shop:environment:live Live certain',
      'repository:github.com/acme/shop:pull_request Checks certain',
      'repository:github.com/acme/shop:ref:refs/heads/main Main certain',
    ]);
  });

  it('also takes what the whole repository may take; the other way round only the protection of branches decides', async () => {
    expect(
      await takers([role('Live', equal('repo:acme/shop:environment:live')), role('Any', like('repo:acme/shop:*'))]),
    ).toEqual([
      'repository:github.com/acme/shop Any certain',
      'repository:github.com/acme/shop Live conditional',
      'repository:github.com/acme/shop:environment:live Any certain',
      'repository:github.com/acme/shop:environment:live Live certain',
    ]);
  });

  it('of some repository of an organization takes what is meant for all of them, and not what is for one', async () => {
    expect(await takers([role('All', like('repo:acme/*')), role('Shop', like('repo:acme/shop:*'))])).toEqual([
      'repository:github.com/acme/* All certain',
      'repository:github.com/acme/shop All certain',
      'repository:github.com/acme/shop Shop certain',
    ]);
  });

  it('is one with those who get just the same', async () => {
    const several = like('repo:acme/a:*', 'repo:acme/b:*', 'repo:acme/c:*');
    expect(await takers([role('Several', several)])).toEqual(['repository:github.com/acme/a Several certain']);
  });

  it('does not get past a star that is compared letter by letter', async () => {
    expect(await takers([role('Literal', equal('repo:acme/shop:*'))])).toEqual([]);
  });

  it('meets conditions on other claims as well', async () => {
    const condition = {
      StringEquals: { [`${github}:repository`]: 'acme/shop', [`${github}:environment`]: 'live' },
    };
    expect(await takers([role('Live', condition)])).toEqual([
      'repository:github.com/acme/shop environment=live Live certain',
    ]);
  });

  it.each([
    [
      'gitlab.example.com',
      'project_path:acme/infra:ref_type:branch:ref:main',
      'gitlab.example.com/acme/infra:ref_type:branch:ref:main',
    ],
    [
      'app.terraform.io',
      'organization:acme:project:core:workspace:net:run_phase:*',
      'app.terraform.io/acme:project:core:workspace:net:run_phase:*',
    ],
    ['oidc.circleci.com/org/0a', 'org/0a/project/0b/user/*', 'circleci.com/0b:user/*'],
    ['api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc', '{0a}:*', 'bitbucket.org/acme/{0a}'],
    ['vstoken.dev.azure.com/0a', 'sc://acme/infra/aws', 'dev.azure.com/acme/infra/aws'],
  ])('is known at %s', async (issuer, subject, name) => {
    const taken = await takers([role('Deploy', { StringLike: { [`${issuer}:sub`]: subject } }, issuer)]);
    expect(taken).toEqual([`repository:${name} Deploy certain`]);
  });

  it('is the same who controls the code of builds', async () => {
    const build = `  Build: { Type: AWS::CodeBuild::Project, Properties: { ServiceRole: !GetAtt Work.Arn, Source: { Type: GITHUB, Location: 'https://github.com/acme/shop' }, Environment: { Type: LINUX_CONTAINER, ComputeType: BUILD_GENERAL1_SMALL, Image: 'aws/codebuild/standard:7.0' }, Artifacts: { Type: NO_ARTIFACTS } } }
  Work: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: codebuild.amazonaws.com }, Action: 'sts:AssumeRole' }] } } }`;
    expect(await takers([role('Deploy', like('repo:acme/shop:*')), build], { attackers: ['repository'] })).toEqual([
      'repository:github.com/acme/shop Deploy certain',
      'repository:github.com/acme/shop Work certain',
    ]);
  });
});

describe('a repository that is asked about by name', () => {
  const roles = [
    role('All', like('repo:acme/*')),
    role('Shop', like('repo:acme/shop:*')),
    role('Blog', like('repo:acme/blog:*')),
  ];

  it.each(['repository:github.com/acme/blog', 'repository:acme/blog'])('is --attacker %s', async (attacker) => {
    expect((await takers(roles, { attackers: [attacker] })).filter((one) => /Shop/.test(one))).toEqual([]);
    expect(await takers(roles, { attackers: [attacker] })).toContain('repository:github.com/acme/blog Blog certain');
  });

  it.each(['acme/blog', 'github.com/acme/blog', 'https://github.com/acme/blog.git'])('is --from %s', async (from) => {
    const taken = await takers(roles, { attackers: [], from });
    expect(taken).toContain('repository:github.com/acme/blog Blog certain');
    expect(taken).toContain('repository:github.com/acme/* All certain');
    expect(taken.filter((one) => /Shop/.test(one))).toEqual([]);
  });

  it('is what --assume controls', async () => {
    const taken = await takers(roles, { attackers: [], assume: ['controls github.com/acme/shop'] });
    expect(taken.map((one) => one.split(' ')[2])).toEqual(['All', 'Shop']);
  });
});

it('tokens that say one thing open just the roles whose pattern it fits', async () => {
  const repository = fc.constantFrom('acme/a', 'acme/b', 'acme/ab');
  const part = fc.constantFrom('ref:refs/heads/main', 'environment:live', 'pull_request');
  const pattern = fc.oneof(
    fc.tuple(repository, part).map(([name, what]) => `repo:${name}:${what}`),
    repository.map((name) => `repo:${name}:*`),
    fc.constantFrom('repo:acme/*', 'repo:acme/a*', 'repo:acme/?:*', 'repo:acme/*:pull_request'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(repository, part), { minLength: 1, maxLength: 3 }),
      fc.array(pattern, { minLength: 1, maxLength: 4 }),
      async (tokens, patterns) => {
        const subjects = tokens.map(([name, what]) => `repo:${name}:${what}`);
        const known = subjects.map((subject, at) => role(`Known${at}`, equal(subject)));
        const taken = await takers([...known, ...patterns.map((one, at) => role(`Role${at}`, like(one)))]);
        for (const subject of subjects) {
          const own = taken.filter((one) => one.startsWith(`repository:${subject.replace('repo:', 'github.com/')} `));
          if (own.length === 0) continue; // One with another that gets just the same.
          const opened = own.flatMap((one) => /Role(\d+)/.exec(one)?.[1] ?? []);
          const fitting = patterns.flatMap((one, at) => (glob(one).test(subject) ? [String(at)] : []));
          expect(opened.sort()).toEqual(fitting.sort());
        }
      },
    ),
    { numRuns: 15 },
  );
});

function glob(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}
