import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { remembered } from './remembered.ts';
import { piecesOf } from './text-pieces.ts';

/** Reads all parameters below a path; what policies name is the path, and not the parameters. */
export const readingByPath = 'ssm:GetParametersByPath';

/** "A maximum of fifteen levels", https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-hierarchies.html */
const mostLevels = 15;

/** Parameters below paths of one level, and how such a path is named. */
export interface PathLevel {
  readonly stores: readonly Resource[];
  readonly arn: (parameter: Resource) => Text;
}

/**
 * Parameters with the paths that they lie below, one level after the other: whoever may read a path reads everything below
 * it, also what he is denied by name.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
 */
export const parameterPaths = remembered((ask): readonly PathLevel[] => {
  const parameters = ask.system.ofType('AWS::SSM::Parameter');
  return Array.from({ length: mostLevels }, (_, level): PathLevel => {
    const stores = parameters.filter((one) => pathsAbove(one).length > level);
    return { stores, arn: (one) => pathsAbove(one)[level] ?? one.arn ?? one.name };
  }).filter(({ stores }) => stores.length > 0);
});

/** The paths above a parameter, as ARNs: `…:parameter/` and `…:parameter/shop` of `…:parameter/shop/db`. */
export function pathsAbove({ arn, name }: Resource): readonly Text[] {
  const { source, text } = piecesOf(arn ?? name);
  const start = source.indexOf(':parameter/');
  if (start < 0) return [];
  const root = start + ':parameter/'.length;
  const ends = [...source.slice(root).matchAll(/\//g)].map(({ index }) => root + index);
  return [root, ...ends].map((end) => text(source.slice(0, end)));
}
