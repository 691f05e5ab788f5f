import type { ResourceView } from '../model/service.ts';
import type { Value } from '../model/value.ts';

/** A value that refers to the resource itself, as `Ref` would: for flows that end at it. */
export function ownReference(view: ResourceView): Value {
  const { id, name, origin } = view.resource;
  return { kind: 'text', text: name, refs: [{ resource: id, attribute: 'Ref' }], origin };
}
