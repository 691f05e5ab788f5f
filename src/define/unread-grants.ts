import { readWhere, unreadGrants } from '../catalog/data/unread-grants.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OriginTable } from '../model/origin.ts';
import type { Resource } from '../model/resource.ts';
import { literalOf } from '../model/text.ts';
import { at, textOf } from '../model/value.ts';
import { spanOf } from './span-of.ts';

function isRead({ type, properties }: Resource): boolean {
  const ways = Object.hasOwn(readWhere, type) ? (readWhere[type] ?? []) : [];
  return ways.some(({ path, value }) => {
    const stated = at(properties, ...path);
    if (stated === undefined) return false;
    return value === undefined || literalOf(textOf(stated) ?? []) === value;
  });
}

/** What lets somebody use something and is not read: told once for each type, at the first resource that does so. */
export function tellUnreadGrants(resources: readonly Resource[], origins: OriginTable): readonly Diagnostic[] {
  const found = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (!Object.hasOwn(unreadGrants, resource.type) || isRead(resource)) continue;
    const before = found.get(resource.type);
    if (before === undefined) found.set(resource.type, [resource]);
    else before.push(resource);
  }
  return [...found].flatMap(([type, [first, ...others]]): readonly Diagnostic[] => {
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    const message = `${first.address}${more} (${type}) says ${unreadGrants[type]}, which is not read; what it allows is not in the answers, look at it yourself`;
    return [{ level: 'info', code: 'grants-not-read', message, source: spanOf(first.origin, origins, '') }];
  });
}
