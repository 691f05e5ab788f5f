import type { Cause, Change, Difference, DifferenceSide, Effect, FieldChange } from '../model/difference.ts';
import type { DocumentThreat, ThreatModelDocument } from '../model/document.ts';
import type { DocumentPath } from '../model/document-paths.ts';
import { createCauseOf, possibleCauses } from './causes.ts';
import {
  assetFields,
  boundaryFields,
  elementFields,
  type Fields,
  flowFields,
  pathFields,
  threatFields,
} from './compared-fields.ts';
import { followRenames } from './follow-renames.ts';

/**
 * What changed from one threat model to another. Places in files do not count, so moving lines changes nothing; things
 * are the same when their ids are.
 */
export function compare(earlier: ThreatModelDocument, head: ThreatModelDocument): Difference {
  const base = followRenames(earlier, head);
  const causeOf = createCauseOf(base, head);
  const about = <T extends { readonly id: string }>(
    before: readonly T[],
    after: readonly T[],
    kind: Omit<Kind<T>, 'causeOf'> & { readonly elements: (thing: T) => readonly string[] },
  ) => changes(before, after, { ...kind, causeOf: (thing) => causeOf(kind.elements(thing)) });
  const neutral = (): Effect => 'other';
  return {
    kind: 'difference',
    schemaVersion: head.schemaVersion,
    base: sideOf(base),
    head: sideOf(head),
    causes: possibleCauses(base, head),
    threats: about(base.threats, head.threats, {
      fields: threatFields,
      effect: threatEffect,
      elements: ({ element }) => [element],
    }),
    attackPaths: about(base.attackPaths, head.attackPaths, {
      fields: pathFields,
      effect: pathEffect,
      elements: ({ entry, target, steps }) => [entry, target, ...steps.flatMap(({ from, to }) => [from, to])],
    }),
    elements: about(base.system.elements, head.system.elements, {
      fields: elementFields,
      effect: neutral,
      elements: ({ id }) => [id],
    }),
    flows: about(base.system.flows, head.system.flows, {
      fields: flowFields,
      effect: neutral,
      elements: ({ from, to }) => [from, to],
    }),
    boundaries: about(base.system.boundaries, head.system.boundaries, {
      fields: boundaryFields,
      effect: neutral,
      elements: () => [],
    }),
    assets: about(base.system.assets, head.system.assets, {
      fields: assetFields,
      effect: neutral,
      elements: ({ heldBy }) => [heldBy],
    }),
  };
}

function sideOf({ tool, asOf, scope }: ThreatModelDocument): DifferenceSide {
  return { tool, asOf, inputs: scope.inputs };
}

/** How things of one kind are compared. */
interface Kind<T> {
  readonly fields: Fields<T>;
  effect(before: T | undefined, after: T | undefined): Effect;
  causeOf(thing: T): readonly Cause[];
}

const effectOrder: readonly Effect[] = ['opened', 'worse', 'closed', 'better', 'other'];

function changes<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  kind: Kind<T>,
): readonly Change<T>[] {
  const old = new Map(before.map((thing) => [thing.id, thing]));
  const present = new Set(after.map(({ id }) => id));
  const found: Change<T>[] = [];
  for (const thing of after) {
    const earlier = old.get(thing.id);
    const fields = earlier === undefined ? [] : changedFields(earlier, thing, kind.fields);
    if (earlier === undefined) found.push(changeOf('added', undefined, thing, { kind, fields }));
    else if (fields.length > 0) found.push(changeOf('changed', earlier, thing, { kind, fields }));
  }
  for (const thing of before) {
    if (!present.has(thing.id)) found.push(changeOf('removed', thing, undefined, { kind, fields: [] }));
  }
  const rank = ({ effect }: Change<T>) => effectOrder.indexOf(effect);
  return found.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function changeOf<T extends { readonly id: string }>(
  change: Change<T>['change'],
  before: T | undefined,
  after: T | undefined,
  { kind, fields }: { readonly kind: Kind<T>; readonly fields: readonly FieldChange[] },
): Change<T> {
  const thing = after ?? before;
  if (thing === undefined) throw new Error('a change has a side');
  return {
    id: thing.id,
    change,
    effect: kind.effect(before, after),
    causes: kind.causeOf(thing),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    fields,
  };
}

function changedFields<T>(before: T, after: T, fields: Fields<T>): readonly FieldChange[] {
  const [left, right] = [fields(before), fields(after)];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].flatMap((field) => {
    const [old = '', now = ''] = [left[field], right[field]];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

/** An open threat is one to act on, whatever it was before. */
function threatEffect(before: DocumentThreat | undefined, after: DocumentThreat | undefined): Effect {
  const [was, is] = [before?.status === 'open', after?.status === 'open'];
  if (was !== is) return is ? 'opened' : 'closed';
  return is ? byScore(before, after) : 'other';
}

function pathEffect(before: DocumentPath | undefined, after: DocumentPath | undefined): Effect {
  if (before === undefined) return 'opened';
  return after === undefined ? 'closed' : byScore(before, after);
}

type Scored = { readonly risk: { readonly score: number } };

function byScore(before: Scored | undefined, after: Scored | undefined): Effect {
  const rise = (after?.risk.score ?? 0) - (before?.risk.score ?? 0);
  return rise === 0 ? 'other' : rise > 0 ? 'worse' : 'better';
}
