import { casesOf } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { followValue } from '../../follow.ts';

const qualified = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'] as const;

/**
 * The functions that a property names, by function name or ARN, or through one of the function's versions or aliases:
 * what is said of those holds for the function.
 */
export function functionsOf(view: ResourceView, path: string): readonly Value[] {
  const value = view.read(path);
  if (value === undefined) return [];
  const through = qualified.flatMap((type) =>
    casesOf(followValue(view, value, { types: [type], what: path })).flatMap(({ fact }) => {
      const name = fact.kind === 'known' ? fact.value?.read('FunctionName') : undefined;
      return name === undefined ? [] : [name];
    }),
  );
  return through.length > 0 ? through : [value];
}
