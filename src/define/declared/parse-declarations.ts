import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RiskMethod } from '../../model/knowledge.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { Declared } from '../../model/system.ts';
import type { MappingNode } from '../cloudformation/node.ts';
import { parseDocument } from '../cloudformation/parse.ts';
import type { InputFile } from '../input.ts';
import { riskMethod } from '../knowledge/risk-section.ts';
import { spanOf } from '../span-of.ts';
import type { Decode, Decoding } from './decode.ts';
import * as sections from './sections.ts';

/** What a `bartizan.yaml` says: the deployments of its folder, and what goes into the system as it stands. */
export interface Declarations {
  readonly declared: Declared;
  readonly deployments: readonly sections.DeclaredDeployment[];
  /** Where rule files lie. */
  readonly rules: readonly sections.DeclaredRules[];
  readonly risk?: RiskMethod;
  readonly diagnostics: readonly Diagnostic[];
}

/** Nothing declared. */
export const nothingDeclared: Declared = {
  parts: [],
  flows: [],
  threats: [],
  controls: [],
  tests: [],
  assets: [],
  appetite: [],
  acceptances: [],
  moved: [],
  assumptions: [],
};

/** What two files declare, as one. */
export function joinDeclared(left: Declared, right: Declared): Declared {
  return {
    parts: [...left.parts, ...right.parts],
    flows: [...left.flows, ...right.flows],
    threats: [...left.threats, ...right.threats],
    controls: [...left.controls, ...right.controls],
    tests: [...left.tests, ...right.tests],
    assets: [...left.assets, ...right.assets],
    appetite: [...left.appetite, ...right.appetite],
    acceptances: [...left.acceptances, ...right.acceptances],
    moved: [...left.moved, ...right.moved],
    assumptions: [...left.assumptions, ...right.assumptions],
  };
}

const knownSections = [
  'deployments',
  'parts',
  'flows',
  'threats',
  'controls',
  'tests',
  'assets',
  'appetite',
  'accept',
  'suppress',
  'moved',
  'assume',
  'rules',
  'risk',
];

/** Reads a `bartizan.yaml`. Entries that are wrong are reported with line and column, and the others still count. */
export function parseDeclarations(input: InputFile, origins: OriginTable): Declarations {
  const document = parseDocument(input.file, input.text, origins);
  const diagnostics: Diagnostic[] = [...document.diagnostics];
  const decoding = decodingOf(input, origins, diagnostics);
  const { root } = document;
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) {
    return { declared: nothingDeclared, deployments: [], rules: [], diagnostics };
  }
  if (root.kind !== 'mapping') {
    decoding.report(root.origin, 'declared-value', `the file must be a map with the keys ${knownSections.join(', ')}`);
    return { declared: nothingDeclared, deployments: [], rules: [], diagnostics };
  }
  return { ...readSections(root, decoding), diagnostics };
}

/** How the decoders of one file report, and how they get origins. */
export function decodingOf(
  { file }: Pick<InputFile, 'file'>,
  origins: OriginTable,
  diagnostics: Diagnostic[],
): Decoding {
  return {
    report: (origin, code, message) => {
      diagnostics.push({ level: 'error', code, message, source: spanOf(origin, origins, file) });
    },
    author: (origin: Origin, by) => origins.add({ kind: 'author', span: spanOf(origin, origins, file), by }),
    place: (origin) => `${file}:${spanOf(origin, origins, file).line}`,
  };
}

/** The sections of the file, each entry decoded by itself. */
export function readSections(root: MappingNode, to: Decoding): Omit<Declarations, 'diagnostics'> {
  for (const { key, keyOrigin } of root.entries.values()) {
    if (knownSections.includes(key)) continue;
    to.report(
      keyOrigin,
      'declared-key',
      `bartizan.yaml has no section ${key}; the sections are: ${knownSections.join(', ')}`,
    );
  }
  const section = <T>(name: string, decode: Decode<T>, nothing: T): T => {
    const value = root.entries.get(name)?.value;
    if (value === undefined || (value.kind === 'scalar' && value.value === null)) return nothing;
    return decode(value, to, name) ?? nothing;
  };
  const risk = section<RiskMethod | undefined>('risk', riskMethod, undefined);
  return {
    deployments: section('deployments', sections.deployments, []),
    rules: section('rules', sections.rules, []),
    ...(risk !== undefined && { risk }),
    declared: {
      parts: section('parts', sections.parts, []),
      flows: section('flows', sections.flows, []),
      threats: section('threats', sections.threats, []),
      controls: section('controls', sections.controls, []),
      tests: section('tests', sections.tests, []),
      assets: section('assets', sections.assets, []),
      appetite: section('appetite', sections.appetite, []),
      acceptances: [...section('accept', sections.accept, []), ...section('suppress', sections.suppress, [])],
      moved: section('moved', sections.moved, []),
      assumptions: section('assume', sections.assume, []),
    },
  };
}
