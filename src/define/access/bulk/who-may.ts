import { reservedAs } from '../../../catalog/data/reserved-identities.ts';
import type { AccessRequest, Cell, Decision, Everybody } from '../../../model/access.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Text } from '../../../model/text.ts';
import { type ActionName, actionName } from '../compile/action-matcher.ts';
import type { DocumentCode } from '../compile/policy-code.ts';
import type { Meaning } from '../compile/principal-matcher.ts';
import type { KeyScope } from '../decide/key-rule.ts';
import { groundRulesOf } from '../decide/target.ts';
import { type ActionIndex, createActionIndex } from './action-index.ts';
import { type AskedKeys, createAskedKeys, type Indexed } from './asked-keys.ts';
import { type Class, type Classes, classesOf } from './classes.ts';
import { createEffects } from './effects.ts';
import { createForms } from './forms.ts';
import { createEstate, type Estate, type Grouping } from './grouping.ts';
import { createSequences, remember } from './numbers.ts';
import type { People } from './people.ts';
import { createResults, type Results } from './results.ts';
import { createMemory, type Memory } from './said.ts';
import { createSides, type Sides } from './sides.ts';
import { type Spread, type Spreading, spreadOf, withChanges } from './spread.ts';
import { createUniverse, type Universe } from './universe.ts';
import { type Outcome, requestBy, type SingleRequests, type World } from './world.ts';

/** Answers who may do something to which of many resources, for all principals at once. */
export interface Bulk {
  whoMay(question: Everybody): readonly Cell[];
  /** The condition keys, in lower case, that policies of principals and of the organization ask for about the action. */
  keysAsked(action: ActionName): ReadonlySet<string>;
}

export function createBulk(single: SingleRequests, people: () => People, scopeOf: (name: string) => KeyScope): Bulk {
  const worlds = new Map<string, Worldly>();
  const universes = createUniverses();
  let made: Everyone | undefined;
  const known = (): Everyone => {
    made ??= everyoneOf(single, people());
    return made;
  };
  return {
    keysAsked: (action) => known().asked.ofPrincipals(action),
    whoMay(question) {
      const everyone = known();
      const universe = universes(question.on, question.arn ?? ownArn);
      const action = actionName(question.action);
      const context = everyone.asked.within(question.context, universe, action);
      const isOpened = question.opened === true;
      const key = `${isOpened} ${context === undefined ? '' : JSON.stringify([...context])}`;
      const worldly = remember(worlds, key, () => worldlyOf({ single, everyone, context, isOpened, scopeOf }));
      return answer(worldly, universe, action);
    },
  };
}

/** All principals, with what speaks for them and what limits them, whatever a question says of condition keys. */
interface Everyone {
  readonly people: People;
  readonly index: ActionIndex;
  readonly limits: ActionIndex;
  readonly asked: AskedKeys;
}

function everyoneOf(single: SingleRequests, people: People): Everyone {
  const own = indexed(people.attachments.documents);
  const limits = indexed(limitsOn(single, people));
  return { people, index: own.index, limits: limits.index, asked: createAskedKeys(single, [own, limits]) };
}

function indexed(documents: readonly DocumentCode[]): Indexed {
  return { documents, index: createActionIndex(documents) };
}

function ownArn({ arn, name }: Resource): Text {
  return arn ?? name;
}

/** One universe for each list of resources and each way of naming them, however often they are asked about. */
function createUniverses(): (on: readonly Resource[], arnOf: (resource: Resource) => Text) => Universe {
  const known = new WeakMap<readonly Resource[], Map<(resource: Resource) => Text, Universe>>();
  let count = 0;
  return (on, arnOf) => {
    const ofList = known.get(on) ?? new Map<(resource: Resource) => Text, Universe>();
    known.set(on, ofList);
    return remember(ofList, arnOf, () => {
      count += 1;
      return createUniverse(count, on, arnOf);
    });
  };
}

/** What is known under one context, over all questions. */
interface Worldly {
  readonly world: World;
  /** What principals have, and what the organization lays on them. */
  readonly index: ActionIndex;
  readonly limits: ActionIndex;
  readonly places: Map<string, Place>;
  readonly known: Map<number, number>;
  readonly outcomes: Map<number, Outcome>;
  readonly meanings: Map<number, Meaning>;
}

/** What is known of one universe under one context and the same rules of AWS. */
interface Place {
  readonly universe: Universe;
  readonly sides: Sides;
  readonly estate: Estate;
  readonly results: Results;
  readonly spreading: Spreading;
  readonly memory: Memory;
  readonly spreads: Map<number, Spread>;
  /** Answers by the statements that speak of an action. */
  readonly answers: Map<string, readonly Block[]>;
}

function worldlyOf({
  everyone,
  ...given
}: {
  readonly single: SingleRequests;
  readonly everyone: Everyone;
  readonly context: AccessRequest['context'];
  readonly isOpened: boolean;
  readonly scopeOf: (name: string) => KeyScope;
}): Worldly {
  const said = new Set([...(given.context?.keys() ?? [])].map((key) => key.toLowerCase()));
  const scopeOf = (name: string): KeyScope => (said.has(name) ? 'request' : given.scopeOf(name));
  const forms = createForms(scopeOf);
  const { people, index, limits } = everyone;
  const world: World = {
    ...given,
    people,
    scopeOf,
    forms,
    effects: createEffects(forms),
    sequences: createSequences(),
  };
  return { world, index, limits, places: new Map(), known: new Map(), outcomes: new Map(), meanings: new Map() };
}

/** Documents of the organization that limit principals, each once. */
function limitsOn(single: SingleRequests, people: People): readonly DocumentCode[] {
  const found = new Set<DocumentCode>();
  for (const { members } of people.standings)
    for (const { document } of members[0] === undefined ? [] : single.levels(members[0]).flat()) found.add(document);
  return [...found];
}

function placeOf(worldly: Worldly, universe: Universe, action: ActionName): Place {
  return remember(worldly.places, `${universe.number} ${groundRulesOf(action)}`, () => {
    const { world, known, outcomes, meanings } = worldly;
    const sides = createSides(world, universe);
    const results = createResults(world, universe, { sides, known, outcomes });
    const estate = createEstate(world, universe, { sides, action });
    return {
      universe,
      sides,
      results,
      estate,
      spreading: {
        world,
        estate,
        results,
        meanings,
        known: new Map(),
        byAccount: new Map(),
        unions: new Map(),
        views: new Map(),
        bases: new Map(),
      },
      memory: createMemory(),
      spreads: new Map(),
      answers: new Map(),
    };
  });
}

/** Actions of which the same is said have one answer, so that a service's many actions are a few. */
function answer(worldly: Worldly, universe: Universe, action: ActionName): readonly Cell[] {
  if (universe.resources.length === 0) return [];
  const { world, index, limits } = worldly;
  const place = placeOf(worldly, universe, action);
  const said = [index.topicsOf(action), limits.topicsOf(action), place.estate.topicsOf(action), reservation(action)];
  const blocks = remember(place.answers, said.join('\n'), () => blocksFor(worldly, place, action));
  return cellsOf({ world, place, action }, blocks);
}

/** Equal for actions that AWS reserves alike. */
function reservation({ service, given }: ActionName): string {
  return service === 'iam' ? reservedAs(given) : '';
}

function blocksFor(worldly: Worldly, place: Place, action: ActionName): readonly Block[] {
  const { world, index, limits } = worldly;
  const grouping = place.estate.grouping(action);
  const classes = classesOf(world, {
    sides: place.sides,
    action,
    grouping,
    memory: place.memory,
    mentions: index.about(action),
    limits: limits.topicsOf(action),
  });
  const spreadOfClass = (one: Class) => spreadFor(worldly, place, { one, grouping, action });
  const changes = changesOf(world, { grouping, classes, spreadOfClass, action });
  const blocks: Block[] = [];
  for (const one of classes.all) addBlocks(blocks, one, spreadOfClass(one), changes.get(one));
  return blocks;
}

function spreadFor(
  { world }: Worldly,
  place: Place,
  { one, grouping, action }: { readonly one: Class; readonly grouping: Grouping; readonly action: ActionName },
): Spread {
  const { sequences } = world;
  let key = sequences.add(sequences.add(one.sayings.number, one.person.standing.number), one.told);
  key = sequences.add(key, grouping.number);
  return remember(place.spreads, key, () => spreadOf(place.spreading, one, { grouping, action }));
}

interface Block {
  readonly principals: Uint32Array;
  readonly resources: Uint32Array;
  readonly result: number;
}

/** For members of a class, by position, the resources on which they may do something else than the others, and what. */
type Changes = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** What is different for those whom resources name. */
function changesOf(
  { people }: World,
  asked: {
    readonly grouping: Grouping;
    readonly classes: Classes;
    readonly spreadOfClass: (one: Class) => Spread;
    readonly action: ActionName;
  },
): ReadonlyMap<Class, Changes> {
  const result = new Map<Class, Map<number, Map<number, number>>>();
  for (const [at, positions] of asked.grouping.naming) {
    const person = people.at(at);
    const one = person && asked.classes.classOf(person);
    if (person === undefined || one === undefined) continue;
    const spread = asked.spreadOfClass(one);
    for (const position of positions) {
      const own = spread.forNamed(position, { person, action: asked.action });
      if (own === spread.at(position)) continue;
      const ofClass = remember(result, one, () => new Map<number, Map<number, number>>());
      remember(ofClass, at, () => new Map<number, number>()).set(position, own);
    }
  }
  return result;
}

/** The cells of a class; those of its members for whom something is different have cells of their own. */
function addBlocks(blocks: Block[], one: Class, { cells }: Spread, changes: Changes | undefined): void {
  if (cells.length === 0 && changes === undefined) return;
  const members = one.members();
  const common = changes === undefined ? members : members.filter((at) => !changes.has(at));
  const principals = new Uint32Array(common);
  if (common.length > 0) for (const { result, resources } of cells) blocks.push({ principals, resources, result });
  for (const [at, changed] of changes ?? []) {
    const own = Uint32Array.of(at);
    for (const { result, resources } of withChanges(cells, changed))
      blocks.push({ principals: own, resources, result });
  }
}

/** Cells with what came out; the whole decision on a pair is asked for when it is looked at. */
function cellsOf(
  { world, place, action }: { readonly world: World; readonly place: Place; readonly action: ActionName },
  blocks: readonly Block[],
): readonly Cell[] {
  const { arns, resources: all } = place.universe;
  const decision = (principal: number, position: number): Decision => {
    const person = world.people.at(principal);
    const [resource, on] = [arns[position]?.text, all[position]];
    if (person === undefined || resource === undefined || on === undefined) throw new Error('it is not in the cell');
    return world.single.decide(requestBy(world, person, { action, resource, on }));
  };
  return blocks.map(({ principals, resources, result }): Cell => {
    const { verdict, conditions, guard } = place.results.outcome(result) ?? unsettled;
    return { principals, resources, verdict, conditions, guard, decision };
  });
}

const unsettled: Outcome = { verdict: 'conditional', conditions: [], guard: [] };
