import type { Suppression } from '../../model/resource.ts';
import { acceptanceOf } from '../acceptance.ts';
import { declaredString } from './declared.ts';
import type { Node } from './node.ts';
import { type Declaration, report } from './scope.ts';

/** Acceptances beside the resource: `Metadata: {Bartizan: {accept: [{rule, reason, owner, expires}]}}`. */
export function suppressionsOf(resource: Declaration): readonly Suppression[] {
  const bartizan = member(member(resource.body, 'Metadata'), 'Bartizan');
  const accept = member(bartizan, 'accept');
  if (accept === undefined) {
    if (bartizan !== undefined) refuse(resource, bartizan, 'needs a list under accept');
    return [];
  }
  if (accept.kind !== 'sequence') {
    refuse(resource, accept, 'accept must be a list of mappings with rule, reason, owner and expires');
    return [];
  }
  return accept.items.flatMap((item) => suppression(resource, item));
}

function suppression(resource: Declaration, item: Node): readonly Suppression[] {
  const body = item.kind === 'mapping' ? item : undefined;
  const written = (key: string) => (body === undefined ? undefined : declaredString(body, key)?.trim());
  const [rule, reason, owner, expires] = ['rule', 'reason', 'owner', 'expires'].map(written);
  const acceptance = acceptanceOf({ rule, reason, owner, expires }, item.origin);
  if (typeof acceptance !== 'string') return [acceptance];
  refuse(resource, item, acceptance);
  return [];
}

function member(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? node.entries.get(key)?.value : undefined;
}

function refuse(resource: Declaration, node: Node, what: string) {
  report(
    resource.scope,
    'error',
    'invalid-acceptance',
    `Metadata.Bartizan of ${resource.logicalId}: ${what}`,
    node.origin,
  );
}
