import { allFacts, type Fact, mapFact } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import { describeText } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { members } from './answer.ts';

/**
 * May pages of every website call with every method and read the answers? Browsers ask before they send anything but simple
 * requests, so that a list of methods or origins keeps the rest out. `path` leads to `AllowOrigins` and `AllowMethods`.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html
 */
export function anyOrigin(view: ResourceView, path: string): Fact<boolean> {
  const every = (values: readonly Value[]) => values.some((value) => describeText(textOf(value) ?? []) === '*');
  return mapFact(
    allFacts<{ origins: readonly Value[]; methods: readonly Value[] }>({
      origins: members(view, `${path}.AllowOrigins`),
      methods: members(view, `${path}.AllowMethods`),
    }),
    ({ origins, methods }) => every(origins) && every(methods),
  );
}
