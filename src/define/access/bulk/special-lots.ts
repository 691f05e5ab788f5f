import type { ActionName } from '../compile/action-matcher.ts';
import { matches } from '../compile/pattern.ts';
import { type PolicyCode, type StatementCode, speaksOf } from '../compile/policy-code.ts';
import { MAYBE, NO, opposite, type Tri, YES } from '../compile/three-valued.ts';
import { type Speech, speechOf } from './forms.ts';
import type { Lot } from './lots.ts';
import { EMPTY } from './numbers.ts';
import type { Sides } from './sides.ts';
import type { Universe } from './universe.ts';
import type { World } from './world.ts';

/** A statement of a resource's own policy, or of a resource control policy over it, that speaks of the action. */
export interface Entry {
  readonly speech: Speech;
  /** Equal for what says the same of its own resource. */
  readonly aside: number;
  /** Equal for statements that list the same principals. */
  readonly principals: number;
  /** Equal for resources between which the statement does not tell. */
  readonly tags: number;
}

/** A resource about which something is said of an action. */
export interface Special {
  readonly lot: Lot;
  /** Equal for those between which these statements do not tell. */
  readonly number: number;
  /** The same for everybody whom none of them lists; undefined where none of them means anybody else. */
  readonly common: Common | undefined;
  /** It is like no other. */
  readonly isSingle: boolean;
  readonly entries: readonly Entry[];
}

/** Statements that do not only list single principals. */
export interface Common {
  readonly number: number;
  readonly entries: readonly Entry[];
}

export interface Specialist {
  readonly world: World;
  readonly universe: Universe;
  readonly sides: Sides;
}

/** What its own policies, and those over it, say of a resource; undefined when that is nothing. */
export function specialOf(specialist: Specialist, lot: Lot, action: ActionName): Special | undefined {
  const { sequences, forms } = specialist.world;
  const { entries, isDoubtful } = entriesOf(specialist, lot, action);
  if (entries.length === 0 && !lot.isUnread) return undefined;
  if (lot.isUnread || isDoubtful || lot.isGated) {
    const name = forms.intern(`single ${specialist.universe.number} ${lot.at}`);
    let number = sequences.add(sequences.add(EMPTY, SINGLE), name);
    for (const { speech } of entries) number = sequences.add(number, forms.numberOf(speech));
    return { lot, number, common: { number, entries }, isSingle: true, entries };
  }
  const number = numberOf(specialist.world, lot, entries);
  const many = specialist.world.people.areLocated ? entries.filter(meansOthers) : entries;
  if (many.length === 0) return { lot, number, common: undefined, isSingle: false, entries };
  const common = {
    number: many.length < entries.length ? numberOf(specialist.world, lot, many) : number,
    entries: many,
  };
  return { lot, number, common, isSingle: false, entries };
}

function numberOf({ sequences }: World, { ground }: Lot, entries: readonly Entry[]): number {
  let number = sequences.add(EMPTY, ground.number);
  for (const { aside, principals, tags } of entries)
    number = sequences.add(number, sequences.add(sequences.add(sequences.add(EMPTY, aside), principals), tags));
  return number;
}

/** Roles, users and sessions by ARN, of which nobody else is meant. */
const onlyOne = /^arn:[a-z-]+:(iam|sts)::\d{12}:(role|user|assumed-role|federated-user)\//;

/** Does a statement mean anybody whom it does not list one by one? */
function meansOthers({ speech: { code } }: Entry): boolean {
  const { principals, notPrincipals } = code;
  if (principals === undefined || notPrincipals !== undefined || principals.everybody) return true;
  return principals.aws.some(({ literal }) => literal === undefined || !onlyOne.test(literal));
}

/** No ground has this number. */
const SINGLE = 2 ** 26 - 1;

/** What is said of a resource; doubtful when a statement speaks of it only perhaps. */
function entriesOf(
  { world: { single, forms }, universe, sides }: Specialist,
  { at, ground, policies }: Lot,
  action: ActionName,
): { readonly entries: readonly Entry[]; readonly isDoubtful: boolean } {
  const denying: Entry[] = [];
  const allowing: Entry[] = [];
  let isDoubtful = false;
  const hear = (policy: PolicyCode) => {
    for (const code of policy.document.all) {
      if (!meansPeople(code) || !speaksOf(code, action)) continue;
      const match = selfMatch(code, universe, at);
      if (match === MAYBE) isDoubtful = true;
      if (match === NO) continue;
      const speech = speechOf(code, policy, action, forms);
      const tags = speech.form.resourceKeys.length === 0 ? EMPTY : sides.resourceKey(speech.form, at);
      const entry = { speech, aside: forms.asideOf(speech), principals: forms.principalsOf(code), tags };
      (code.effect === 'Deny' ? denying : allowing).push(entry);
    }
  };
  for (const policy of single.controls(ground.owner, action)) hear(policy);
  for (const policy of policies) hear(policy);
  return { entries: [...denying, ...allowing], isDoubtful };
}

/** A statement that lists services or identity providers alone means no role and no user. */
function meansPeople({ principals, notPrincipals }: StatementCode): boolean {
  return principals === undefined || notPrincipals !== undefined || principals.everybody || principals.aws.length > 0;
}

/** Does a policy speak of the resource that has it? */
function selfMatch({ resources, notResources }: StatementCode, universe: Universe, at: number): Tri {
  const patterns = resources ?? notResources;
  const arn = universe.arns[at];
  if (patterns === undefined || arn === undefined) return YES;
  let any: Tri = NO;
  for (const { pattern, template } of patterns) {
    const match = template === undefined ? matches(pattern, arn) : MAYBE;
    if (match === MAYBE) return MAYBE;
    if (match === YES) any = YES;
  }
  return resources === undefined ? opposite(any) : any;
}
