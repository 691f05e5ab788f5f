import { describe, expect, it } from 'vitest';
import type { DocumentImpact } from '../../src/model/document.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderSummary } from '../../src/report/terminal.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** A bucket that anybody reads, and a table that nothing leads to. */
const template = `Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicAcls: false, BlockPublicPolicy: false, IgnorePublicAcls: false, RestrictPublicBuckets: false }
  Open:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Files.Arn}/*' }]
`;
const deployment = 'deployments:\n  - { name: app, template: app.yaml }\n';
const worth = (more: string) =>
  `assets:\n  - { element: Files, name: invoices, confidentiality: 3, integrity: 2, availability: 2, ${more} }\n`;

async function modelled(declared: string) {
  return (await modelOfTexts({ 'app.yaml': template, 'bartizan.yaml': `${deployment}${declared}` })).document;
}

async function impactOf(declared: string): Promise<DocumentImpact> {
  return (await modelled(declared)).impact as DocumentImpact;
}

describe('impact in money', () => {
  it('is not told when nobody said what assets are worth', async () => {
    expect((await modelled('')).impact).toBeUndefined();
  });

  it('of a disclosure is records × cost of each, and a year is that × events a year of what makes it likeliest', async () => {
    const { assets, totals, losses } = await impactOf(
      worth('loss: { currency: EUR, records: [1000, 5000], perRecord: [20, 100] }'),
    );
    expect(assets[0]?.kinds).toMatchObject([
      { kind: 'disclosure', loss: [20_000, 500_000], because: '1000 to 5000 records at 20 to 100 EUR' },
    ]);
    expect(assets[0]?.kinds[0]?.residual).toEqual([20_000, 1_500_000]);
    expect(totals).toEqual([{ currency: 'EUR', inherent: [20_000, 1_500_000], residual: [20_000, 1_500_000] }]);
    expect(losses.every(({ loss }) => loss[1] === 500_000)).toBe(true);
  });

  it('of an outage is the stated time away × the cost of an hour, or an hour to a day', async () => {
    const loss = 'loss: { currency: EUR, perHourDown: 1000 }';
    const [stated, unstated] = await Promise.all([impactOf(worth(`${loss}, recoveryTime: 4h`)), impactOf(worth(loss))]);
    expect(stated.assets[0]?.kinds[0]?.loss).toEqual([4000, 4000]);
    expect(unstated.assets[0]?.kinds[0]?.loss).toEqual([1000, 24_000]);
  });

  it('is never summed over currencies', async () => {
    const two = `${worth('loss: { currency: EUR, whenLost: 10 }')}  - { element: Files, name: photos, confidentiality: 1, integrity: 1, availability: 1, loss: { currency: USD, whenLost: 20 } }\n`;
    expect((await impactOf(two)).totals.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  });

  it('names what is over the appetite, by level and by expected loss', async () => {
    const appetite =
      'appetite: { level: info, lossPerYear: 1000, owner: risk@example.com, because: decided in March }\n';
    const { overAppetite, assets } = await impactOf(
      `${worth('loss: { currency: EUR, records: 1000, perRecord: 20 }')}${appetite}`,
    );
    expect(overAppetite.threats.some((id) => id.startsWith('data/public-read@'))).toBe(true);
    expect(assets[0]?.isOverAppetite).toBe(true);
    const accepting = await impactOf('appetite: { level: critical, owner: o, because: b }\n');
    expect(accepting.overAppetite).toEqual({ threats: [], paths: [] });
  });

  it.each(['records: [5, 1]', 'records: -1', 'currency: Euro', 'perRecord: [1, 2, 3]'])(
    'is refused with its place when %s makes no sense',
    async (wrong) => {
      const currency = wrong.startsWith('currency') ? '' : 'currency: EUR, ';
      const { coverage } = await modelled(worth(`loss: { ${currency}${wrong} }`));
      expect(coverage.diagnostics).toMatchObject([{ code: 'declared-value', source: { file: 'bartizan.yaml' } }]);
    },
  );

  it('is told by every report', async () => {
    const document = await modelled(worth('loss: { currency: EUR, records: [1000, 5000], perRecord: [20, 100] }'));
    const text = 'Expected loss for a year: 20,000 to 1,500,000 EUR';
    expect(await renderHtml(document)).toContain(text);
    expect(renderMarkdown(document)).toContain('Expected loss for a year');
    expect(renderSummary(document, { colors: false, width: 100 })).toContain(text);
  });
});
