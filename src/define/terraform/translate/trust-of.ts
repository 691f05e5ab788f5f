import type { Hole } from '../../../model/text.ts';
import type { MapValue, Reference, UnknownValue, Value } from '../../../model/value.ts';
import { literalValue } from '../../cloudformation/value-case.ts';
import { attributeReference } from '../instance.ts';
import { modulePrefix } from '../plan/configuration.ts';

/** How a trust policy names a thing of a type, by the attribute that says who it is. */
interface Naming {
  readonly attribute: RegExp;
  readonly action: string;
  readonly principal: 'AWS' | 'Federated';
  /** What names it, when that is not the attribute itself. */
  readonly word?: string;
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
const namings: Readonly<Record<string, Naming>> = {
  aws_iam_role: { attribute: /^arn$/, action: 'sts:AssumeRole', principal: 'AWS' },
  aws_iam_user: { attribute: /^arn$/, action: 'sts:AssumeRole', principal: 'AWS' },
  aws_iam_openid_connect_provider: {
    attribute: /^(arn|id)$/,
    action: 'sts:AssumeRoleWithWebIdentity',
    principal: 'Federated',
  },
  aws_iam_saml_provider: { attribute: /^(arn|id)$/, action: 'sts:AssumeRoleWithSAML', principal: 'Federated' },
  // A pool's id is the audience that a condition demands.
  aws_cognito_identity_pool: {
    attribute: /^id$/,
    action: 'sts:AssumeRoleWithWebIdentity',
    principal: 'Federated',
    word: 'cognito-identity.amazonaws.com',
  },
};

/**
 * A trust policy of which only references are known: each identity that it is made of is somebody whom a statement names,
 * under conditions that are open. Whom else it lets in is open as well.
 */
export function trustOf(value: UnknownValue): Value {
  const { hole, origin } = value;
  const items = (value.refs ?? []).flatMap((ref) => statementNaming(ref, value));
  if (items.length === 0) return value;
  return mapOf([['Statement', { kind: 'list', items, origin, open: hole }]], value);
}

function statementNaming(ref: Reference, value: UnknownValue): readonly Value[] {
  const address = ref.resource.slice(ref.resource.indexOf('/') + 1);
  const [type = ''] = address.slice(modulePrefix(address).length).split('.');
  const naming = Object.hasOwn(namings, type) ? namings[type] : undefined;
  if (naming === undefined || !naming.attribute.test(ref.attribute)) return [];
  const { origin, hole } = value;
  const named = attributeReference(ref.resource, ref.attribute, origin);
  const text = (word: string) => literalValue(word, origin);
  const { principal, action, word } = naming;
  const who = mapOf([[principal, word === undefined ? named : text(word)]], value);
  return [
    mapOf(
      [
        ['Effect', text('Allow')],
        ['Action', text(action)],
        ['Principal', who],
      ],
      value,
      hole,
    ),
  ];
}

function mapOf(entries: readonly (readonly [string, Value])[], { origin }: Value, open?: Hole): MapValue {
  return { kind: 'map', entries: new Map(entries), origin, ...(open !== undefined && { open }) };
}
