import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Element } from '../model/system.ts';
import { waysIn } from './ways-in.ts';

/** Is this, or may it be, a door that callers on the internet come in by: a load balancer, an API, a distribution, a public function? */
export function isPublicEntry(element: Element, resource: Resource, { reach }: Questions): boolean {
  if (element.kind !== 'process' && element.kind !== 'network') return false;
  const direct = waysIn(reach, resource.id).direct?.verdict;
  return direct === 'open' || direct === 'unknown';
}
