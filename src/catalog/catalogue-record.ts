import type { CatalogueRecord, RecordedEntry } from '../model/catalogue-record.ts';
import { controls, moves, services, threatRules } from './catalog.generated.ts';
import { catalogVersion } from './catalog-version.ts';
import { digestOf } from './digest.ts';

/** Fields of which a record keeps a digest: that they changed is told, and not how. */
const reworded = new Set(['statement', 'description', 'facts']);

/** The catalogue as it is now. */
export function presentRecord({ version, attack }: Pick<CatalogueRecord, 'version' | 'attack'>): CatalogueRecord {
  return {
    version,
    catalog: catalogVersion(),
    attack,
    entries: {
      threats: byId(threatRules, ({ id, title, statement, stride, techniques, weaknesses, controls: by, ...rule }) => [
        id,
        {
          title,
          likelihood: rule.likelihood,
          impact: rule.impact,
          stride,
          techniques,
          weaknesses,
          controls: by,
          statement,
        },
      ]),
      moves: byId(moves, ({ id, title, technique, cost, actions, description }) => [
        id,
        { title, technique, cost, actions, description },
      ]),
      controls: byId(controls, ({ id, title, kind, service, effort, description }) => [
        id,
        { title, kind, service, effort, description },
      ]),
      services: byId(services, ({ type, title, element, service, facts, structure }) => [
        type,
        { title, element, service, facts: [...answered(facts), ...Object.keys(structure ?? {})].sort() },
      ]),
    },
  };
}

/** Questions that a type answers, not those of which it says that they do not apply. */
function answered(facts: object): readonly string[] {
  return Object.entries(facts).flatMap(([name, answer]) => (typeof answer === 'function' ? [name] : []));
}

function byId<T>(
  list: readonly T[],
  read: (one: T) => readonly [string, Readonly<Record<string, unknown>>],
): Readonly<Record<string, RecordedEntry>> {
  const entries = list.map((one) => {
    const [id, fields] = read(one);
    return [
      id,
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, recorded(name, value)])),
    ] as const;
  });
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function recorded(name: string, value: unknown): string {
  if (reworded.has(name)) return digestOf(JSON.stringify(value));
  return Array.isArray(value) ? [...value].sort().join(', ') : String(value);
}
