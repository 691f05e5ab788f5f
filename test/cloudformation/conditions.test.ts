import { describe, expect, it } from 'vitest';
import { and, describeGuard, isPossible, underAssumptions } from '../../src/model/guard.ts';
import { diagnosed, propertyOf, resourceAt, shown, translated } from './translated.ts';

const template = `
Parameters:
  Env: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Create: {Type: String, Default: 'true'}
  Vpc: {Type: String}
  Token: {Type: String, NoEcho: true, Default: changeme}
  Hosts: {Type: CommaDelimitedList, Default: ''}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Not [!Condition IsProd]
  Creates: !Equals [!Ref Create, 'true']
  Both: !And [!Condition IsProd, !Condition Creates]
  Any: !Or [!Condition IsProd, !Equals [!Ref Vpc, '']]
  InVirginia: !Equals [!Ref AWS::Region, us-east-1]
  HasToken: !Not [!Equals [!Ref Token, '']]
  HasHosts: !Not [!Equals [!Join ['', !Ref Hosts], '']]
Resources:
  Always: {Type: AWS::SNS::Topic}
  Prod: {Type: AWS::SNS::Topic, Condition: IsProd, Properties: {DisplayName: !Ref Env}}
  Dev: {Type: AWS::SNS::Topic, Condition: IsDev, Properties: {DisplayName: !If [IsProd, a, b]}}
  Both: {Type: AWS::SNS::Topic, Condition: Both}
  Any: {Type: AWS::SNS::Topic, Condition: Any}
  Virginia: {Type: AWS::SNS::Topic, Condition: InVirginia}
  Token: {Type: AWS::SNS::Topic, Condition: HasToken, Properties: {DisplayName: !Join ['', [x, !Ref Token]]}}
  Hosts: {Type: AWS::SNS::Topic, Condition: HasHosts}
`;

describe('resources under conditions', () => {
  const result = translated(template);
  const guard = (address: string) => describeGuard(resourceAt(result, address).guard);

  it.each([
    ['Always', 'always'],
    ['Prod', 'Env = prod'],
    ['Dev', 'Env = dev'],
    ['Both', 'Create and Env = prod'],
    ['Any', 'Env = prod or Vpc = '],
    ['Virginia', 'region:app = us-east-1'],
    ['Token', 'not (HasToken)'],
    ['Hosts', 'not (HasHosts)'],
  ])('%s exists when %s', (address, expected) => expect(guard(address)).toBe(expected));

  it('appear whatever the defaults say, and the assumed values tell which hold', () => {
    expect(result.resources).toHaveLength(8);
    const under = (address: string) => underAssumptions(resourceAt(result, address).guard, result.assumed);
    expect(Object.fromEntries(result.resources.map(({ address }) => [address, under(address)]))).toEqual({
      Always: 'holds',
      Prod: 'fails',
      Dev: 'holds',
      Both: 'fails',
      Any: 'open',
      Virginia: 'open',
      Token: 'holds',
      Hosts: 'fails',
    });
  });

  it('exclude each other when their conditions do', () => {
    expect(isPossible(and(resourceAt(result, 'Prod').guard, resourceAt(result, 'Dev').guard))).toBe(false);
    expect(isPossible(and(resourceAt(result, 'Prod').guard, resourceAt(result, 'Both').guard))).toBe(true);
  });

  it('have properties as their guard implies', () => {
    expect(shown(propertyOf(result, 'Prod', 'DisplayName'))).toBe('prod');
    expect(propertyOf(result, 'Prod', 'DisplayName').defaults).toBeUndefined();
    expect(shown(propertyOf(result, 'Dev', 'DisplayName'))).toBe('b');
  });

  it('are decided by explicit parameters: what cannot exist is gone', () => {
    const given = translated(template, {
      parameters: { Env: 'prod', Create: 'false', Vpc: '', Token: '', Hosts: 'a,b' },
      region: 'us-east-1',
    });
    const guards = Object.fromEntries(given.resources.map(({ address, guard: one }) => [address, describeGuard(one)]));
    expect(guards).toEqual({ Always: 'always', Prod: 'always', Any: 'always', Virginia: 'always', Hosts: 'always' });
    expect(given.assumed.size).toBe(0);
  });

  it('never carry secrets: neither in guards nor in assumed values', () => {
    const given = translated(template, { parameters: { Token: 'hunter2' } });
    const everything = (one: typeof result) =>
      JSON.stringify([one.resources, [...one.assumed], one.parameters, one.diagnostics], (_, value) =>
        value instanceof Map ? [...value] : value,
      );
    expect(everything(result)).not.toContain('changeme');
    expect(everything(given)).not.toContain('hunter2');
    expect(given.parameters.find(({ name }) => name === 'Token')).toMatchObject({ given: 'explicit', secret: true });
  });
});

describe('parameters', () => {
  it('are told with how they were given', () => {
    const uses = translated(template, { parameters: { Env: 'prod' } }).parameters;
    expect(uses.map(({ name, given, value }) => [name, given, value])).toEqual([
      ['Env', 'explicit', 'prod'],
      ['Create', 'default', 'true'],
      ['Vpc', 'missing', undefined],
      ['Token', 'default', undefined],
      ['Hosts', 'default', ''],
    ]);
  });

  it('outside their AllowedValues are reported', () => {
    expect(diagnosed(translated(template, { parameters: { Env: 'qa' } }))).toEqual(['parameter-not-allowed 3:3']);
  });

  it('under a guard that rules the default out stay open', () => {
    const text = `
Parameters: {Size: {Type: String, Default: s}}
Conditions: {Larger: !Not [!Equals [!Ref Size, s]]}
Resources: {A: {Type: AWS::SNS::Topic, Condition: Larger, Properties: {DisplayName: !Ref Size}}}
`;
    expect(shown(propertyOf(translated(text), 'A', 'DisplayName'))).toMatch(/parameter:app\/Size/);
  });
});

describe('broken conditions', () => {
  it.each([
    ['A: !Condition B\n  B: !Condition A', 'cyclic-condition'],
    ['A: !Condition Missing', 'unknown-condition'],
    ['A: !Not [a, b]', 'broken-condition'],
    ['A: !Equals [a]', 'broken-condition'],
    ['A: [x]', 'broken-condition'],
  ])('%j is %s, and the resource stays possible', (conditions, code) => {
    const result = translated(`Conditions:\n  ${conditions}\nResources:\n  R: {Type: AWS::SNS::Topic, Condition: A}\n`);
    expect(result.diagnostics.map((one) => one.code)).toContain(code);
    expect(isPossible(resourceAt(result, 'R').guard)).toBe(true);
  });
});

describe('rules', () => {
  const text = (assert: string) => `
Parameters: {Size: {Type: String, Default: s}}
Rules:
  Sizes: {Assertions: [{Assert: ${assert}, AssertDescription: small only}]}
Resources: {A: {Type: AWS::SNS::Topic}}
`;
  it.each([
    ['!Equals [!Ref Size, s]', {}, []],
    ['!Equals [!Ref Size, s]', { Size: 'l' }, ['error']],
    ['{Fn::Contains: [[s, m], !Ref Size]}', { Size: 'm' }, []],
    ['{Fn::Contains: [[s, m], !Ref Size]}', { Size: 'l' }, ['error']],
    ['{Fn::EachMemberEquals: [[a, a], !Ref Size]}', { Size: 'a' }, []],
    ['{Fn::EachMemberEquals: [[a, b], !Ref Size]}', { Size: 'a' }, ['error']],
    ['{Fn::EachMemberIn: [[!Ref Size], [a, b]]}', { Size: 'a' }, []],
    ['{Fn::EachMemberIn: [[!Ref Size, c], [a, b]]}', { Size: 'a' }, ['error']],
    ["{Fn::EachMemberIn: [{Fn::ValueOfAll: ['AWS::EC2::VPC::Id', Tags.Env]}, [a]]}", {}, []],
    ['!Equals [!Ref Size, l]', {}, ['info']],
  ] as const)('%s with %j: %j', (assert, parameters, levels) => {
    const found = translated(text(assert), { parameters }).diagnostics.filter((one) => one.code === 'rule-violated');
    expect(found.map((one) => one.level)).toEqual(levels);
  });
});
