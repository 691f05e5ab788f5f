import type { PolicyPrincipal } from '../model/policy.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { describeText, literalOf, sameText, type Text } from '../model/text.ts';
import { arnPart } from './arn-part.ts';

/** Somebody outside the system whom a trust policy lets in. */
export interface TrustedParty {
  readonly kind: 'aws-account' | 'identity-provider';
  /** Account number or provider, as people know it. */
  readonly name: string;
  /** `external/aws-account/111122223333`, or the provider's own element when the input has it. */
  readonly id: string;
  /** The provider as a resource of the input. */
  readonly provider?: Resource;
  readonly value: Text;
  /** The account may turn out to be one of the system. */
  readonly maybeOurs: boolean;
}

type Directory = Pick<System, 'resolve' | 'deploymentOf'>;

const providerTypes: readonly string[] = ['AWS::IAM::OIDCProvider', 'AWS::IAM::SAMLProvider'];
const identityTypes: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::User'];

/**
 * The outside party that a principal of a trust policy means: another account, or an identity provider. Undefined for
 * everybody, for AWS services, and for whoever belongs to the system.
 */
export function trustedParty(
  system: Directory,
  role: Resource,
  { kind, value }: PolicyPrincipal,
  origin = role.origin,
): TrustedParty | undefined {
  const means = (types: readonly string[]) =>
    system
      .resolve({ kind: 'text', text: value, origin }, role.id, types)
      .flatMap((end) => (end.kind === 'resource' ? [end.resource] : []));
  if (kind === 'Federated') {
    const [provider] = means(providerTypes);
    const name = provider?.address ?? describeText(value).replace(/^arn:[^/]*\//, '');
    const id = provider?.id ?? `external/identity-provider/${name}`;
    return {
      kind: 'identity-provider',
      name,
      id,
      value,
      maybeOurs: false,
      ...(provider !== undefined && { provider }),
    };
  }
  if (kind !== 'AWS' || literalOf(value) === '*' || means(identityTypes).length > 0) return undefined;
  const account = accountIn(value);
  if (account === undefined) return undefined;
  const own = sameText(account, system.deploymentOf(role.id).account);
  if (own === 'yes') return undefined;
  const name = describeText(account);
  return { kind: 'aws-account', name, id: `external/aws-account/${name}`, value, maybeOurs: own === 'maybe' };
}

/** The account of an ARN, a bare account number, or a value of which nothing is known; not a unique id of a principal. */
function accountIn(value: Text): Text | undefined {
  if (value.length === 1 && typeof value[0] === 'object') return value;
  const first = value[0];
  if (typeof first === 'string' && first.startsWith('arn:')) return arnPart(value, 4);
  const literal = literalOf(value);
  return literal !== undefined && /^\d{12}$/.test(literal) ? value : undefined;
}
