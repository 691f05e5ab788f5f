import type { Redaction } from '../../../catalog/redact-secrets.ts';
import { isEmptyOrPlaceholder } from '../../../catalog/secret-shape.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Origin } from '../../../model/origin.ts';
import { type Hole, recordedSecret } from '../../../model/text.ts';
import type { UnknownValue, Value } from '../../../model/value.ts';

/**
 * Attributes that the provider marks as sensitive, by their last name: states of older versions of Terraform keep them
 * without a mark. https://developer.hashicorp.com/terraform/language/state/sensitive-data
 */
const secret =
  /^(.*password.*|secret(_string|_binary|_key)?|.*_secret|secret_access_key|private_key(_pem|_openssh|_pem_pkcs8)?|auth_token|.*access_token|api_key|ses_smtp_password_v4|user_data_secret|certificate_private_key|encrypted_(secret|password|ses_smtp_password_v4)|result|bcrypt_hash)$/;

/** Names under which a boolean or an ARN says how a secret is kept, and no secret stands. */
const aboutSecrets =
  /^(manage_master_user_password|master_user_secret|password_(reset_required|length|policy|data)|client_secret_basic_auth|.*_arn|.*_enabled|.*_required|generate_secret)$/;

/** Is the attribute one that holds a secret, by its name? Only texts are. */
export function isSecretAttribute(name: string, type: string, data: unknown): boolean {
  return typeof data === 'string' && data !== '' && isSecretName(name, type);
}

/** Would a text in this attribute be a secret? */
function isSecretName(name: string, type: string): boolean {
  if (aboutSecrets.test(name)) return false;
  if (name === 'result' || name === 'bcrypt_hash') return type === 'random_password';
  return secret.test(name);
}

/** Is nothing held there? Then the mark of a secret says nothing either: whether there is a password is told. */
export function holdsNothing(data: unknown): boolean {
  return data === null || data === undefined || data === '';
}

/** What a reference stands for that only apply tells: a secret where the attribute holds one. */
export function secretReference(
  reference: UnknownValue,
  name: string,
  of: { readonly type: string; readonly address: string },
): UnknownValue {
  if (!isSecretName(name, of.type)) return reference;
  return { ...reference, hole: { ...reference.hole, kind: 'secret', settledBy: `the secret ${of.address}.${name}` } };
}

/** Stands for a value that the file holds and that is never told. */
export function secretValue(resource: ResourceId, path: readonly (string | number)[], origin: Origin): Value {
  const name = path.join('.');
  const hole: Hole = {
    symbol: `secret:${resource}.${name}`,
    kind: 'secret',
    settledBy: `nothing: ${name} of ${resource.slice(resource.indexOf('/') + 1)} is sensitive and is not read`,
  };
  return { kind: 'unknown', hole, origin };
}

/**
 * Stands for a value that the file holds, and that may stand in the configuration in clear as well: `settledBy` names what
 * would tell.
 */
export function recordedValue(
  resource: ResourceId,
  path: readonly (string | number)[],
  origin: Origin,
  settledBy: string,
): Value {
  const name = path.join('.');
  const where = `${settledBy} of ${resource.slice(resource.indexOf('/') + 1)}.${name}`;
  return { kind: 'unknown', hole: recordedSecret(`${resource}.${name}`, where), origin };
}

/**
 * Words in place of a secret that stands in the configuration in clear, by which it is still judged as one; undefined for
 * what is no text, and for what people write where a value shall come.
 */
export function shownSecret(data: unknown, origin: Origin, redaction: Redaction): Value | undefined {
  if (typeof data !== 'string' || isEmptyOrPlaceholder(data)) return undefined;
  redaction.learn(data);
  return { kind: 'literal', value: redaction.redact(data, true), origin };
}
