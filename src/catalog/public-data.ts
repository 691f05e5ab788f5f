import { casesOf } from '../model/fact.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Element } from '../model/system.ts';
import { describeText } from '../model/text.ts';
import type { ControlState, Evidence, ThreatMatch } from '../model/threat.ts';
import { dataActions } from './data-actions.ts';
import { dataArn } from './data-arn.ts';
import { usesOf } from './stated-uses.ts';
import { type StrangerAccess, strangerAccess } from './stranger-access.ts';
import { fixOf, keyUnder, placeOfPolicy } from './threat-match.ts';

/**
 * Data that strangers may read or change, and code that they may run, through AWS's API. Open when a policy or ACL lets them in by itself; unknown when
 * that hangs on a condition nobody has settled; mitigated when a policy would, and a gate before it stops them.
 */
export function* publicData(
  element: Element,
  ask: Questions,
  kind: 'read' | 'write' | 'invoke',
): Iterable<ThreatMatch> {
  const resource = element.resource === undefined ? undefined : ask.system.resource(element.resource);
  const actions = resource === undefined ? [] : usesOf(ask, resource)[kind];
  if (resource === undefined || actions.length === 0 || isKey(resource, ask) || !mayBePublic(resource, ask)) return;
  const access = strangerAccess(ask, resource, actions);
  if (access !== undefined && isOverUrl(access)) return;
  if (access?.decision.verdict === 'allow') yield matchOf(resource, access, 'open', ask);
  else if (kind === 'read' && mayList(ask, resource) !== undefined) yield* listed(ask, resource);
  else if (access !== undefined && !decidedByUs(access))
    yield { ...matchOf(resource, access, 'unknown', ask), settledBy: settledBy(access) };
  else yield* gated(resource, ask, actions);
}

/** Who may learn what is in it, where nobody may read it all: the list that `public-read` as an ACL opens. */
function mayList(ask: Questions, resource: Resource): StrangerAccess | undefined {
  const { list } = dataActions(resource.type);
  const access = strangerAccess(ask, resource, list, resource.arn ?? resource.name);
  return access?.decision.verdict === 'allow' ? access : undefined;
}

function* listed(ask: Questions, resource: Resource): Iterable<ThreatMatch> {
  const access = mayList(ask, resource);
  if (access === undefined) return;
  const names = 'names are told, and objects only as far as their own lists allow';
  yield { ...matchOf(resource, access, 'open', ask), adjust: [{ of: 'impact', by: -1, because: names }] };
}

/** A permission that holds for the function's own address only: what the address asks is told of the address. */
function isOverUrl({ decision }: StrangerAccess): boolean {
  return decision.allowedBy.every(({ statement }) =>
    statement.conditions.some(({ key }) => /^lambda:(InvokedViaFunctionUrl|FunctionUrlAuthType)$/i.test(key)),
  );
}

/** What a key is worth is the data under it: `keys/open-key-policy` judges keys. */
function isKey(resource: Resource, { system }: Questions): boolean {
  return casesOf(system.fact(resource.id, 'holds')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.what === 'keys',
  );
}

/** Nobody outside gets in where neither a policy nor an ACL speaks: most resources, told without asking the engine. */
function mayBePublic(resource: Resource, { system }: Questions): boolean {
  const policy = casesOf(system.fact(resource.id, 'resourcePolicy')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.length > 0,
  );
  const acl = casesOf(system.fact(resource.id, 'publicAccessGate')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.publicAcl !== undefined,
  );
  return policy || acl;
}

/** Conditions on the network, the organization or the source let in whom the owner chose: not strangers. */
function decidedByUs({ decision }: StrangerAccess): boolean {
  return decision.conditions.some(
    ({ control }) => control === 'topology' || control === 'environment' || control === 'never',
  );
}

function settledBy({ decision }: StrangerAccess): string {
  const [condition] = decision.conditions;
  return condition === undefined
    ? 'the values that the policy takes from elsewhere'
    : `the condition ${condition.key} ${condition.operator} ${condition.values.map(describeText).join(', ')}`;
}

function matchOf(
  resource: Resource,
  { who, action, decision }: StrangerAccess,
  status: 'open' | 'unknown',
  { system }: Questions,
): ThreatMatch {
  const cited = decision.allowedBy.map(
    ({ policy, statement }): Evidence => ({
      note: `${policy.name} lets ${who} use ${action}`,
      origin: statement.origin,
    }),
  );
  const acl: Evidence = { note: `an ACL lets ${who} use ${action}`, origin: resource.origin };
  const place = placeOfPolicy(decision.allowedBy[0]?.policy, resource, system);
  return {
    key: keyUnder('', decision.guard),
    status,
    guard: decision.guard,
    evidence: [cited[0] ?? acl, ...cited.slice(1)],
    controls: [],
    fix: fixOf(place.resource, {
      control: 'narrow-resource-policy',
      title: 'Name the callers in the policy',
      property: place.property,
      value: 'the principals that need it instead of *',
    }),
  };
}

/** A public statement behind Block Public Access: nobody gets in as long as the gate stands. */
function* gated(resource: Resource, ask: Questions, actions: readonly string[]): Iterable<ThreatMatch> {
  for (const action of actions) {
    const request = {
      caller: { kind: 'anonymous' },
      action,
      resource: dataArn(resource),
      on: resource.id,
    } as const;
    const block = ask.access.decide(request).blockedBy.find(({ kind }) => kind === 'public-access-block');
    if (block === undefined) continue;
    const evidence: Evidence = { note: block.because, origin: block.statement?.statement.origin ?? resource.origin };
    const place = placeOfPolicy(block.statement?.policy, resource, ask.system);
    const control: ControlState = { control: 'block-public-access', state: 'in-force', evidence };
    yield {
      key: '',
      status: 'mitigated',
      evidence: [evidence],
      controls: [control],
      fix: fixOf(place.resource, {
        control: 'narrow-resource-policy',
        title: 'Remove the public statement',
        property: place.property,
        value: 'no wildcard principal',
      }),
    };
    return;
  }
}
