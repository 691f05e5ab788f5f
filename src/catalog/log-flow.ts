import type { Forward } from '../model/entry.ts';
import type { ResourceView } from '../model/service.ts';
import { text } from '../model/text.ts';
import { isGiven } from './combine-facts.ts';
import { statedFlow } from './stated-flow.ts';

/**
 * Where a workload's log goes: to the log group that a property names, else to the one that its service makes under
 * `/aws/<service>/<name>` as soon as the workload's role may write there.
 */
export function logFlow(
  view: ResourceView,
  to: { readonly path: string; readonly service: string },
): readonly Forward[] {
  const { address, name } = view.resource;
  const given = view.read(to.path);
  if (given !== undefined && isGiven(given))
    return statedFlow(given, { kind: 'log', because: `${address} writes its log there` });
  return statedFlow(
    { kind: 'text', text: text(`/aws/${to.service}/`, ...name), origin: view.origin() },
    { kind: 'log', because: `what ${address} prints goes to its log group as soon as its role may write there` },
  );
}
