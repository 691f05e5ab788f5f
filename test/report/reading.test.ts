import { describe, expect, it } from 'vitest';
import { anchor } from '../../src/report/anchor.ts';
import { formats, isFormat, render } from '../../src/report/formats.ts';
import { code, plain } from '../../src/report/markdown-text.ts';
import { groupedThreats, rankedThreats } from '../../src/report/ranking.ts';
import { visible, visibleLine } from '../../src/report/visible.ts';
import { factText, protocolText, shortType, withSeparators } from '../../src/report/words.ts';
import { sampleDocument } from './sample-document.ts';

describe('text from the input', () => {
  it.each([
    ['plain', 'plain'],
    ['Zürich 東京', 'Zürich 東京'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\u0000b', 'a\\u0000b'],
    ['\u009b31m', '\\u009b31m'],
    ['bidi \u202e', 'bidi \\u202e'],
    ['zero\u200bwidth', 'zero\\u200bwidth'],
    ['tag \u{e0041}', 'tag \\u{e0041}'],
    ['lone \ud800', 'lone \\ud800'],
    ['two\nlines', 'two\nlines'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('is put on one line where a line is wanted', () => {
    expect(visibleLine('a\nb\tc')).toBe('a\\nb\\tc');
  });

  it.each([
    ['a|b', 'a\\|b'],
    ['<b>', '&lt;b&gt;'],
    ['[x](y)', '\\[x\\]\\(y\\)'],
    ['@team', '&#64;team'],
    ['1. first', '1&#46; first'],
    ['- item', '&#45; item'],
    ['0.1.0', '0.1.0'],
    ['snake_case', 'snake\\_case'],
  ])('in Markdown %j is written %j', (text, written) => {
    expect(plain(text)).toBe(written);
  });

  it.each([
    ['a.b', '`a.b`'],
    ['a`b', '<code>a\\`b</code>'],
    ['a|b', '<code>a\\|b</code>'],
    ['', ''],
  ])('as code %j is written %j', (text, written) => {
    expect(code(text)).toBe(written);
  });
});

describe('words', () => {
  it.each([
    ['AWS::S3::Bucket', 'S3 bucket'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'ELB load balancer'],
    ['AWS::RDS::DBCluster', 'RDS DB cluster'],
    ['AWS::EC2::NatGateway', 'EC2 NAT gateway'],
    ['AWS::WAFv2::WebACL', 'WAF web ACL'],
    ['Custom::Thing', 'custom thing'],
    ['external:identity-provider', 'identity provider'],
  ])('%s is called %s', (type, title) => {
    expect(shortType(type)).toBe(title);
  });

  it.each([
    ['network:internet', 'stands on the internet'],
    ['acts-as:shop/Role', 'acts as Role'],
    ['runs-code:shop/Api', 'runs code on Api'],
    ['any-aws-account', 'has an AWS account'],
  ])('the fact %s reads “%s”', (fact, text) => {
    expect(factText(fact, (element) => element.slice(element.indexOf('/') + 1))).toBe(text);
  });

  it('names protocols and ports', () => {
    expect(protocolText({ protocol: 'https', ports: ['443'] })).toBe('HTTPS 443');
    expect(protocolText({ protocol: 'tcp', ports: ['any'] })).toBe('TCP');
    expect(withSeparators(1234567)).toBe('1,234,567');
  });

  it('makes addresses in the page that stay the same and differ', () => {
    expect(anchor('threat', 'a')).toBe(anchor('threat', 'a'));
    expect(anchor('threat', '<">')).toMatch(/^threat-[a-z0-9]+$/);
    const many = new Set(Array.from({ length: 20_000 }, (_, at) => anchor('e', `shop${at}/Table`)));
    expect(many.size).toBe(20_000);
  });
});

describe('the order of threats', () => {
  const { threats } = sampleDocument({ elements: 60 });

  it('is open before unknown before accepted before mitigated, then by risk', () => {
    const ranked = rankedThreats(threats);
    expect([...new Set(ranked.map(({ status }) => status))]).toEqual(['open', 'unknown', 'accepted', 'mitigated']);
    const open = ranked.filter(({ status }) => status === 'open').map(({ risk }) => risk.score);
    expect(open).toEqual(open.toSorted((a, b) => b - a));
  });

  it('folds twins and loses none', () => {
    const groups = groupedThreats(sampleDocument({ elements: 60 }));
    const listed = groups.flatMap((group) => group.threats.map(({ id }) => id));
    expect(listed.toSorted()).toEqual(threats.map(({ id }) => id).toSorted());
    expect(groups.length).toBeLessThan(threats.length);
    for (const { first, threats: twins } of groups) {
      expect(new Set(twins.map(({ rule, status, risk }) => `${rule} ${status} ${risk.level}`)).size, first.id).toBe(1);
    }
  });
});

describe('formats', () => {
  it('are known by name', () => {
    expect(formats).toEqual(
      'html json markdown mermaid navigator navigator-detection sarif summary svg table-top test-plan'.split(' '),
    );
    expect(isFormat('html')).toBe(true);
    expect(isFormat('toString')).toBe(false);
  });

  it.each(formats)('%s can be made of a system without anything to say', async (format) => {
    const document = sampleDocument({ elements: 2 });
    const empty = {
      ...document,
      system: { elements: [], boundaries: [], flows: [], assets: [], assumptions: [] },
      threats: [],
      attackPaths: [],
      mitigations: [],
      coverage: { resources: 0, types: {}, unknowns: [], diagnostics: [] },
    };
    expect(await render(empty, format)).toMatch(/\S/);
  });
});

describe('the terminal summary', () => {
  it('tells counts, threats with their places, paths, what to settle and the next step', async () => {
    const text = await render(sampleDocument({ elements: 22 }), 'summary', {
      width: 100,
      reportPath: 'threat-model.html',
    });
    expect(text).toBe(`22 resources, 22 elements, 16 flows, 3 attack paths
Open: 2 critical, 2 high, 3 medium, 1 info  1 unknown, 1 accepted, 2 mitigated

Threats
  critical Data store readable by anyone: ImagesBucket  shop/template.yaml:80
  critical Role may do everything: DeployRole  shop/template.yaml:216
  high     Traffic without encryption: LoadBalancer  shop/template.yaml:29
  high     Queue open to every AWS account: OrdersQueue  shop/template.yaml:131
  medium   Data cannot be brought back: CartTable  shop/template.yaml:165
  medium   Requests leave no trace: Cdn and 1 other  shop/template.yaml:12
  info     Software out of support: CheckoutFunction  shop/template.yaml:114

Attack paths
  critical Anyone on the internet → read data: ImagesBucket (certain)
           Anyone on the internet → LoadBalancer → WebService → WebTaskRole → ImagesBucket
  high     Whoever controls an identity of github → administrator: OrdersDatabase (weakness)
           Anyone on the internet → DeployRole → OrdersDatabase
  high     Anyone with an AWS account → write data: CartTable (conditional)
           Anyone on the internet → OrdersQueue → CheckoutFunction → CheckoutRole → CartTable

To settle
  parameter VpcId of shop settles 16 answers
  parameter LogBucket of shop settles 5 answers

Next    Close: Data store readable by anyone
        set PublicAccessBlockConfiguration.BlockPublicPolicy of ImagesBucket to true
Report  threat-model.html
`);
  });

  it.each([40, 60, 80, 120])('keeps within %d columns', async (width) => {
    const text = await render(sampleDocument({ elements: 200, hostile: true }), 'summary', { width });
    const lines = text.split('\n').slice(2);
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
  });
});
