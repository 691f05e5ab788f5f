import type { Diagnostic } from '../../model/diagnostic.ts';
import { closes, type OwnKnowledge } from '../../model/knowledge.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';

/** Ids that the catalogue has. */
export interface CatalogueIds {
  readonly threats: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
}

/** Knowledge that can stand beside the catalogue. */
export interface SoundKnowledge {
  readonly knowledge: OwnKnowledge;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Leaves out what would be ambiguous: threats and controls with an id that is taken already, and threats whose control
 * nobody describes. Each is told with its place.
 */
export function soundKnowledge(own: OwnKnowledge, catalogue: CatalogueIds, origins: OriginTable): SoundKnowledge {
  const diagnostics: Diagnostic[] = [];
  const tell = (origin: Origin | undefined, message: string) => {
    const source = (origin === undefined ? undefined : origins.span(origin)) ?? nowhere;
    diagnostics.push({ level: 'error', code: 'rule-conflict', message, source });
    return false;
  };
  const controls = untaken(own.controls, catalogue.controls, (each) =>
    tell(each.origin, `there is another control called ${each.id}; give this one a name of its own`),
  );
  const controlIds = new Set([...catalogue.controls, ...controls.map(({ id }) => id)]);
  const threats = untaken(own.threats, catalogue.threats, (each) =>
    tell(each.origin, `there is another rule called ${each.id}; give this one a name of its own`),
  ).filter((rule) => {
    const missing = rule.controls.find((control) => !controlIds.has(control));
    if (missing === undefined) return true;
    return tell(
      rule.origin,
      `${rule.id} names the control ${missing}, which nobody describes; add it under controls, or name one that bartizan rules --kind controls lists`,
    );
  });
  const ruleIds = [...catalogue.threats, ...threats.map(({ id }) => id)];
  for (const control of controls)
    for (const closed of control.closes)
      if (!ruleIds.some((rule) => closes({ closes: [closed] }, rule)))
        tell(control.origin, `${control.id} closes ${closed}, which is no rule; bartizan rules lists them`);
  return { knowledge: { ...own, controls, threats }, diagnostics };
}

/** Modules have no place that could be named. */
const nowhere: Diagnostic['source'] = { file: 'rules module', line: 1, column: 1, endLine: 1 };

function untaken<T extends { readonly id: string }>(
  entries: readonly T[],
  taken: ReadonlySet<string>,
  tell: (entry: T) => boolean,
): readonly T[] {
  const seen = new Set(taken);
  return entries.filter((entry) => {
    if (seen.has(entry.id)) return tell(entry);
    seen.add(entry.id);
    return true;
  });
}
