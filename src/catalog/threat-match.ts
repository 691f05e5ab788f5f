import type { AnswerOf, AnyDimension } from '../model/dimension.ts';
import { type Case, casesOf, type Fact, type Known } from '../model/fact.ts';
import { always, and, describeGuard, type Guard, isAlways, isPossible, or } from '../model/guard.ts';
import type { Origin } from '../model/origin.ts';
import type { PolicySource } from '../model/policy.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Element } from '../model/system.ts';
import type { ControlState, Evidence, Fix, ThreatMatch } from '../model/threat.ts';
import { changeFor } from './data/changes.ts';
import { narrowedTo } from './narrowed-fact.ts';

/** How a fact decides about a threat: what makes it open, and which control closes it. */
export interface Judgement<T> {
  readonly fact: Fact<T>;
  /** The resource that the fact is about: its place stands in when the fact has none of its own. */
  readonly resource: Resource;
  /** What is wrong with the answer, in words; undefined when nothing is. */
  readonly bad: (value: T) => string | undefined;
  /** What closes the threat, when something that somebody could remove does; undefined when the threat does not arise. */
  readonly closedBy?: (value: T, fact: Known<T>) => ControlNote | undefined;
  readonly fix: Fix;
  /** The semantic item that the threat is about, when an element may have several. */
  readonly key?: string;
  readonly adjust?: ThreatMatch['adjust'];
  /** Under which conditions the fact is asked at all: that of the list that it stands in. */
  readonly guard?: Guard;
  /** Its place when the fact has none of its own; else the resource's. */
  readonly origin?: Origin;
  /** Said for an answer that is not known; false when not knowing is no cause to ask. */
  readonly whenUnknown?: string | false;
}

export interface ControlNote {
  readonly control: string;
  readonly note: string;
}

/**
 * One match for each case of the fact: open where the answer is bad, mitigated where a control closes it, unknown where
 * nobody can tell yet. Cases that are told in the same words are one match under any of their conditions.
 */
export function* judge<T>(judgement: Judgement<T>): Iterable<ThreatMatch> {
  const cases = casesOf(judgement.fact);
  const alike = new Map<string, { readonly one: Case<T>; readonly guards: Guard[] }>();
  for (const one of cases) {
    const outcome = outcomeOf(judgement, one);
    if (outcome === undefined) continue;
    const before = alike.get(outcome);
    if (before === undefined) alike.set(outcome, { one, guards: [one.guard] });
    else before.guards.push(one.guard);
  }
  for (const { one, guards } of alike.values()) {
    // What holds in every case holds whatever the conditions are.
    const guard = and(judgement.guard ?? always, guards.length === cases.length ? always : or(...guards));
    const match = isPossible(guard) ? matchIn(judgement, { ...one, guard }) : undefined;
    if (match !== undefined) yield match;
  }
}

/** Equal for cases that are told in the same words; undefined for those of which nothing is told. */
function outcomeOf<T>(judgement: Judgement<T>, one: Case<T>): string | undefined {
  const match = matchIn(judgement, one);
  return match === undefined ? undefined : `${match.status} ${match.evidence[0].note} ${match.settledBy ?? ''}`;
}

function matchIn<T>(judgement: Judgement<T>, one: Case<T>): ThreatMatch | undefined {
  return one.fact.kind === 'unknown' ? unclear(judgement, one) : decide(judgement, one.fact, one);
}

function decide<T>(judgement: Judgement<T>, whole: Known<T>, { guard }: Case<T>): ThreatMatch | undefined {
  const { fix, resource } = judgement;
  // What is to be changed is what it hangs on: other properties that went into the answer are no evidence.
  const fact = fix.resource === resource.address ? narrowedTo(whole, resource, fix.property) : whole;
  const wrong = judgement.bad(fact.value);
  const evidence = (note: string): Evidence => ({
    note: withBasis(note, fact),
    origin: fact.origins[0] ?? judgement.origin ?? judgement.resource.origin,
  });
  if (wrong !== undefined)
    return { ...common(judgement, guard), status: 'open', evidence: [evidence(wrong)], controls: [] };
  const closed = judgement.closedBy?.(fact.value, fact);
  if (closed === undefined) return undefined;
  // A control is there because somebody chose it: only a parameter's default is worth telling.
  const told: Evidence = { ...evidence(''), note: withBasis(closed.note, { ...fact, basis: 'explicit' }) };
  const state: ControlState = { control: closed.control, state: 'in-force', evidence: told };
  return { ...common(judgement, guard), status: 'mitigated', evidence: [told], controls: [state] };
}

function unclear<T>(judgement: Judgement<T>, { guard, fact }: Case<T>): ThreatMatch | undefined {
  if (judgement.whenUnknown === false || fact.kind !== 'unknown') return undefined;
  const note = judgement.whenUnknown === undefined ? fact.reason : `${judgement.whenUnknown}: ${fact.reason}`;
  const evidence: Evidence = {
    note,
    origin: fact.origins[0] ?? judgement.origin ?? judgement.resource.origin,
  };
  return {
    ...common(judgement, guard),
    status: 'unknown',
    evidence: [evidence],
    controls: [],
    settledBy: fact.settledBy,
  };
}

function common<T>(
  { key, fix, adjust }: Judgement<T>,
  guard: Case<T>['guard'],
): Pick<ThreatMatch, 'key' | 'fix' | 'guard' | 'adjust'> {
  return { key: keyUnder(key ?? '', guard), fix, guard, ...(adjust !== undefined && { adjust }) };
}

/** Answers that rest on a default say so, and on which parameter when it was one. */
function withBasis<T>(note: string, { basis, assumes }: Known<T>): string {
  if (assumes.length > 0) return `${note} ${byParameters(assumes)}`;
  return basis === 'default' ? `${note} (AWS's default)` : note;
}

/** `(by the default of parameter Stage)`, for parameters as facts name them. */
export function byParameters(assumes: readonly string[]): string {
  const names = [...new Set(assumes.map((name) => name.slice(name.lastIndexOf('/') + 1)))];
  return `(by the default of parameter ${names.join(', ')})`;
}

/** The semantic item and the condition under which it is meant: equal items under other conditions are told apart. */
export function keyUnder(key: string, guard: Guard): string {
  const condition = isAlways(guard) ? '' : `if ${describeGuard(guard)}`;
  return [key, condition].filter((part) => part !== '').join(' ');
}

/** The resource that an element mainly stands for; undefined for what is outside. */
export function subjectOf(element: Element, system: Pick<System, 'resource'>): Resource | undefined {
  return element.resource === undefined ? undefined : system.resource(element.resource);
}

/** The change at one property of a resource. */
export function fixOf(
  resource: Resource,
  change: Pick<Fix, 'control' | 'title' | 'property' | 'value'> & {
    /** Name of the change where the control alone does not tell the place; see `data/changes.ts`. */
    readonly at?: string;
  },
): Fix {
  const { at, ...fix } = change;
  return {
    resource: resource.address,
    type: resource.type,
    ...fix,
    ...changeFor(at ?? fix.control, resource.type),
  };
}

/** The resource of an element that stands at a place: a method or listener that an answer of the whole came from. */
export function partAt(element: Element, origin: Origin, system: Pick<System, 'resource'>): Resource | undefined {
  return element.resources.map((id) => system.resource(id)).find((part) => part?.origin === origin);
}

/** The part of an element, a stage for example, that answers for the whole; undefined when the whole answers itself. */
export function partThatSays<D extends AnyDimension>(
  element: Element,
  system: Pick<System, 'resource' | 'fact'>,
  dimension: D,
  says: (answer: AnswerOf<D>) => boolean = () => true,
): Resource | undefined {
  const part = element.resources
    .filter((id) => id !== element.resource)
    .find((id) => casesOf(system.fact(id, dimension)).some(({ fact }) => fact.kind === 'known' && says(fact.value)));
  return part === undefined ? undefined : system.resource(part);
}

/** Where a policy is written: the resource that states it, else the one that it guards. */
export function placeOfPolicy(
  policy: PolicySource | undefined,
  guarded: Resource,
  system: Pick<System, 'resource'>,
): { readonly resource: Resource; readonly property: string } {
  const stated = policy?.statedBy === undefined ? undefined : system.resource(policy.statedBy);
  const own = stated === undefined || stated.id === guarded.id;
  return own ? { resource: guarded, property: 'Policy' } : { resource: stated, property: 'PolicyDocument.Statement' };
}
