import { attackFactKey, type MoveInstance, type PolicyChange } from '../../model/attack.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { accountKey, isAdministrator } from './administrators.ts';
import { askedTogether } from './asked-together.ts';
import type { Attachable } from './attachable-policies.ts';
import { type ChangedGain, expectChange, gainsFreedom, gainsOf } from './changed-gains.ts';
import { type GuardrailTool, guardrailTools } from './guardrail-tools.ts';
import { instance } from './instance.ts';
import { leaveOut } from './left-out.ts';
import { type Allowed, allowed, arnOf, isSure } from './permission.ts';
import { permissions } from './permissions.ts';
import { changeKey, together } from './policy-change.ts';
import { type Effect, type PolicyTool, policyTools, type ToolKind } from './policy-tools.ts';
import { remembered } from './remembered.ts';

/** One change of policies that somebody may make, with the permission for it. */
interface Applied {
  readonly kind: ToolKind;
  readonly change: PolicyChange;
  readonly items: readonly [Allowed, ...Allowed[]];
  readonly provided?: string;
}

/** All that one principal may change about the policies of another, or of its own. */
interface Pair {
  readonly by: Resource;
  readonly of: Resource;
  readonly applied: readonly Applied[];
}

/** What is gained over a change of policies, by the kind of change that it takes. */
interface Rewritten {
  readonly kind: ToolKind;
  readonly isOwn: boolean;
  readonly instances: readonly MoveInstance[];
}

/** Every gain that somebody has from changing policies, whichever calls it takes. */
const rewritten = remembered((ask): readonly Rewritten[] => {
  const pairs = pairsOf(ask);
  const freed = freedBy(ask);
  for (const { of, applied } of pairs)
    for (const change of [...applied.map((one) => one.change), together(applied.map((one) => one.change))])
      expectChange(ask, of, change);
  for (const of of new Set(freed.flatMap((one) => one.principals))) expectChange(ask, of, unguarded);
  return [...pairs, ...guardrailPairs(ask, freed)].flatMap((pair) => gainsOfPair(ask, pair));
});

/** Those of one kind; of what several kinds of calls together take, the most particular kind counts. */
export function rewrittenBy(ask: Questions, kind: ToolKind): readonly Rewritten[] {
  return rewritten(ask).filter((one) => one.kind === kind);
}

/** Administrators gain nothing, and neither does anybody from holding one more of them. */
function pairsOf(ask: Questions): readonly Pair[] {
  const found = new Map<string, Pair & { readonly applied: Applied[] }>();
  for (const tool of policyTools)
    for (const { by, of, ...applied } of uses(ask, tool)) {
      const key = `${by.id} ${of.id}`;
      const pair = found.get(key) ?? { by, of, applied: [] };
      pair.applied.push(applied);
      found.set(key, pair);
    }
  return [...found.values()];
}

/** Everybody who may use the tool on something, with everybody whose policies that changes. */
function* uses(ask: Questions, tool: PolicyTool): Generator<Applied & Pick<Pair, 'by' | 'of'>> {
  const { action, kind } = tool;
  const settled = new Set<string>();
  for (const { context, targets, policy } of askedTogether(ask, tool))
    for (const { principal: by, target, item } of permissions(ask, { action, targets, context })) {
      const besides = alsoAllowed(ask, by, { tool, target, ...(policy !== undefined && { policy }) });
      const pair = `${by.id} ${target.id}`;
      if (besides === undefined || settled.has(pair)) continue;
      const items = [item, ...besides] as const;
      if (policy?.change.attached === undefined && items.every(isSure)) settled.add(pair);
      for (const { principal: of, change, provided } of effectsOn(ask, { tool, target, by })) {
        const made = policy === undefined ? change : attaching(change, policy);
        yield { by, of, kind, change: made, items, ...(provided !== undefined && { provided }) };
      }
    }
}

/** What the call changes for whom: administrators gain nothing, and crowds are not put into groups by others. */
function effectsOn(
  ask: Questions,
  { tool, target, by }: { readonly tool: PolicyTool; readonly target: Resource; readonly by: Resource },
): readonly Effect[] {
  return tool
    .effects(ask, target)
    .filter(
      ({ principal: of }) => !isAdministrator(ask, of) && (tool.kind !== 'join' || by.id === of.id || !isCrowd(ask)),
    );
}

const unguarded: PolicyChange = { unguarded: true };

/** Whoever may take guardrails away, with everybody whom they limit; who frees his own account, with everybody there. */
function freedBy(
  ask: Questions,
): readonly { readonly tool: GuardrailTool; readonly principals: readonly Resource[] }[] {
  const limited = ask.access.principals().filter((of) => !isAdministrator(ask, of) && gainsFreedom(ask, of));
  const byAccount = new Map<string, Resource[]>();
  for (const of of limited) {
    const there = byAccount.get(accountKey(ask, of));
    if (there === undefined) byAccount.set(accountKey(ask, of), [of]);
    else there.push(of);
  }
  return guardrailTools(ask).map((tool) => ({
    tool,
    principals: tool.own ? (byAccount.get(accountKey(ask, tool.principal)) ?? []) : limited,
  }));
}

/** What somebody gains without guardrails is the same whoever takes them away: only those who gain are told in pairs. */
function guardrailPairs(ask: Questions, freed: ReturnType<typeof freedBy>): readonly Pair[] {
  return freed.flatMap(({ tool: { principal: by, item, provided, own }, principals }) =>
    principals
      .filter((of) => (own || of.id !== by.id) && gainsOf(ask, of, unguarded).length > 0)
      .map((of) => ({ by, of, applied: [{ kind: 'loosen', change: unguarded, items: [item], provided }] })),
  );
}

/** The permissions for what the call takes besides; undefined without one of them. */
function alsoAllowed(
  ask: Questions,
  by: Resource,
  { tool, target, policy }: { readonly tool: PolicyTool; readonly target: Resource; readonly policy?: Attachable },
): readonly Allowed[] | undefined {
  const items = (tool.besides ?? []).map((action) => allowed(ask, by, { action, on: target, resource: arnOf(target) }));
  const written = policy === undefined ? [] : policy.rightOf(by);
  return written !== undefined && items.every((one) => one !== undefined) ? [...items, ...written] : undefined;
}

/** What the call changes where this policy is attached instead of one that gives everything. */
function attaching({ granted: _, ...others }: PolicyChange, { change }: Attachable): PolicyChange {
  return { ...others, ...change };
}

const mostJoined = 400;

/** Users in more groups than these are not put into each of them by everybody who may: a pair of each with each. */
function isCrowd(ask: Questions): boolean {
  const isMany = ask.system.ofType('AWS::IAM::User').length * ask.system.ofType('AWS::IAM::Group').length > mostJoined;
  if (isMany) leaveOut(ask, 'other users whom somebody may put into groups, in a system of many users and groups');
  return isMany;
}

/** Changes of somebody that give something together, by their places in a list. */
interface Found {
  readonly places: readonly number[];
  readonly gain: ChangedGain;
}

const foundBefore = remembered(() => new Map<string, readonly Found[]>());

/** The same for all who may make the same changes: what counts is whose policies they are. */
function gainsOfPair(ask: Questions, pair: Pair): readonly Rewritten[] {
  const { of, applied } = pair;
  const words = applied.map(
    (one) => `${one.kind} ${one.items[0].action} ${changeKey(one.change)} ${areSure([one])} ${one.provided ?? ''}`,
  );
  const key = `${of.id} ${words.join(' | ')}`;
  const found = foundBefore(ask).get(key) ?? gainsFound(ask, pair);
  foundBefore(ask).set(key, found);
  return found.map(({ places, gain }) =>
    rewriting(
      pair,
      places.flatMap((at) => applied[at] ?? []),
      gain,
    ),
  );
}

/** What each change gives by itself, and what only several give together. */
function gainsFound(ask: Questions, pair: Pair): readonly Found[] {
  const single = new Map<string, Applied>();
  for (const applied of pair.applied) {
    const key = `${applied.kind} ${applied.items[0].action.replace(/(Put|Attach)/, '')} ${changeKey(applied.change)}`;
    const before = single.get(key);
    if (before === undefined || (!areSure([before]) && areSure([applied]))) single.set(key, applied);
  }
  const alone = [...single.values()].map((applied) => ({ set: [applied], gains: gainsBy(ask, pair.of, [applied]) }));
  const had = new Set(
    alone.flatMap(({ set, gains }) => (areSure(set) ? gains.filter(isCertain).map((gain) => keyOf(gain)) : [])),
  );
  const whole = [...single.values()]
    .filter(({ kind }) => kind !== 'restore')
    .sort((left, right) => Number(areSure([left])) - Number(areSure([right])));
  const joint = whole.length < 2 ? [] : gainsBy(ask, pair.of, whole).filter((gain) => !had.has(keyOf(gain)));
  const placesOf = (set: readonly Applied[]) => set.map((one) => pair.applied.indexOf(one));
  return [
    ...alone.flatMap(({ set, gains }) => gains.map((gain) => ({ places: placesOf(set), gain }))),
    ...joint.flatMap((gain) => {
      const set = needed(ask, pair.of, { whole, gain });
      const same = set.length < 2 ? undefined : gainsBy(ask, pair.of, set).find((one) => keyOf(one) === keyOf(gain));
      return same === undefined ? [] : [{ places: placesOf(set), gain: same }];
    }),
  ];
}

function areSure(set: readonly Applied[]): boolean {
  return set.every(({ items, provided }) => items.every(isSure) && provided === undefined);
}

function keyOf({ gives }: ChangedGain): string {
  return attackFactKey(gives);
}

function isCertain({ proof, provided }: ChangedGain): boolean {
  return provided === undefined && proof.every((item) => 'decision' in item && isSure(item));
}

function gainsBy(ask: Questions, principal: Resource, set: readonly Applied[]): readonly ChangedGain[] {
  return gainsOf(ask, principal, together(set.map(({ change }) => change)));
}

/** Leaves out, one by one, the changes without which the gain is still there and as sure: the doubtful ones come first. */
function needed(
  ask: Questions,
  principal: Resource,
  { whole, gain }: { readonly whole: readonly Applied[]; readonly gain: ChangedGain },
): readonly Applied[] {
  let set = whole;
  for (const applied of whole) {
    const fewer = set.filter((one) => one !== applied);
    const isSame = (one: ChangedGain) => keyOf(one) === keyOf(gain) && (isCertain(one) || !isCertain(gain));
    if (fewer.length > 0 && gainsBy(ask, principal, fewer).some(isSame)) set = fewer;
  }
  return set;
}

const particular: readonly ToolKind[] = ['loosen', 'join', 'restore', 'rewrite'];

function rewriting({ by, of }: Pair, set: readonly Applied[], gain: ChangedGain): Rewritten {
  const provided = [...set.map((applied) => applied.provided), gain.provided].filter((one) => one !== undefined);
  return {
    kind: particular.find((kind) => set.some((applied) => applied.kind === kind)) ?? 'rewrite',
    isOwn: by.id === of.id,
    instances: instance({
      needs: [...new Set([by.id, of.id])].map((principal) => ({ kind: 'acts-as', principal })),
      gives: gain.gives,
      proof: [...set.flatMap(({ items }) => items), ...gain.proof],
      guard: gain.guard,
      ...(provided.length > 0 && { provided: provided.join('; ') }),
    }),
  };
}
