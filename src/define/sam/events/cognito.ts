import { amend } from '../amend.ts';
import { diagnose } from '../expansion.ts';
import { fieldOf, isPlainMap, itemsOf, refOf, textOf } from '../fields.ts';
import { getAtt, openedMember } from '../made.ts';
import { type FunctionEvent, putForEvent } from './event-source.ts';

/** `Cognito`: a user pool of the same template calls the function at the given triggers. */
export const cognitoEvent: FunctionEvent = (event, target) => {
  const { properties, owner, entry, expansion } = event;
  const pool = refOf(fieldOf(properties, 'UserPool'));
  if (pool === undefined || expansion.resources.get(pool)?.type !== 'AWS::Cognito::UserPool') {
    const message = `event ${event.name} of ${owner.id}: UserPool must be a Ref to a user pool of this template; correct it`;
    diagnose(expansion, 'sam-unknown-reference', message, entry.keyOrigin);
    return undefined;
  }
  putForEvent(event, {
    id: `${owner.id}CognitoPermission`,
    type: 'AWS::Lambda::Permission',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: target.name,
      Principal: 'cognito-idp.amazonaws.com',
      SourceArn: getAtt(pool, 'Arn'),
    },
  });
  const triggers = itemsOf(fieldOf(properties, 'Trigger')).flatMap((trigger) => textOf(trigger) ?? []);
  if (triggers.length === 0) {
    const message = `event ${event.name} of ${owner.id}: Trigger must be the name of a trigger, or a list of these; correct it`;
    diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
  }
  const given = fieldOf(expansion.resources.get(pool)?.properties, 'LambdaConfig');
  if (given !== undefined && !isPlainMap(given)) {
    diagnose(expansion, 'sam-invalid-property', `LambdaConfig of ${pool} must be a map; correct it`, given.origin);
    return undefined;
  }
  amend(expansion, pool, (body) => {
    const config = openedMember(openedMember(body, 'Properties', entry.origin), 'LambdaConfig', entry.origin);
    for (const trigger of triggers) {
      if (config.has(trigger)) {
        const message = `event ${event.name} of ${owner.id}: trigger ${trigger} of ${pool} is already taken; choose one of them`;
        diagnose(expansion, 'sam-conflict', message, entry.keyOrigin);
      }
      config.set(trigger, target.arn);
    }
  });
  return undefined;
};
