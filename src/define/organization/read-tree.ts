import type { OriginTable } from '../../model/origin.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Node } from '../cloudformation/node.ts';
import {
  type Decode,
  type Decoding,
  listOf,
  matching,
  oneOf,
  optional,
  otherwise,
  record,
  required,
  someText,
} from '../declared/decode.ts';
import { fullAccess, type GuardrailKind, guardrail, openGuardrail } from './guardrail.ts';
import type { OrganizationAccount, OrganizationLevel, OrganizationOutline } from './outline.ts';

/** An organization written by hand, see docs/guide/accounts.md. */
interface Tree {
  readonly kind: 'organization';
  readonly id?: string;
  readonly management?: string;
  readonly policies: readonly (TreePolicy | undefined)[];
  readonly root: TreeUnit;
}

interface TreePolicy {
  readonly name: string;
  readonly type: GuardrailKind;
  readonly document: Node;
}

interface TreeUnit {
  readonly id?: string;
  readonly name: string;
  /** Names of policies that are attached here. */
  readonly policies: readonly TreeName[];
  /** `FullAWSAccess` is attached unless somebody detached it. */
  readonly fullAccess: 'true' | 'false';
  readonly accounts: readonly TreeAccount[];
  readonly units: readonly TreeUnit[];
}

type TreeAccount = Pick<TreeUnit, 'policies' | 'fullAccess'> & { readonly id: string };

/** A name with the place where it stands. */
interface TreeName {
  readonly name: string;
  readonly node: Node;
}

const accountNumber = matching(/^\d{12}$/, 'twelve digits; put them in quotes');

const policyName: Decode<TreeName> = (node, to, name) => {
  const text = someText(node, to, name);
  return text === undefined ? undefined : { name: text, node };
};

const anything: Decode<Node> = (node) => node;

const policy = record<TreePolicy>({
  name: required(someText),
  type: required(oneOf('scp', 'rcp')),
  document: required(anything),
});

const attached = {
  policies: otherwise(listOf(policyName), []),
  fullAccess: otherwise(oneOf('true', 'false'), 'true'),
} as const;

const wholeAccount = record<TreeAccount>({ id: required(accountNumber), ...attached });

/** A bare number, or the number with what is attached to it. */
const account: Decode<TreeAccount> = (node, to, name) => {
  if (node.kind === 'mapping') return wholeAccount(node, to, name);
  const id = accountNumber(node, to, name);
  return id === undefined ? undefined : { id, policies: [], fullAccess: 'true' };
};

/** Written as a function, since units hold units. */
const unit: Decode<TreeUnit> = (node, to, name) =>
  record<TreeUnit>({
    id: optional(matching(/^(r|ou)-[0-9a-z-]+$/, 'the id of a root or unit, such as ou-ab12-cdefghij')),
    name: otherwise(someText, 'root'),
    ...attached,
    accounts: otherwise(listOf(account), []),
    units: otherwise(listOf(unit), []),
  })(node, to, name);

const tree = record<Tree>({
  kind: required(oneOf('organization')),
  id: optional(matching(/^o-[0-9a-z]+$/, 'the id of an organization, such as o-exampleorgid')),
  management: optional(accountNumber),
  policies: otherwise(listOf(policy), []),
  root: required(unit),
});

/** Reads an organization in Bartizan's own words: units within units, each naming its accounts and policies. */
export function readTree(root: Node, to: Decoding, origins: OriginTable): OrganizationOutline | undefined {
  const read = tree(root, to, 'organization');
  if (read === undefined) return undefined;
  const full = fullAccess('scp', origins);
  const policies = readTreePolicies(read, full, to);
  const levelOf = (here: Pick<TreeUnit, 'policies' | 'fullAccess'>): OrganizationLevel => {
    const named = here.policies.flatMap((each) => policies.get(each.name) ?? missing(each, to));
    return {
      serviceControl: [
        ...(here.fullAccess === 'true' ? [full] : []),
        ...named.filter((each) => each.kind === 'scp' && each !== full),
      ],
      resourceControl: named.filter(({ kind }) => kind === 'rcp'),
    };
  };
  const accounts: OrganizationAccount[] = [];
  const walk = (here: TreeUnit, above: readonly OrganizationLevel[], path: string | undefined) => {
    const levels = [...above, levelOf(here)];
    const own = path === undefined || here.id === undefined ? undefined : `${path}${here.id}/`;
    for (const each of here.accounts)
      accounts.push({
        account: each.id,
        levels: [...levels, levelOf(each)],
        ...(own !== undefined && { path: own }),
      });
    for (const inner of here.units) walk(inner, levels, own);
  };
  walk(read.root, [], read.id === undefined ? undefined : `${read.id}/`);
  const { id, management } = read;
  return { ...(id !== undefined && { id }), ...(management !== undefined && { management }), accounts };
}

/** `FullAWSAccess` may be named like the others. One that cannot be read may say anything. */
function readTreePolicies(read: Tree, full: PolicySource, to: Decoding): ReadonlyMap<string, PolicySource> {
  const policies = new Map<string, PolicySource>([[full.name, full]]);
  for (const each of read.policies) {
    if (each === undefined) continue;
    const source = guardrail(each.name, each.type, each.document);
    if (source === undefined) {
      const message = `the document of policy ${each.name} must be a policy document; until then it counts as unknown`;
      to.report(each.document.origin, 'declared-value', message);
    }
    const open = openGuardrail(each.type, `the document of policy ${each.name}`, each.document.origin);
    policies.set(each.name, source ?? open);
  }
  return policies;
}

function missing({ name, node: { origin } }: TreeName, to: Decoding): readonly PolicySource[] {
  const message = `no policy called ${name} is in the list policies, so it counts as unknown; add it, or correct the name`;
  to.report(origin, 'declared-value', message);
  return [openGuardrail('scp', `the policy ${name}`, origin), openGuardrail('rcp', `the policy ${name}`, origin)];
}
