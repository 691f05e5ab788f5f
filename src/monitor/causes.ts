import type { Cause } from '../model/difference.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentElement } from '../model/document-system.ts';

/** Decides why one changed thing changed, by the elements that it is about. */
export type CauseOf = (elements: readonly string[]) => readonly Cause[];

const order: readonly Cause[] = ['system', 'input', 'knowledge', 'engine'];

/** Everything that differs between two runs, apart from what they found. */
export function possibleCauses(base: ThreatModelDocument, head: ThreatModelDocument): readonly Cause[] {
  const differs: Readonly<Record<Cause, boolean>> = {
    system: filesKey(base) !== filesKey(head),
    input: inputDiffers(base, head),
    knowledge: base.tool.catalog !== head.tool.catalog || base.tool.attack !== head.tool.attack,
    engine: base.tool.version !== head.tool.version,
  };
  return order.filter((cause) => differs[cause]);
}

/**
 * Narrows the possible causes for a single change: an element whose resources the other side does not have at all came
 * with the user's files, or with the context that was given; neither knowledge nor engine makes resources.
 */
export function createCauseOf(base: ThreatModelDocument, head: ThreatModelDocument): CauseOf {
  const differing = possibleCauses(base, head);
  // Builds of one version may differ: what neither the input nor the catalogue explains, the engine did.
  const possible: readonly Cause[] = differing.length === 0 ? ['engine'] : differing;
  if (possible.length === 1) return () => possible;
  const sides = [base, head].map((document) => ({
    elements: new Map(document.system.elements.map((element) => [element.id, element])),
    resources: new Set(document.system.elements.flatMap(resourceKeys)),
  }));
  const aloneOn = (id: string): DocumentElement | undefined => {
    for (const [at, side] of sides.entries()) {
      const element = side.elements.get(id);
      const other = sides[1 - at];
      if (element === undefined || element.resources.length === 0 || other === undefined) continue;
      if (resourceKeys(element).every((key) => !other.resources.has(key))) return element;
    }
    return undefined;
  };
  return (elements) => {
    const alone = elements.map(aloneOn).find((element) => element !== undefined);
    if (alone === undefined) return possible;
    const cause: Cause = alone.role === 'context' ? 'input' : 'system';
    return possible.includes(cause) ? [cause] : possible;
  };
}

function resourceKeys(element: DocumentElement): readonly string[] {
  const deployment = element.id.slice(0, Math.max(0, element.id.length - element.address.length));
  return element.resources.map((address) => `${deployment}${address}`);
}

function filesKey({ scope }: ThreatModelDocument): string {
  return JSON.stringify(scope.inputs.map(({ path, sha256 }) => `${path}\0${sha256}`).sort());
}

/** Parameters that one side was given, the context, the day. A default that changed is a change of the template. */
function inputDiffers(base: ThreatModelDocument, head: ThreatModelDocument): boolean {
  if (base.asOf !== head.asOf) return true;
  if (JSON.stringify([...base.scope.context].sort()) !== JSON.stringify([...head.scope.context].sort())) return true;
  const before = new Map(base.scope.parameters.map((each) => [`${each.deployment}\0${each.name}`, each]));
  return head.scope.parameters.some((after) => {
    const earlier = before.get(`${after.deployment}\0${after.name}`);
    if (earlier === undefined || (earlier.given !== 'explicit' && after.given !== 'explicit')) return false;
    return earlier.given !== after.given || earlier.value !== after.value;
  });
}
