import type { Finding } from '../judge-template.ts';
import { judgeTemplate } from '../judge-template.ts';
import { shuffled } from '../random.ts';
import { changeTemplate } from './change-template.ts';
import type { OfficialTemplate } from './read-templates.ts';
import type { Change, Place, Weakness } from './weakness.ts';

/** How one weakness came out at the place that the seed chose. */
export interface Trial {
  readonly weakness: Weakness;
  readonly file: string;
  readonly id: string;
  /** The threat that was found, in words; absent when none of the rules is open there. */
  readonly found?: string;
  /** Places that came first and had such a threat already. */
  readonly passedOver: number;
  /** Other rules that are newly open, for reading. */
  readonly others: readonly string[];
}

/** How many places are looked at that have such a threat already, before a kind is given up. */
const PATIENCE = 25;

/**
 * Puts a weakness into a template that the seed chooses, and compares with the same template in its sound state. The
 * threat must not be open at the place before and must be open after. Undefined when no template is a place for it.
 */
export async function tryWeakness(
  weakness: Weakness,
  templates: readonly OfficialTemplate[],
  random: () => number,
): Promise<Trial | undefined> {
  const places = shuffled(placesFor(weakness, templates), random);
  let passedOver = 0;
  for (const { file, place } of places.slice(0, PATIENCE)) {
    const weak = weakness.weak(place);
    const good = weakness.good?.(place) ?? {};
    const at = [place.id, ...Object.keys({ ...good.add, ...weak.add }).map((suffix) => `${place.id}${suffix}`)];
    const before = await openIn(place, good);
    if (before.some((finding) => concerns(weakness, at, finding))) {
      passedOver++;
      continue;
    }
    const after = await openIn(place, weak);
    const found = after.find((finding) => concerns(weakness, at, finding));
    const known = new Set(before.map(({ rule, note }) => `${rule} ${note}`));
    return {
      weakness,
      file,
      id: place.id,
      passedOver,
      ...(found !== undefined && { found: `${found.rule} (${found.level}): ${found.note}` }),
      others: [...new Set(after.filter(({ rule, note }) => !known.has(`${rule} ${note}`)).map(({ rule }) => rule))],
    };
  }
  return undefined;
}

function placesFor(
  { on, suits }: Weakness,
  templates: readonly OfficialTemplate[],
): readonly { readonly file: string; readonly place: Place }[] {
  return templates.flatMap(({ file, template }) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => on.includes(Type))
      .map(([id, resource]) => ({ file, place: { id, resource, template } }))
      .filter(({ place }) => suits?.(place) ?? true),
  );
}

async function openIn(place: Place, change: Change): Promise<readonly Finding[]> {
  const { findings } = await judgeTemplate(JSON.stringify(changeTemplate(place, change), undefined, 1));
  return findings.filter(({ status }) => status === 'open');
}

function concerns({ rules }: Weakness, places: readonly string[], { rule, at }: Finding): boolean {
  return rules.includes(rule) && places.some((place) => at.has(place));
}
