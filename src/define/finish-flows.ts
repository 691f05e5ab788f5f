import type { Forward } from '../model/entry.ts';
import { casesOf } from '../model/fact.ts';
import { type Guard, isPossible } from '../model/guard.ts';
import { type BoundaryId, type ElementId, type FlowId, id } from '../model/id.ts';
import type { Boundary, Element, Flow } from '../model/system.ts';
import { boundaryChains } from './boundary-chain.ts';

/** A flow before it is placed: its id follows from its ends, what it crosses from where they stand. */
export type FlowDraft = Omit<Flow, 'id' | 'crosses'>;

/** A connection that a configuration states, between two elements; none from an element to itself. */
export function draftOf(
  forward: Forward,
  at: { readonly from: ElementId; readonly to: ElementId; readonly guard: Guard },
): readonly FlowDraft[] {
  const { from, to, guard } = at;
  if (from === to || !isPossible(guard)) return [];
  return [
    {
      from,
      to,
      kind: forward.kind,
      protocol: forward.protocol,
      ports: [forward.port === null ? 'any' : String(forward.port)],
      encrypted: encryptionOf(forward),
      authenticated: forward.authentication,
      because: forward.because,
      guard,
      origin: forward.origin,
    },
  ];
}

function encryptionOf(forward: Forward): boolean | 'unknown' {
  const { encrypted } = forward;
  if (encrypted.kind === 'known') return encrypted.value;
  const answers = new Set(casesOf(encrypted).map(({ fact }) => (fact.kind === 'unknown' ? 'unknown' : fact.value)));
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : 'unknown';
}

/** Flows by id, those that are there already first. Two of the same ends, kind, protocol and ports are one. */
export function finishFlows(
  drafts: readonly FlowDraft[],
  among: { readonly elements: readonly Element[]; readonly boundaries: readonly Boundary[] },
  before: readonly Flow[] = [],
): readonly Flow[] {
  const placed = new Map<ElementId, BoundaryId>(among.elements.map((element) => [element.id, element.boundary]));
  const chain = boundaryChains(among.boundaries);
  const flows = new Map<FlowId, Flow>(before.map((flow) => [flow.id, flow]));
  for (const flow of drafts) {
    const key = id<FlowId>(`${flow.from} -> ${flow.to} # ${flow.kind} ${flow.protocol} ${flow.ports.join(',')}`);
    if (flows.has(key)) continue;
    const from = chain(placed.get(flow.from));
    const to = chain(placed.get(flow.to));
    const crosses = [
      ...from.filter((boundary) => !to.includes(boundary)),
      ...to.filter((boundary) => !from.includes(boundary)).reverse(),
    ];
    flows.set(key, { ...flow, id: key, crosses });
  }
  return [...flows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
