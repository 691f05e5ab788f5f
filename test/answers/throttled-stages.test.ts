import { expect, test } from 'vitest';
import { bindFact, byDefault } from '../../src/model/fact.ts';
import { id } from '../../src/model/id.ts';
import { modelOfTemplate } from '../support/model-of-texts.ts';

const limited = ', DefaultRouteSettings: { ThrottlingRateLimit: 10 }';
const stage = (name: string, settings: string) => `
  ${name}:
    Type: AWS::ApiGatewayV2::Stage
    Properties: { ApiId: !Ref Api, StageName: ${name}${settings} }`;

/** Is the rate of requests to the API limited? */
async function throttled(stages: string) {
  const { analysis } = await modelOfTemplate(`
Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: orders, ProtocolType: HTTP }${stages}
`);
  const settings = analysis.defined.ask.system.fact(id('app/Api'), 'settings');
  const fact = bindFact(settings, (all) => all.throttled ?? byDefault(true));
  return fact.kind === 'known' ? fact.value : fact.kind;
}

test.each([
  ['one without a limit first', stage('Open', '') + stage('Tight', limited), false],
  ['one without a limit last', stage('Tight', limited) + stage('Wide', ''), false],
  ['all limited', stage('Tight', limited) + stage('Tighter', limited), true],
])('the weakest stage of an API counts: %s', async (_, stages, expected) => {
  expect(await throttled(stages)).toBe(expected);
});
