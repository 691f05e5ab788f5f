import { bindFact, type Fact, given } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import type { Software } from '../model/workload.ts';
import { word } from './answer.ts';
import { engineVersions } from './data/end-of-support.ts';

/**
 * The engine of a managed service with its version, as properties name them. Without a version AWS takes one that it
 * supports, so that the product alone is told.
 */
export function engineSoftware(
  view: ResourceView,
  from: { readonly engine: Fact<string>; readonly version: string },
): Fact<readonly Software[]> {
  return bindFact(from.engine, (engine) =>
    bindFact(word(view, from.version, ''), (version) => given([softwareOf(engine.toLowerCase(), version)])),
  );
}

/** `postgres` and `11.5` → `postgres 11.5` with the end of support of PostgreSQL 11. */
export function softwareOf(engine: string, version: string): Software {
  if (engine === '' || version === '') return { product: engine };
  const known = engineVersions[engine] ?? {};
  const [major = '', minor = ''] = version.split(/[._-]/);
  const endOfSupport = known[`${major}.${minor}`] ?? known[major];
  return { product: `${engine} ${version}`, ...(endOfSupport !== undefined && { endOfSupport }) };
}
