import type { Portion } from '../model/store-part.ts';
import { type Hole, type Text, text } from '../model/text.ts';
import { dataActions } from './data-actions.ts';

/**
 * The ARN by which data of a resource is asked for: the resource's own, or, where data has a path behind it (objects of a
 * bucket; records of the stream of a table, for the action that reads those), that of the object which is meant, or of any
 * one, which stays a hole.
 */
export function dataArn(resource: Portion, action?: string): Text {
  const { suffix: whole, changes } = dataActions(resource.type);
  const suffix = changes !== undefined && changes.read === action ? changes.suffix : whole;
  const arn = resource.arn ?? resource.name;
  if (resource.part?.kind === 'object') return text(...arn, '/', ...resource.part.name);
  if (suffix === '') return arn;
  return text(...arn, suffix.replace('*', ''), {
    symbol: `object:${resource.id}`,
    kind: 'expression',
    settledBy: 'the object that is asked for',
  });
}

/** Stands for the key of every object: only what covers all objects, and not those of a prefix, matches it surely. */
const everyKey: Hole = { symbol: 'every-object-key', kind: 'expression', settledBy: 'the key of an object' };

/** The ARN by which all objects of a bucket are asked for at once. */
export function everyObjectArn({ arn, name }: Portion): Text {
  return text(...(arn ?? name), '/', everyKey);
}
