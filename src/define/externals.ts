import { always } from '../model/guard.ts';
import type { BoundaryId, ElementId } from '../model/id.ts';
import { id } from '../model/id.ts';
import type { Origin } from '../model/origin.ts';
import { type Boundary, type DeclaredPart, type Element, internetBoundary, internetElement } from '../model/system.ts';

/** External entities that the system turns out to talk to, made once each and kept in the order of their ids. */
export interface Externals {
  /** The element for something outside, made when it is first asked for. */
  of(party: ExternalParty): ElementId;
  elements(): readonly Element[];
  boundaries(): readonly Boundary[];
}

export interface ExternalParty {
  readonly kind: 'internet' | 'address' | 'supplied' | 'aws-account' | 'aws-service' | DeclaredPart['kind'];
  readonly name: string;
  readonly origin: Origin;
}

/** Third parties and identity providers stand in a boundary of their own; the rest on the open internet. */
const ownBoundary: Readonly<Record<ExternalParty['kind'], Boundary['kind'] | undefined>> = {
  internet: undefined,
  address: 'third-party',
  supplied: undefined,
  'aws-account': 'account',
  'aws-service': 'service',
  person: undefined,
  saas: 'third-party',
  'identity-provider': 'identity-provider',
  'on-premises': 'on-premises',
  planned: undefined,
  external: 'third-party',
};

export function createExternals(): Externals {
  const elements = new Map<ElementId, Element>();
  const boundaries = new Map<BoundaryId, Boundary>();
  return {
    of(party) {
      const element =
        party.kind === 'internet' ? internetElement : id<ElementId>(`external/${party.kind}/${party.name}`);
      if (!elements.has(element)) elements.set(element, describe(element, party, boundaries));
      return element;
    },
    elements: () => [...elements.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    boundaries: () => [...boundaries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function describe(element: ElementId, party: ExternalParty, boundaries: Map<BoundaryId, Boundary>): Element {
  const kind = ownBoundary[party.kind];
  const boundary = kind === undefined ? internetBoundary : id<BoundaryId>(`${kind}:${party.name}`);
  if (kind !== undefined && !boundaries.has(boundary)) {
    boundaries.set(boundary, { id: boundary, kind, name: party.name, parent: internetBoundary });
  }
  return {
    id: element,
    address: party.name,
    type: `external:${party.kind}`,
    kind: 'external-entity',
    name: party.name,
    guard: always,
    boundary,
    placements: [boundary],
    resources: [],
    service: 'managed',
    aliases: [],
    origin: party.origin,
  };
}
