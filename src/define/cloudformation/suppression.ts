import type { Suppression } from '../../model/resource.ts';
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
  const [rule, reason, owner, expires] = ['rule', 'reason', 'owner', 'expires'].map((key) =>
    body === undefined ? undefined : declaredString(body, key)?.trim(),
  );
  if (!rule || !reason || !owner || !expires) {
    refuse(resource, item, 'an acceptance needs rule, reason, owner and expires; it does not count without them');
    return [];
  }
  if (!isDay(expires)) {
    refuse(resource, item, `expires must be a day, YYYY-MM-DD, not ${expires}; the acceptance does not count`);
    return [];
  }
  return [{ rule, reason, owner, expires, origin: item.origin }];
}

function isDay(text: string): boolean {
  const [, month = '0', day = '0'] = /^\d{4}-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
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
