import { describe, expect, it } from 'vitest';
import type { DocumentThreat } from '../../src/model/document.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

const threatId = 'data/no-backup@app/Orders';

/** A table without a backup, with what is written beside it and in `bartizan.yaml`. */
async function judged(given: {
  readonly accept?: string;
  readonly beside?: string;
  readonly asOf?: string;
}): Promise<DocumentThreat> {
  const template = `
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
${given.beside === undefined ? '' : `    Metadata: { Bartizan: { accept: [${given.beside}] } }`}
    Properties:
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
`;
  const declaration: Readonly<Record<string, string>> =
    given.accept === undefined ? {} : { 'bartizan.yaml': `accept:\n  - ${given.accept}\n` };
  const { document } = await modelOfTexts(
    { 'app.yaml': template, ...declaration },
    { asOf: given.asOf ?? '2026-11-22' },
  );
  const threat = document.threats.find(({ id }) => id === threatId);
  if (threat === undefined) throw new Error(`no ${threatId}`);
  return threat;
}

const rest = 'reason: a cache, owner: shop, expires: "2027-06-30"';

describe('a threat', () => {
  it('without an acceptance is open', async () => {
    expect(await judged({})).toMatchObject({ status: 'open' });
  });

  it.each([
    ['by its id', { accept: `{ threat: "${threatId}", ${rest} }` }, 'accepted'],
    ['by rule and address', { accept: `{ rule: data/no-backup, element: Orders, ${rest} }` }, 'accepted'],
    ['by rule and id', { accept: `{ rule: data/no-backup, element: app/Orders, ${rest} }` }, 'accepted'],
    ['by a topic', { accept: `{ rule: data/, element: Orders, ${rest} }` }, 'accepted'],
    ['beside the resource', { beside: `{ rule: data/no-backup, ${rest} }` }, 'accepted'],
    ['beside the resource, by a topic', { beside: `{ rule: data/, ${rest} }` }, 'accepted'],
    ['of another rule', { accept: `{ rule: data/public-read, element: Orders, ${rest} }` }, 'open'],
    ['of a rule that only begins alike', { accept: `{ rule: data/no, element: Orders, ${rest} }` }, 'open'],
    ['of another element', { accept: `{ rule: data/no-backup, element: app/Other, ${rest} }` }, 'open'],
    ['without an owner', { beside: '{ rule: data/no-backup, reason: r, expires: "2027-06-30" }' }, 'open'],
  ])('with an acceptance %s', async (_, given, status) => {
    expect(await judged(given)).toMatchObject({ status });
  });

  it.each([
    ['on its last day', { asOf: '2027-06-30' }, 'accepted', undefined],
    ['a day later', { asOf: '2027-07-01' }, 'open', /expired on 2027-06-30/],
  ] as const)('is judged by the day of the model: %s', async (_, { asOf }, status, lapsed) => {
    const threat = await judged({ accept: `{ threat: "${threatId}", ${rest} }`, asOf });
    expect(threat.status).toBe(status);
    if (lapsed !== undefined) expect(threat.acceptance?.lapsed).toMatch(lapsed);
  });

  it.each([
    ['the risk that was accepted', 25, 'internet', 'accepted', undefined],
    ['a lower risk that was accepted', 1, 'internet', 'open', /risk has risen from 1 to/],
    ['an exposure that is none', 25, 'mistyped', 'open', /exposure has risen from mistyped to/],
  ] as const)('is held against %s', async (_, score, exposure, status, lapsed) => {
    const threat = await judged({
      accept: `{ threat: "${threatId}", ${rest}, evidence: { exposure: ${exposure}, score: ${score} } }`,
    });
    expect(threat.status).toBe(status);
    if (lapsed !== undefined) expect(threat.acceptance?.lapsed).toMatch(lapsed);
  });
});
