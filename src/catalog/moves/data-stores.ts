import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Portion, StorePart } from '../../model/store-part.ts';
import { dataActions, dataTypes } from '../data-actions.ts';
import { neededParts } from './needed-parts.ts';
import { remembered } from './remembered.ts';

/** Types whose data actions are about running or unlocking something rather than about data that it holds. */
const notData: ReadonlySet<string> = new Set([
  // type: a function's code is read and replaced by moves of their own.
  'AWS::Lambda::Function',
  // type: what a key opens is counted where the data is.
  'AWS::KMS::Key',
]);

/** Resources whose data IAM actions read or change. */
export const dataStores = remembered((ask): readonly Resource[] =>
  dataTypes
    .filter((type) => !notData.has(type))
    .flatMap((type) => ask.system.ofType(type))
    .filter(({ type }) => dataActions(type).read.length > 0 || dataActions(type).write.length > 0),
);

/** What it takes to read, or to replace, a part of a store: deleting an object puts nothing in its place. */
export function actionsOn(store: Portion, way: 'read' | 'write'): readonly string[] {
  return store.part === undefined ? dataActions(store.type)[way] : partActions[store.part.kind][way];
}

const partActions: Readonly<Record<StorePart['kind'], Readonly<Record<'read' | 'write', readonly string[]>>>> = {
  object: { read: ['s3:GetObject'], write: ['s3:PutObject'] },
};

/** Stores of each type, with the actions that read or write them; then the parts that something depends on. */
export function* storesByAction(
  ask: Questions,
  way: 'read' | 'write',
): Generator<{ readonly action: string; readonly stores: readonly Portion[] }> {
  for (const type of dataTypes) {
    if (notData.has(type)) continue;
    // type: adding to a log is what everybody's right to write logs is for.
    if (way === 'write' && type === 'AWS::Logs::LogGroup') continue;
    for (const action of dataActions(type)[way]) yield { action, stores: ask.system.ofType(type) };
  }
  const parts = neededParts(ask)[way];
  if (parts.length > 0) for (const action of partActions.object[way]) yield { action, stores: parts };
}
