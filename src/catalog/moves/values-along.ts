import type { Value } from '../../model/value.ts';
import { descend, optionsOf } from '../answer.ts';

/** The values that a path leads to, `*` through every member of a list: `Steps.*.HadoopJarStep.Jar`. */
export function valuesAlong(value: Value | undefined, path: string): readonly Value[] {
  const [first = '', ...rest] = path.split(/(?:^|\.)\*(?:\.|$)/);
  const there = first === '' ? value : descend(value, first.split('.'));
  if (there === undefined || there.kind === 'absent') return [];
  if (rest.length === 0) return [there];
  return optionsOf(there).flatMap(({ value: list }) =>
    list?.kind === 'list' ? list.items.flatMap((item) => valuesAlong(item, rest.join('.*.'))) : [],
  );
}
