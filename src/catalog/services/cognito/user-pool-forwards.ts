import type { Forward } from '../../../model/entry.ts';
import type { Fact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

/** Paths of functions that Cognito calls around sign-up and sign-in. */
const triggers = [
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'CustomMessage',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'PreTokenGeneration',
  'PreTokenGenerationConfig.LambdaArn',
  'UserMigration',
  'CustomEmailSender.LambdaArn',
  'CustomSMSSender.LambdaArn',
] as const;

/** The functions that it calls, and the address from which it sends mail. */
export function userPoolForwards(view: ResourceView): Fact<readonly Forward[]> {
  const invoked = triggers.flatMap((trigger) =>
    statedFlow(view.read(`LambdaConfig.${trigger}`), {
      kind: 'invoke',
      because: `trigger ${trigger.replace(/\..*/, '')} of ${view.resource.address}`,
    }),
  );
  const because = `${view.resource.address} sends mail to its users`;
  const mail = statedFlow(view.read('EmailConfiguration.SourceArn'), { kind: 'event', because });
  return flowsOf(view, [...invoked, ...mail]);
}
