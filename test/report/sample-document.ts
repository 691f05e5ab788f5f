import type { ThreatModelDocument } from '../../src/model/document.ts';
import type {
  DocumentBoundary,
  DocumentElement,
  DocumentFlow,
  DocumentSystem,
} from '../../src/model/document-system.ts';
import { type Cell, cellBoundaries, cellElements, cellFlows, elementsPerCell } from './sample-cell.ts';
import { samplePaths } from './sample-paths.ts';
import { sampleMitigations, sampleThreats } from './sample-threats.ts';

/** Names that try to become markup, an attribute, a terminal command, a table cell, a link. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  '"onload="alert(2)',
  "' onmouseover='alert(3)",
  '\u001b[31mred\u001b[0m\u0007',
  'a | b | c',
  '[click](javascript:alert(4))',
  ']]><svg onload=alert(5)>',
  'bidi \u202e txet',
];

export interface SampleOptions {
  /** How many elements; the smallest useful number is 15. */
  readonly elements: number;
  /** Puts names that try to escape into the system. */
  readonly hostile?: boolean;
  /** Names to use in place of the hostile ones above. */
  readonly names?: readonly string[];
}

/** A realistic threat model of a webshop, or of many webshops in several accounts, regions and VPCs. */
export function sampleDocument(options: SampleOptions): ThreatModelDocument {
  const names = options.names ?? (options.hostile === true ? hostileNames : []);
  const system = renamed(sampleSystem(options.elements), names);
  const threats = sampleThreats(system.elements, names);
  return {
    kind: 'threat-model',
    schemaVersion: '1.0.0',
    tool: { name: 'bartizan', version: '0.1.0', catalog: '5c0ffee5', attack: '17.1' },
    asOf: '2026-11-22',
    scope: {
      inputs: [{ path: 'shop/template.yaml', sha256: 'ab'.repeat(32) }],
      parameters: [
        { deployment: 'shop', name: 'Stage', given: 'default', value: 'prod' },
        { deployment: 'shop', name: 'VpcId', given: 'missing' },
        { deployment: 'shop', name: names[0] ?? 'DomainName', given: 'explicit', value: names[1] ?? 'shop.example' },
      ],
      context: ['network/template.yaml'],
      notAssessed: ['Code of Lambda functions: only their configuration was read'],
    },
    system,
    threats,
    attackPaths: samplePaths(system.elements),
    mitigations: sampleMitigations(threats),
    coverage: sampleCoverage(system.elements, names),
  };
}

function sampleSystem(size: number): DocumentSystem {
  const elements: DocumentElement[] = [...externals];
  const boundaries = new Map<string, DocumentBoundary>(roots.map((root) => [root.id, root]));
  const flows: DocumentFlow[] = [];
  for (let at = 0; elements.length < size; at += 1) {
    const cell = cellNumber(at);
    const own = cellElements(cell, size - elements.length);
    elements.push(...own);
    for (const boundary of cellBoundaries(cell)) boundaries.set(boundary.id, boundary);
    const present = new Set([...externals, ...own].map((element) => element.id));
    flows.push(...cellFlows(cell, present));
    if (own.length < elementsPerCell) break;
  }
  return {
    elements,
    boundaries: [...boundaries.values()],
    flows,
    assets: elements
      .filter((element) => element.kind === 'data-store')
      .map((element) => ({
        id: `asset:${element.id}`,
        name: `Data in ${element.name}`,
        heldBy: element.id,
        confidentiality: 3,
        integrity: 2,
        availability: 2,
        because: 'database of customer orders',
      })),
    assumptions: [
      { id: 'parameter:shop/Stage', text: 'Stage is prod', settledBy: 'parameter Stage of shop' },
      {
        id: 'region:shop',
        text: 'The template is deployed to one region',
        settledBy: '--region',
        source: { file: 'shop/template.yaml', line: 4, column: 3, endLine: 6 },
      },
    ],
  };
}

/** Eight cells an account, in two regions. */
function cellNumber(at: number): Cell {
  const account = Math.floor(at / 8);
  return {
    name: at === 0 ? 'shop' : `shop${at}`,
    account: account === 0 ? 'shop-prod' : `shop-prod-${account}`,
    region: at % 8 < 4 ? 'eu-central-1' : 'us-east-1',
  };
}

const roots: readonly DocumentBoundary[] = [
  { id: 'internet', kind: 'internet', name: 'Internet' },
  { id: 'third-party:mail', kind: 'third-party', name: 'Mail provider', parent: 'internet' },
];

const externals: readonly DocumentElement[] = [
  external('internet', 'external:internet', 'Anyone on the internet', 'internet'),
  external('mail', 'external:saas', 'Mail provider', 'third-party:mail'),
];

function external(name: string, type: string, title: string, boundary: string): DocumentElement {
  return {
    id: `external/${name}`,
    address: title,
    type,
    kind: 'external-entity',
    name: title,
    account: '',
    region: '',
    boundary,
    placements: [boundary],
    resources: [],
    aliases: [],
    exposure: { level: 'none', because: [] },
    facts: {},
    responsibility: { model: 'external', customer: ['what is sent to it'], aws: [] },
    role: 'subject',
  };
}

/** Gives the first elements, boundaries and flows the names asked for. */
function renamed(system: DocumentSystem, names: readonly string[]): DocumentSystem {
  if (names.length === 0) return system;
  return {
    ...system,
    elements: system.elements.map((element, at) => {
      const name = names[at % (names.length * 2)];
      return name === undefined ? element : { ...element, name, address: name, resources: [name] };
    }),
    boundaries: system.boundaries.map((boundary, at) => ({ ...boundary, name: names[at] ?? boundary.name })),
    flows: system.flows.map((flow, at) => ({
      ...flow,
      protocol: names[at] ?? flow.protocol,
      because: names[at] ?? flow.because,
    })),
  };
}

function sampleCoverage(
  elements: readonly DocumentElement[],
  names: readonly string[],
): ThreatModelDocument['coverage'] {
  const counts = new Map<string, number>();
  for (const { type } of elements) counts.set(type, (counts.get(type) ?? 0) + 1);
  const types = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([type]) => type.startsWith('AWS::'));
  return {
    resources: elements.length,
    types: Object.fromEntries(
      types.map(([type, count], at) => [
        type,
        {
          count,
          depth: at % 5 === 4 ? ('schema' as const) : ('in-depth' as const),
          dimensions: {
            logging: { known: count - 1, unknown: 1, notApplicable: 0 },
            encryptionAtRest: { known: count, unknown: 0, notApplicable: 0 },
          },
        },
      ]),
    ),
    unknowns: [
      { question: 'Which subnets are public?', settledBy: 'parameter VpcId of shop', count: 14 },
      { question: 'Where do logs go?', settledBy: 'parameter LogBucket of shop', count: 5 },
      { question: 'Is the zone public?', settledBy: 'parameter VpcId of shop', count: 2 },
    ],
    diagnostics: [
      {
        level: 'warning',
        code: 'unknown-property',
        message: `${names[0] ?? 'WebService'} has no property Foo; it was left out`,
        source: { file: 'shop/template.yaml', line: 88, column: 7, endLine: 88 },
      },
    ],
  };
}
