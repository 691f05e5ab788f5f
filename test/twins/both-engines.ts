import { isDeepStrictEqual } from 'node:util';
import type { Access, Decision } from '../../src/model/access.ts';

/** What is different in two answers, in words; undefined when they are the same. */
export function differenceOf(engine: Decision, twin: Decision): string | undefined {
  return isDeepStrictEqual(engine, twin)
    ? undefined
    : `the engines differ:\n${JSON.stringify(engine)}\n${JSON.stringify(twin)}`;
}

/** An engine that asks its twin the same, and throws when they do not answer the same. */
export function bothEngines(engine: Access, twin: Pick<Access, 'decide' | 'nearMisses'>): Access {
  return {
    ...engine,
    decide(request) {
      const decision = engine.decide(request);
      const difference = differenceOf(decision, twin.decide(request));
      if (difference !== undefined) throw new Error(difference);
      return decision;
    },
    nearMisses(request) {
      const misses = engine.nearMisses(request);
      if (!isDeepStrictEqual(misses, twin.nearMisses(request))) throw new Error('the engines miss differently');
      return misses;
    },
  };
}
