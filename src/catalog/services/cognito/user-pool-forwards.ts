import type { Forward } from '../../../model/dimension.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { isGiven } from '../../combine-facts.ts';

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
    forward(view, `LambdaConfig.${trigger}`, {
      kind: 'invoke',
      because: `trigger ${trigger.replace(/\..*/, '')} of ${view.resource.address}`,
    }),
  );
  const mail = forward(view, 'EmailConfiguration.SourceArn', {
    kind: 'event',
    because: `${view.resource.address} sends mail to its users`,
  });
  const all = [...invoked, ...mail];
  return all.length === 0 ? byDefault<readonly Forward[]>([], [view.origin()]) : given(all);
}

function forward(
  view: ResourceView,
  path: string,
  how: { readonly kind: Forward['kind']; readonly because: string },
): readonly Forward[] {
  const to = view.read(path);
  if (to === undefined || !isGiven(to)) return [];
  const way = { protocol: 'https', port: 443, encrypted: byDefault(true), authentication: 'iam' } as const;
  return [{ ...how, ...way, to, origin: to.origin }];
}
