import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { isAnyName, type Portion, partKey, type StorePart } from '../../model/store-part.ts';
import { type Text, text, textKey } from '../../model/text.ts';
import { dataActions, dataTypes } from '../data-actions.ts';
import { neededParts } from './needed-parts.ts';
import { readingByPath } from './parameter-paths.ts';
import type { Context } from './permission.ts';
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

/** One way to use a store, or a part of it: all of these actions together. */
export interface StoreUse {
  readonly actions: readonly string[];
  readonly context?: Context;
}

/**
 * The ways to read a store, or to change it, that name it: of a part, to put something in its place, which deleting it does
 * not.
 */
export function usesOf(store: Portion, way: 'read' | 'write'): readonly StoreUse[] {
  const { part } = store;
  if (part === undefined)
    return dataActions(store.type)
      [way].filter((action) => action !== readingByPath)
      .map((action) => ({ actions: [action] }));
  if (part.kind === 'object') return [{ actions: [way === 'read' ? 's3:GetObject' : 's3:PutObject'] }];
  if (way === 'read') return [];
  if (part.kind === 'image') return [{ actions: pushingImage }];
  const context = isAnyName(part) ? {} : { context: new Map([['codecommit:References', [branchReference(part)]]]) };
  return changingBranch.map((action) => ({ actions: [action], ...context }));
}

/**
 * A new image has layers of its own, or at least a new configuration, which is uploaded like one; with `ecr:PutImage` alone
 * only an image that is there gets another tag. https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export const pushingImage: readonly string[] = [
  'ecr:PutImage',
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
];

/**
 * What puts content into a branch; policies may limit each of them by the branch.
 * https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-conditional-branch.html
 */
export const changingBranch: readonly string[] = [
  'codecommit:GitPush',
  'codecommit:PutFile',
  'codecommit:CreateCommit',
];

function branchReference({ name }: StorePart): Text {
  return textKey(name).startsWith('refs/') ? name : text('refs/heads/', ...name);
}

/** Parts of stores that are used in the same way. */
export interface PartUse extends StoreUse {
  readonly stores: readonly Portion[];
}

/** The parts that something depends on, with what it takes to read or replace them; one list for equal ways. */
export const partUses = remembered(
  (ask): Readonly<Record<'read' | 'write', readonly PartUse[]>> => ({
    read: grouped(neededParts(ask).read, 'read'),
    write: grouped(neededParts(ask).write, 'write'),
  }),
);

function grouped(parts: readonly Portion[], way: 'read' | 'write'): readonly PartUse[] {
  const groups = new Map<string, Portion[]>();
  for (const one of parts) {
    const { part } = one;
    const key = part?.kind === 'branch' ? partKey(part) : `${part?.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((stores) => {
    const [first] = stores;
    return first === undefined ? [] : usesOf(first, way).map((use) => ({ ...use, stores }));
  });
}

/** Stores of each type, with the actions that read or write them. */
export function* storesByAction(
  ask: Questions,
  way: 'read' | 'write',
): Generator<{ readonly action: string; readonly stores: readonly Resource[] }> {
  for (const type of dataTypes) {
    if (notData.has(type)) continue;
    // type: adding to a log is what everybody's right to write logs is for.
    if (way === 'write' && type === 'AWS::Logs::LogGroup') continue;
    for (const action of dataActions(type)[way]) yield { action, stores: ask.system.ofType(type) };
  }
}
