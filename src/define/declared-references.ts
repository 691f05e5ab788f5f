import type { Diagnostic } from '../model/diagnostic.ts';
import { elementsByName } from '../model/element-name.ts';
import type { Origin, OriginTable } from '../model/origin.ts';
import type { Declared, Element } from '../model/system.ts';
import { spanOf } from './span-of.ts';

/**
 * What `bartizan.yaml` says about elements that are not there: a renamed resource would otherwise silently lose its
 * accepted threats, attested controls and values.
 */
export function checkDeclaredReferences(
  declared: Declared,
  elements: readonly Element[],
  origins: OriginTable,
): readonly Diagnostic[] {
  const names = elementsByName(elements);
  const missing = (what: string, name: string, origin: Origin): readonly Diagnostic[] =>
    name === 'internet' || names.has(name) || isThreatOf(name, names)
      ? []
      : [
          {
            level: 'warning',
            code: 'declared-orphan',
            message: `${what} names ${JSON.stringify(name)}, which is no element of the system: it has no effect. Write the element's id or address; if it was renamed, say so under "moved".`,
            source: spanOf(origin, origins, 'bartizan.yaml'),
          },
        ];
  return [
    ...declared.flows.flatMap(({ from, to, origin }) => [
      ...missing('A flow', from, origin),
      ...missing('A flow', to, origin),
    ]),
    ...declared.threats.flatMap(({ element, name, origin }) => missing(`Threat ${name}`, element, origin)),
    ...declared.controls.flatMap(({ elements: on, control, origin }) =>
      on.flatMap((name) => missing(`Control ${control}`, name, origin)),
    ),
    ...declared.tests.flatMap(({ elements: on, test, origin }) =>
      on.flatMap((name) => missing(`Test ${test}`, name, origin)),
    ),
    ...declared.assets.flatMap(({ element, name, origin }) => missing(`Asset ${name}`, element, origin)),
    ...declared.acceptances.flatMap(({ element, threat, origin }) =>
      missing('An acceptance', element ?? threat ?? 'internet', origin),
    ),
    ...declared.moved.flatMap(({ to, origin }) => missing('An entry of "moved"', to, origin)),
  ];
}

/** A threat id names its element between `@` and `#`. */
function isThreatOf(name: string, names: ReadonlyMap<string, unknown>): boolean {
  const [, element = ''] = /@([^#]*)/.exec(name) ?? [];
  return names.has(element);
}
