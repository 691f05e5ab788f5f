import type { Move, MoveBlock } from '../../model/attack.ts';
import type { Questions } from '../../model/questions.ts';
import { dataActions } from '../data-actions.ts';
import { placesOf } from './block.ts';
import { partUses } from './data-stores.ts';
import { usesBy } from './data-uses.ts';
import { instanceArn, managed } from './instances.ts';
import { type PassingWay, passing } from './pass-role.ts';
import { permissionBlocks } from './permissions.ts';
import { remembered } from './remembered.ts';
import { blockOf, evenly, rightsOn } from './rights.ts';
import { byWorkload } from './sessions.ts';
import { throughAnother, type Uses } from './through-another.ts';
import { actionsOf, goingBy } from './ways.ts';

/**
 * Something that a service does with a role: an action that reads or writes stores of a type, that runs commands in
 * instances, or that takes other roles.
 */
export type Chore = readonly [action: string, type: string];

/** A service that works with a role for whoever passes it, in ways of its own, and hands no credentials out. */
export interface Worker {
  /** As people say it: `an event rule`. */
  readonly thing: string;
  /** In one sentence: what the one who makes it gets done. */
  readonly description: string;
  /** `events.amazonaws.com`: what the role must trust. */
  readonly service: string;
  /** The rights of each way to make or change it and have it work. */
  readonly ways: readonly PassingWay[];
  readonly does: readonly Chore[];
  readonly technique: string;
  /** AWS's page about what it does with the role. */
  readonly reference: string;
  readonly cost?: Move['cost'];
}

/** The move of passing a role to such a thing: what it then does with the role is done for the attacker. */
export function giveWork(worker: Worker): Move {
  const ways = actionsOf(worker.ways, ['iam:PassRole']);
  const does = [...new Set(worker.does.map(([action]) => action))];
  return {
    title: `Have ${worker.thing} work with a role`,
    description: worker.description,
    technique: worker.technique,
    actions: [...new Set(ways.flat())],
    ways,
    does,
    references: [worker.reference],
    cost: worker.cost ?? 2,
    *instances(ask) {
      for (const { even, roles } of passing(ask, worker))
        yield* throughAnother(ask, { even, others: roles, uses: usesOf(ask, worker.does), session: byWorkload() });
    },
  };
}

/** What any identity may do of this, administrators among them: it is their role that is passed. */
export function usesOf(ask: Questions, chores: readonly Chore[]): Uses {
  const known = usesKnown(ask);
  return chores.flatMap(([action, type]) => {
    const key = `${action} ${type}`;
    const before = known.get(key) ?? [...found(ask, [action, type])].flatMap(byPosition);
    known.set(key, before);
    return before;
  });
}

const usesKnown = remembered((): Map<string, Uses> => new Map());

function byPosition(block: MoveBlock): Uses {
  const { by } = block;
  return by instanceof Uint32Array ? [{ ...block, by }] : [];
}

function found(ask: Questions, [action, type]: Chore): Iterable<MoveBlock> {
  if (action === 'ssm:SendCommand') return commands(ask, type);
  if (action === 'sts:AssumeRole') return takenRoles(ask);
  const kind = dataActions(type).read.includes(action) ? 'reads' : 'writes';
  return dataBlocks(ask, { action, type, kind });
}

/** On the stores, and on those parts of them that something depends on. */
function* dataBlocks(
  ask: Questions,
  { action, type, kind }: { readonly action: string; readonly type: string; readonly kind: 'reads' | 'writes' },
): Generator<MoveBlock> {
  yield* usesBy(ask, { action, stores: ask.system.ofType(type), kind, administrators: true });
  for (const { actions, stores, context } of partUses(ask)[kind === 'reads' ? 'read' : 'write']) {
    const [only, ...others] = actions;
    if (only !== action || others.length > 0 || stores[0]?.type !== type) continue;
    yield* usesBy(ask, { action, stores, kind, administrators: true, ...(context !== undefined && { context }) });
  }
}

/** The document of AWS that runs any command, and those who run it in managed instances. */
function* commands(ask: Questions, type: string): Generator<MoveBlock> {
  const targets = ask.system.ofType(type);
  const principal = goingBy(ask, { rights: [['ssm:SendCommand', '::document/AWS-RunShellScript']] });
  const target = (one: (typeof targets)[number]) => managed(ask, one);
  const arn = (one: (typeof targets)[number]) => instanceArn(ask, one);
  const evened = evenly(ask, { targets, besides: { principal, target } });
  for (const rights of rightsOn(ask, ['ssm:SendCommand'], { targets, arn, administrators: true }))
    for (const even of evened(rights)) yield* blockOf(ask, even, { kind: 'runs-code', list: targets });
}

function* takenRoles(ask: Questions): Generator<MoveBlock> {
  const targets = ask.system.withAnswer('trustPolicy');
  for (const block of permissionBlocks(ask, { action: 'sts:AssumeRole', targets, administrators: true }))
    yield* placesOf(targets, block, { kind: 'acts-as', session: byWorkload() });
}
