import type { Resource } from '../model/resource.ts';
import { type Text, text } from '../model/text.ts';
import { dataActions } from './data-actions.ts';

/**
 * The ARN by which data of a resource is asked for: the resource's own, or, where data has a path behind it (objects of a
 * bucket; records of the stream of a table, for the action that reads those), that of any one object, which stays a hole.
 */
export function dataArn(resource: Resource, action?: string): Text {
  const { suffix: whole, changes } = dataActions(resource.type);
  const suffix = changes !== undefined && changes.read === action ? changes.suffix : whole;
  const arn = resource.arn ?? resource.name;
  if (suffix === '') return arn;
  return text(...arn, suffix.replace('*', ''), {
    symbol: `object:${resource.id}`,
    kind: 'expression',
    settledBy: 'the object that is asked for',
  });
}
