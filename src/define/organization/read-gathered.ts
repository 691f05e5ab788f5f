import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { PolicySource } from '../../model/policy.ts';
import { fieldOf, mappingsField, textField } from '../account/node-value.ts';
import type { MappingNode, Node } from '../cloudformation/node.ts';
import { spanOf } from '../span-of.ts';
import { fullAccess, type GuardrailKind, guardrail, openGuardrail } from './guardrail.ts';
import type { OrganizationAccount, OrganizationLevel, OrganizationOutline } from './outline.ts';

/** Where the outputs stand, and what was missed on the way. */
interface Gathering {
  readonly root: MappingNode;
  readonly origins: OriginTable;
  /** By what is missing: the targets that miss it. */
  readonly gaps: Map<string, string[]>;
  readonly policies: Map<string, PolicySource>;
  readonly full: Readonly<Record<GuardrailKind, PolicySource>>;
  readonly inUse: ReadonlySet<GuardrailKind>;
}

const kinds: Readonly<Record<string, GuardrailKind>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

/**
 * Reads outputs of `aws organizations` put together in one object: by command, then by the id that the command was asked
 * about; where it was asked several times, a list of outputs. What is missing counts as unknown and is told.
 * https://docs.aws.amazon.com/cli/latest/reference/organizations/
 */
export function readGathered(
  root: MappingNode,
  file: string,
  origins: OriginTable,
): { readonly outline: OrganizationOutline; readonly diagnostics: readonly Diagnostic[] } {
  const full = { scp: fullAccess('scp', origins), rcp: fullAccess('rcp', origins) };
  const gathering: Gathering = { root, origins, gaps: new Map(), policies: new Map(), full, inUse: kindsInUse(root) };
  const organization = outputsOf(root, 'describe-organization').flatMap(
    (output) => mappingField(output, 'Organization') ?? [],
  )[0];
  const id = organization === undefined ? undefined : textField(organization, 'Id');
  const management =
    organization === undefined
      ? undefined
      : (textField(organization, 'MasterAccountId') ?? textField(organization, 'ManagementAccountId'));
  if (organization === undefined) miss(gathering, 'describe-organization', 'the organization');
  const accounts = accountsBelow(gathering, id);
  return {
    outline: { ...(id !== undefined && { id }), ...(management !== undefined && { management }), accounts },
    diagnostics: [...gathering.gaps].map(([command, targets]) => ({
      level: 'warning',
      code: 'organization-incomplete',
      message: `the output of ${command} is not given for ${nameSome(targets)}; what it would say counts as unknown, add it`,
      source: spanOf(root.origin, origins, file),
    })),
  };
}

interface Place {
  readonly id: string;
  readonly above: readonly OrganizationLevel[];
  readonly path: string;
}

/** Walks from the roots; a unit that is its own ancestor in broken input is entered once. */
function accountsBelow(gathering: Gathering, organization: string | undefined): readonly OrganizationAccount[] {
  const accounts: OrganizationAccount[] = [];
  const open: Place[] = ids(outputsOf(gathering.root, 'list-roots'), 'Roots').map((id) => ({
    id,
    above: [],
    path: '',
  }));
  if (open.length === 0) miss(gathering, 'list-roots', 'the organization');
  const seen = new Set(open.map(({ id }) => id));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { id } = place;
    const levels = [...place.above, levelOf(gathering, id)];
    const path = `${place.path}${id}/`;
    for (const account of ids(asked(gathering, 'list-accounts-for-parent', id), 'Accounts')) {
      const below = [...levels, levelOf(gathering, account)];
      accounts.push({
        account,
        levels: below,
        ...(organization !== undefined && { path: `${organization}/${path}` }),
      });
    }
    for (const unit of ids(asked(gathering, 'list-organizational-units-for-parent', id), 'OrganizationalUnits')) {
      if (seen.has(unit)) continue;
      seen.add(unit);
      open.push({ id: unit, above: levels, path });
    }
  }
  return accounts.sort((a, b) => (a.account < b.account ? -1 : 1));
}

/** "To use SCPs, you must first enable the policy type in the root"; when that is not told, the policies in use tell. */
function kindsInUse(root: MappingNode): ReadonlySet<GuardrailKind> {
  const roots = outputsOf(root, 'list-roots').flatMap((output) => mappingsField(output, 'Roots'));
  const told = roots.filter((each) => fieldOf(each, 'PolicyTypes') !== undefined);
  const types =
    told.length > 0
      ? told
          .flatMap((each) => mappingsField(each, 'PolicyTypes'))
          .filter((type) => textField(type, 'Status') === 'ENABLED')
      : [...(mappingField(root, 'list-policies-for-target')?.entries.values() ?? [])]
          .flatMap(({ value }) => asOutputs(value))
          .flatMap((output) => mappingsField(output, 'Policies'));
  return new Set(types.flatMap((type) => kinds[textField(type, 'Type') ?? ''] ?? []));
}

function levelOf(gathering: Gathering, target: string): OrganizationLevel {
  const { inUse, root } = gathering;
  if (inUse.size === 0) return { serviceControl: undefined, resourceControl: undefined };
  const listed = asked(gathering, 'list-policies-for-target', target).flatMap((output) =>
    mappingsField(output, 'Policies'),
  );
  const ofKind = (kind: GuardrailKind): readonly PolicySource[] | undefined => {
    if (!inUse.has(kind)) return undefined;
    const own = listed.filter((policy) => kinds[textField(policy, 'Type') ?? ''] === kind);
    // Something is attached everywhere while the kind is in use, so an empty list was asked for the other kind.
    if (own.length > 0) return own.map((policy) => policyOf(gathering, policy, kind));
    const type = kind === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY';
    if (listed.length > 0) miss(gathering, `list-policies-for-target --filter ${type}`, target);
    return [openGuardrail(kind, `the policies of ${target}`, root.origin)];
  };
  return { serviceControl: ofKind('scp'), resourceControl: ofKind('rcp') };
}

function policyOf(gathering: Gathering, summary: MappingNode, kind: GuardrailKind): PolicySource {
  const id = textField(summary, 'Id') ?? '';
  if (id === 'p-FullAWSAccess' || id === 'p-RCPFullAWSAccess') return gathering.full[kind];
  const known = gathering.policies.get(id);
  if (known !== undefined) return known;
  const [described] = asked(gathering, 'describe-policy', id).flatMap((output) => mappingField(output, 'Policy') ?? []);
  const content = described === undefined ? undefined : fieldOf(described, 'Content');
  const name = textField(summary, 'Name') ?? id;
  const source = content === undefined ? undefined : guardrail(name, kind, content);
  if (source === undefined && described !== undefined) miss(gathering, 'describe-policy (as JSON)', id);
  const policy = source ?? openGuardrail(kind, `the content of policy ${id}`, summary.origin);
  gathering.policies.set(id, policy);
  return policy;
}

/** The outputs of a command for one id; a command that was never asked about it is a gap. */
function asked(gathering: Gathering, command: string, id: string): readonly MappingNode[] {
  const byId = mappingField(gathering.root, command);
  const value = byId === undefined ? undefined : fieldOf(byId, id);
  if (value === undefined) miss(gathering, command, id);
  return value === undefined ? [] : asOutputs(value);
}

function miss({ gaps }: Gathering, command: string, target: string): void {
  const targets = gaps.get(command);
  if (targets === undefined) gaps.set(command, [target]);
  else targets.push(target);
}

/** The outputs of a command that is asked once. */
function outputsOf(root: MappingNode, command: string): readonly MappingNode[] {
  const value = fieldOf(root, command);
  return value === undefined ? [] : asOutputs(value);
}

/** One output, or a list of pages or of outputs with different filters. */
function asOutputs(value: Node): readonly MappingNode[] {
  if (value.kind === 'sequence') return value.items.filter((item) => item.kind === 'mapping');
  return value.kind === 'mapping' ? [value] : [];
}

function mappingField(node: MappingNode, key: string): MappingNode | undefined {
  const value = fieldOf(node, key);
  return value?.kind === 'mapping' ? value : undefined;
}

function ids(outputs: readonly MappingNode[], list: string): readonly string[] {
  return outputs.flatMap((output) => mappingsField(output, list)).flatMap((each) => textField(each, 'Id') ?? []);
}

function nameSome(targets: readonly string[]): string {
  const named = targets.slice(0, 3).join(', ');
  return targets.length > 3 ? `${named} and ${targets.length - 3} more` : named;
}
