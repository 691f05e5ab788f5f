import type { AttackFact } from '../../model/attack.ts';
import type { Questions } from '../../model/questions.ts';
import { type Portion, portionKey, portionOf } from '../../model/store-part.ts';
import { factAbout } from './block.ts';
import { builtBranches } from './built-branches.ts';
import { fetchedCode } from './fetched-code.ts';
import { findings } from './findings.ts';
import { keptStates } from './kept-states.ts';
import { sourceParts } from './pipeline-sources.ts';
import { remembered } from './remembered.ts';
import { stackSetTemplates } from './stack-set-templates.ts';
import { usedImages } from './used-images.ts';

/** The parts of stores that something depends on, by what has to be done with them: the others are no facts. */
export const neededParts = remembered(
  (ask): Readonly<Record<'read' | 'write', readonly Portion[]>> => ({
    read: [
      ...distinct([
        ...findings(ask).flatMap(({ place, idIn = [] }) => [place, ...idIn]),
        ...keptStates(ask).map(({ place }) => portionOf(place.bucket, place.part)),
      ]),
    ],
    write: [
      ...distinct([
        ...[...fetchedCode(ask), ...stackSetTemplates(ask)].map(({ place }) => portionOf(place.bucket, place.part)),
        ...sourceParts(ask).map(({ source }) => source),
        ...builtBranches(ask).map(({ branch }) => branch),
        ...usedImages(ask).map(({ image }) => image),
      ]),
    ],
  }),
);

function distinct(portions: readonly Portion[]): Iterable<Portion> {
  const parts = portions.flatMap((one) => (one.part === undefined ? [] : [[portionKey(one), one] as const]));
  return new Map(parts).values();
}

/** The fact, and where it is about all of a store, the same about each part that something depends on. */
export function withParts(ask: Questions, fact: AttackFact): readonly AttackFact[] {
  if ((fact.kind !== 'reads' && fact.kind !== 'writes') || fact.part !== undefined) return [fact];
  const parts = neededParts(ask)[fact.kind === 'reads' ? 'read' : 'write'];
  const own = parts.filter(({ id }) => id === fact.resource);
  return [fact, ...own.map((one) => factAbout(fact.kind, one))];
}

const byType = remembered(() => new Map<string, readonly Portion[]>());

/** Parts of stores of one type; one list for each. */
export function partsOfType(ask: Questions, type: string, way: 'read' | 'write'): readonly Portion[] {
  const key = `${way} ${type}`;
  const list = byType(ask).get(key) ?? neededParts(ask)[way].filter((one) => one.type === type);
  byType(ask).set(key, list);
  return list;
}
