import { isDeepStrictEqual } from 'node:util';
import type { Access } from '../../src/model/questions.ts';

/** An engine that asks its twin the same, and throws when they do not answer the same. */
export function bothEngines(engine: Access, twin: Pick<Access, 'decide'>): Access {
  return {
    ...engine,
    decide(request) {
      const decision = engine.decide(request);
      const expected = twin.decide(request);
      if (!isDeepStrictEqual(decision, expected))
        throw new Error(`the engines differ:\n${JSON.stringify(decision)}\n${JSON.stringify(expected)}`);
      return decision;
    },
  };
}
