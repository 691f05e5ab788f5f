import { isDeepStrictEqual } from 'node:util';
import type { Access } from '../../src/model/questions.ts';

/** An engine that asks its twin the same, and throws when they do not answer the same. */
export function bothEngines(engine: Access, twin: Pick<Access, 'decide' | 'nearMisses'>): Access {
  return {
    ...engine,
    decide(request) {
      const decision = engine.decide(request);
      const expected = twin.decide(request);
      if (!isDeepStrictEqual(decision, expected))
        throw new Error(`the engines differ:\n${JSON.stringify(decision)}\n${JSON.stringify(expected)}`);
      return decision;
    },
    nearMisses(request) {
      const misses = engine.nearMisses(request);
      if (!isDeepStrictEqual(misses, twin.nearMisses(request))) throw new Error('the engines miss differently');
      return misses;
    },
  };
}
