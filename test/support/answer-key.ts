import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { DocumentThreat, ThreatModelDocument } from '../../src/model/document.ts';
import type { DocumentElement, DocumentFlow } from '../../src/model/document-system.ts';
import { rulesOfTopic } from './answer-topics.ts';
import { modelOfTexts } from './model-of-texts.ts';

/** What a careful reader found in a template of others. The words are those of the keys beside the project. */
export interface AnswerKey {
  readonly name: string;
  /** `corpus: path in it`. */
  readonly template: string;
  readonly boundaries: readonly KeyBoundary[];
  readonly flows: readonly KeyFlow[];
  readonly topThreats: readonly KeyThreat[];
  readonly attackPaths: readonly KeyPath[];
  readonly mustStaySilent: readonly { readonly topic: string; readonly element: string }[];
}

export interface KeyThreat {
  readonly rank: number;
  readonly topic: string;
  readonly elements: readonly string[];
}

export interface KeyFlow {
  readonly from: string;
  readonly to: string;
  readonly encrypted: boolean | 'unknown';
}

export interface KeyBoundary {
  readonly kind: string;
  readonly name: string;
  readonly logicalId?: string;
}

export interface KeyPath {
  readonly entry: string;
  readonly target: string;
  readonly certain: boolean;
}

/** The folder beside the project that holds templates and keys; tests that need it are skipped without it. */
export const shared = new URL('../../../shared/', import.meta.url);

/** Where a reader looks first. */
const first = 15;

/** The keys of a folder in the order of their names; none when it is not there. */
export function readAnswerKeys(folder: URL): readonly AnswerKey[] {
  if (!existsSync(folder) || !existsSync(shared)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as AnswerKey);
}

/** The threat model of the template that a key is about. */
export async function modelOfKey({ template }: AnswerKey): Promise<ThreatModelDocument> {
  const [corpus = '', path = ''] = template.split(': ');
  const text = readFileSync(new URL(`corpora/templates/${corpus}/${path}`, shared), 'utf8');
  return (await modelOfTexts({ 'template.yaml': text })).document;
}

/** Ranked threats of the key that are not among our first. */
export function missedThreats(key: AnswerKey, document: ThreatModelDocument): readonly string[] {
  const top = document.threats.slice(0, first);
  return key.topThreats
    .filter((threat) => !top.some((ours) => means(ours, threat, document)))
    .map(({ rank, topic }) => `${rank} ${topic}`);
}

/** Open threats that the key says are none. */
export function loudThreats(key: AnswerKey, { threats }: ThreatModelDocument): readonly string[] {
  const open = threats.filter(({ status }) => status === 'open');
  return key.mustStaySilent
    .filter(({ topic, element }) =>
      open.some(({ rule, address }) => address === element && (rulesOfTopic[topic] ?? []).includes(rule)),
    )
    .map(({ topic, element }) => `${topic} ${element}`);
}

/** Flows of the key that are not drawn, and those drawn with another answer about encryption. */
export function judgeFlows(
  key: AnswerKey,
  document: ThreatModelDocument,
): { readonly missing: readonly string[]; readonly wrong: readonly string[] } {
  const asked = key.flows.filter(({ from, to }) => from !== 'operator' && to !== 'operator');
  const drawn = asked.map((flow) => ({ flow, ours: flowsBetween(flow, document) }));
  return {
    missing: drawn.filter(({ ours }) => ours.length === 0).map(({ flow }) => `${flow.from} -> ${flow.to}`),
    wrong: drawn
      .filter(({ flow, ours }) => ours.length > 0 && ours.every(({ encrypted }) => encrypted !== flow.encrypted))
      .map(({ flow }) => `${flow.from} -> ${flow.to} should be ${flow.encrypted}`),
  };
}

/** Paths of the key that we do not find, and those that we take for certain though they are not. */
export function judgePaths(
  key: AnswerKey,
  document: ThreatModelDocument,
): { readonly missing: readonly string[]; readonly overstated: readonly string[] } {
  const found = key.attackPaths.map((path) => ({
    path,
    ours: document.attackPaths.filter(({ entry, target, steps }) => {
      const on = new Set([entry, target, ...steps.flatMap(({ from, to }) => [from, to])]);
      const passes = (name: string) => elementsFor(name, document).some(({ id }) => on.has(id));
      return elementsFor(path.target, document).some(({ id }) => id === target) && passes(path.entry);
    }),
  }));
  return {
    missing: found.filter(({ ours }) => ours.length === 0).map(({ path }) => `${path.entry} -> ${path.target}`),
    overstated: found
      .filter(({ path, ours }) => !path.certain && ours.some(({ certainty }) => certainty === 'certain'))
      .map(({ path }) => `${path.entry} -> ${path.target}`),
  };
}

/** Boundaries of the key that are not drawn; those that are an element or a role with us are drawn as such. */
export function missingBoundaries(key: AnswerKey, { system }: ThreatModelDocument): readonly string[] {
  return key.boundaries
    .filter(({ kind, logicalId }) => {
      const kinds = boundaryKinds[kind];
      if (kinds === undefined) return false;
      return !system.boundaries.some(
        (boundary) =>
          kinds.includes(boundary.kind) &&
          (kind === 'subnet-tier' || logicalId === undefined || boundary.name === logicalId),
      );
    })
    .map(({ kind, name }) => `${kind} ${name}`);
}

const boundaryKinds: Readonly<Record<string, readonly string[]>> = {
  account: ['account'],
  edge: ['edge'],
  'external-account': ['third-party', 'account'],
  internet: ['internet'],
  'security-group': ['security-group'],
  subnet: ['subnet'],
  'subnet-tier': ['subnet'],
  vpc: ['vpc'],
};

/** Does one of our threats mean the same, on one of the key's elements or on what it is a part of? */
function means(
  ours: DocumentThreat,
  { topic, elements }: Pick<KeyThreat, 'topic' | 'elements'>,
  { system }: ThreatModelDocument,
): boolean {
  if (!(rulesOfTopic[topic] ?? []).includes(ours.rule)) return false;
  const parts = system.elements.find(({ id }) => id === ours.element)?.resources ?? [];
  return elements.some((name) => ours.address === name || parts.includes(name));
}

function elementsFor(name: string, { system }: ThreatModelDocument): readonly DocumentElement[] {
  if (name === 'internet') return system.elements.filter(({ type }) => type === 'external:internet');
  if (!name.startsWith('aws-service:')) return system.elements.filter(({ resources }) => resources.includes(name));
  const service = name.slice('aws-service:'.length).toLowerCase();
  return system.elements.filter(
    ({ type, name: own }) => type.startsWith('external:') && service.includes(own.toLowerCase().split('.')[0] ?? own),
  );
}

function flowsBetween({ from, to }: KeyFlow, document: ThreatModelDocument): readonly DocumentFlow[] {
  const starts = new Set(elementsFor(from, document).map(({ id }) => id));
  const ends = new Set(elementsFor(to, document).map(({ id }) => id));
  return document.system.flows.filter((flow) => starts.has(flow.from) && ends.has(flow.to));
}
