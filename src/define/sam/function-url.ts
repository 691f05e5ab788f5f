import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entriesOf, entryOf, fieldOf, isCall, isPlainMap, textOf } from './fields.ts';
import type { Published } from './function-version.ts';
import { type Made, ref } from './made.ts';
import { put } from './put.ts';
import { settledText } from './settled.ts';

const corsProperties: ReadonlyMap<string, string> = new Map([
  ['AllowOrigins', 'sequence'],
  ['AllowMethods', 'sequence'],
  ['AllowCredentials', 'boolean'],
  ['AllowHeaders', 'sequence'],
  ['ExposeHeaders', 'sequence'],
  ['MaxAge', 'number'],
]);

/** `FunctionUrlConfig`: an HTTPS endpoint of the function, open to everyone when `AuthType` is `NONE`. */
export function functionUrl(cause: SamResource, published: Published | undefined, expansion: Expansion) {
  const given = entryOf(cause.properties, 'FunctionUrlConfig');
  if (given === undefined) return;
  const auth = entryOf(given.value, 'AuthType');
  const settledAuth = settledText(auth?.value, expansion);
  if (auth === undefined || (settledAuth !== 'NONE' && settledAuth !== 'AWS_IAM' && !isCall(auth.value))) {
    const message = `FunctionUrlConfig of ${cause.id} needs AuthType, AWS_IAM or NONE; give it`;
    diagnose(expansion, 'sam-missing-property', message, given.keyOrigin);
    return;
  }
  checkCors(cause, expansion);
  const target = ref(published?.aliasId ?? cause.id);
  const at = given;
  put(expansion, cause, {
    id: `${cause.id}Url`,
    type: 'AWS::Lambda::Url',
    properties: {
      TargetFunctionArn: target,
      AuthType: auth,
      Cors: entryOf(given.value, 'Cors'),
      InvokeMode: entryOf(given.value, 'InvokeMode'),
    },
    at,
  });
  // A function of CloudFormation is not looked at: then the permission for everyone is left to the user.
  if (textOf(auth.value) !== 'NONE') return;
  const permission = (id: string, properties: Readonly<Record<string, Made>>) =>
    put(expansion, cause, {
      id: `${cause.id}${id}`,
      type: 'AWS::Lambda::Permission',
      properties: { FunctionName: target, Principal: '*', ...properties },
      at,
    });
  permission('UrlPublicPermissions', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: auth });
  permission('URLInvokeAllowPublicAccess', { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true });
}

function checkCors(cause: SamResource, expansion: Expansion) {
  const cors = entryOf(fieldOf(cause.properties, 'FunctionUrlConfig'), 'Cors');
  if (cors === undefined || isCall(cors.value)) return;
  if (!isPlainMap(cors.value)) {
    diagnose(expansion, 'sam-invalid-property', `Cors of ${cause.id} must be a map; correct it`, cors.keyOrigin);
    return;
  }
  for (const { key, keyOrigin, value } of entriesOf(cors.value)) {
    const wanted = corsProperties.get(key);
    const kind = value.kind === 'scalar' ? typeof value.value : value.kind;
    if (!isCall(value) && kind !== wanted) {
      const message = `Cors of ${cause.id}: ${key} is not one of its properties or must be a ${wanted ?? 'list'}; correct it`;
      diagnose(expansion, 'sam-invalid-property', message, keyOrigin);
    }
  }
}
