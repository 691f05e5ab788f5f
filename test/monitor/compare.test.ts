import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Difference } from '../../src/model/difference.ts';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { compare } from '../../src/monitor/compare.ts';
import { headline, renderDiffMarkdown } from '../../src/report/diff-markdown.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

const webshop = readFileSync('examples/webshop/webshop.yaml', 'utf8');

const bucket = (statement: string) => `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Stage: { Type: String, Default: test }
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: false, IgnorePublicAcls: true, RestrictPublicBuckets: false }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - ${statement}
`;
const closed = bucket(
  "{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }",
);
const open = bucket("{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: '*' }");

/** The pipeline on one template; texts have no digest of their own, so they get one as files have. */
async function model(template: string, options: Parameters<typeof modelOfTexts>[1] = {}): Promise<ThreatModelDocument> {
  const { document } = await modelOfTexts({ 'app.yaml': template }, options);
  const sha256 = createHash('sha256').update(template).digest('hex');
  return { ...document, scope: { ...document.scope, inputs: [{ path: 'app.yaml', sha256 }] } };
}

function effects({ threats, attackPaths }: Difference): readonly string[] {
  return [...threats, ...attackPaths].map(({ effect, id }) => `${effect} ${id}`);
}

const nothing = { threats: [], attackPaths: [], elements: [], flows: [], boundaries: [], assets: [] };

describe('a comparison', () => {
  it('of a threat model with itself finds nothing, and no cause', async () => {
    const document = await model(webshop);
    expect(compare(document, document)).toMatchObject({ ...nothing, causes: [] });
  });

  it('is not moved by comments, blank lines, or the order of resources', async () => {
    const moved = webshop.replace('Resources:', '# a comment\n\n\nResources:\n\n');
    expect(compare(await model(webshop), await model(moved))).toMatchObject({ ...nothing, causes: ['system'] });
  });

  it('of one opened statement tells exactly what it opens', async () => {
    const difference = compare(await model(closed), await model(open));
    expect(effects(difference).filter((effect) => effect.startsWith('opened'))).toEqual(
      expect.arrayContaining(['opened data/public-read@app/Files', 'opened internet>reads:app/Files']),
    );
    expect(difference.elements.map(({ id, change }) => `${change} ${id}`)).toEqual(['changed app/Files']);
    expect(difference.elements[0]?.fields).toContainEqual({ field: 'exposure', before: 'internal', after: 'internet' });
  });

  it('the other way round closes what it opened', async () => {
    const [there, back] = [await model(closed), await model(open)];
    const [forth, home] = [compare(there, back), compare(back, there)];
    const opposite: Readonly<Record<string, string>> = {
      opened: 'closed',
      closed: 'opened',
      worse: 'better',
      better: 'worse',
      other: 'other',
    };
    const turned = effects(home).map((line) => line.replace(/^\w+/, (effect) => opposite[effect] ?? effect));
    expect([...turned].sort()).toEqual([...effects(forth)].sort());
  });

  it('of a resource that came tells it and its boundaries as added', async () => {
    const more = webshop.replace('Resources:', 'Resources:\n  Extra:\n    Type: AWS::SQS::Queue\n');
    const difference = compare(await model(webshop), await model(more));
    expect(difference.elements.map(({ id, change }) => `${change} ${id}`)).toEqual(['added app/Extra']);
  });
});

describe('the cause of a change', () => {
  const changedTool = (document: ThreatModelDocument, tool: Partial<ThreatModelDocument['tool']>) => ({
    ...document,
    threats: document.threats.slice(1),
    tool: { ...document.tool, ...tool },
  });
  const causesOf = (difference: Difference) => [...new Set(difference.threats.flatMap(({ causes }) => causes))];

  it('is the system when files differ', async () => {
    expect(causesOf(compare(await model(closed), await model(open)))).toEqual(['system']);
  });

  it('is the catalogue, or the program, when only these differ', async () => {
    const document = await model(open);
    expect(causesOf(compare(document, changedTool(document, { catalog: 'other' })))).toEqual(['knowledge']);
    expect(causesOf(compare(document, changedTool(document, { version: '9.9.9' })))).toEqual(['engine']);
  });

  it('is the program when nothing that is recorded differs and yet the result does', async () => {
    const document = await model(open);
    expect(causesOf(compare(document, changedTool(document, {})))).toEqual(['engine']);
  });

  it('is the input when the day or a given parameter differs, and the system when a default does', async () => {
    const before = await model(open, { asOf: '2026-01-01' });
    expect(compare(before, await model(open, { asOf: '2026-02-01' })).causes).toEqual(['input']);
    const given = await model(open, { asOf: '2026-01-01', parameterValues: { Stage: 'prod' } });
    expect(compare(before, given).causes).toEqual(['input']);
    const otherDefault = await model(open.replace('Default: test', 'Default: prod'), { asOf: '2026-01-01' });
    expect(compare(before, otherDefault).causes).toEqual(['system']);
  });

  it('stays open between several that are possible, but not for what the files brought', async () => {
    const before = await model(open);
    const more = open.replace('Resources:', 'Resources:\n  Extra:\n    Type: AWS::DynamoDB::Table\n');
    const difference = compare(before, changedTool(await model(more), { catalog: 'other' }));
    expect(difference.causes).toEqual(['system', 'knowledge']);
    expect(difference.elements.find(({ id }) => id === 'app/Extra')?.causes).toEqual(['system']);
    expect(difference.threats.find(({ id }) => id.includes('@app/Files'))?.causes).toEqual(['system', 'knowledge']);
  });
});

describe('the words for a pull request', () => {
  it('start with what the change does, and give steps and places', async () => {
    const text = renderDiffMarkdown(compare(await model(closed), await model(open)));
    expect(text).toMatch(/^### Opens 1 attack path and \d+ threats?/);
    expect(text).toContain('**Anyone on the internet → read data: Files**');
    expect(text).toMatch(/`app\.yaml:\d+`/);
    expect(text).toContain('<details>');
  });

  it('link places when told where files are', async () => {
    const difference = compare(await model(closed), await model(open));
    expect(renderDiffMarkdown(difference, { linkBase: 'https://git.example/x/blob/abc/' })).toMatch(
      /\[`app\.yaml:(\d+)`\]\(https:\/\/git\.example\/x\/blob\/abc\/app\.yaml#L\1\)/,
    );
  });

  it('say so when nothing changed', async () => {
    const document = await model(open);
    expect(headline(compare(document, document))).toBe('Opens and closes no threat and no attack path');
  });

  it('cannot be taken over by names from the input', async () => {
    const names = new Map([['app/Files', '</summary><script>alert(1)</script> @everyone [x](javascript:1) | `']]);
    const text = renderDiffMarkdown(compare(await model(closed), await model(open)), { names });
    expect(text).not.toContain('<script');
    expect(text).not.toMatch(/[^\\]\[x\]/);
    expect(text).not.toContain('@everyone');
  });
});
