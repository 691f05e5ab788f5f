import { guardKey, isAlways, isPossible } from '../../../model/guard.ts';
import { NO, YES } from '../compile/three-valued.ts';
import { fitConditions } from '../decide/match-statement.ts';
import type { Request } from '../decide/request.ts';
import { conditionsKey, type Speech, type StatementForms } from './forms.ts';

/** The number of no effect at all. */
export const SILENT = 0;

/** The effects that statements have, as numbers that are equal for what comes to the same. */
export interface Effects {
  /** It fits without any condition or doubt. */
  readonly plain: number;
  /** It fits, or may. */
  speaks(effect: number): boolean;
  /** It asks about keys that the caller writes. */
  isWritable(effect: number): boolean;
  /** The effect with this key, which speaks. */
  of(key: string, how: { readonly isWritable: boolean }): number;
  /** What the conditions of a statement come to in a request. */
  ofConditions(speech: Speech, request: Request): number;
  /** For a statement that does not ask about resources: by what it says and the values of its keys, over all questions. */
  readonly known: Map<number, number>;
}

export function createEffects(forms: StatementForms): Effects {
  const { intern } = forms;
  const plain = intern('effect plain');
  // Most effects speak, and ask for nothing that the caller writes.
  const mute = new Set<number>();
  const writable = new Set<number>();
  const of = (key: string, { isWritable }: { readonly isWritable: boolean }): number => {
    const number = intern(`effect ${key}`);
    if (isWritable) writable.add(number);
    return number;
  };
  return {
    plain,
    speaks: (effect) => effect !== SILENT && !mute.has(effect),
    isWritable: (effect) => writable.has(effect),
    of,
    ofConditions(speech, request) {
      const { code, policy } = speech;
      const { fits, open } = fitConditions(code.conditions, request);
      const guard = policy.guardOf(code);
      const written = request.writable.size === 0 ? [] : [...request.writable.values()].flat();
      if ((fits === NO && written.length === 0) || !isPossible(guard)) return SILENT;
      const isDoubtful = code.statement.open !== undefined || (code.actions ?? code.notActions)?.open.length !== 0;
      if (fits === YES && !isDoubtful && isAlways(guard) && written.length === 0) return plain;
      const doubt = isDoubtful ? forms.numberOf(speech) : '';
      const key = `${fits} ${guardKey(guard)} ${conditionsKey(open)} ${conditionsKey(written)} ${doubt}`;
      const number = of(key, { isWritable: written.length > 0 });
      if (fits === NO) mute.add(number);
      return number;
    },
    known: new Map(),
  };
}
