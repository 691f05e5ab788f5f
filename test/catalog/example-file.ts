import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dimensions } from '../../src/catalog/describe-answer.ts';
import { parseDocument } from '../../src/define/cloudformation/parse.ts';
import { translateTemplate } from '../../src/define/cloudformation/translate.ts';
import { createBase, type ResourceBase } from '../../src/define/system/create-system.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { AnyDimension } from '../../src/model/dimension.ts';
import { type DeploymentId, id } from '../../src/model/id.ts';
import { createOrigins } from '../../src/model/origin.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ServiceType } from '../../src/model/service.ts';

/**
 * Examples of a resource type: `<type>.examples.yaml` beside its knowledge, a template whose comments say what must come
 * out. Directly above a logical id: `# good`, `# bad` or `# unknown` (with `: why`, if wanted), then one answer a line,
 * `# encryptionAtRest: aws-owned-key (default)`, as `describeFact` prints it. A type that cannot be wrong, or cannot be
 * unknown, says so at the top: `# no bad example: it has no settings`.
 */
export interface ExampleFile {
  /** `sqs/queue`. */
  readonly name: string;
  readonly examples: readonly Example[];
  /** Kinds of examples that the file says it cannot have, each with the reason. */
  readonly excused: ReadonlyMap<Verdict, string>;
  /** Comments that name no dimension: `line 7: ecryption`. */
  readonly strayComments: readonly string[];
  readonly text: string;
}

export type Verdict = 'good' | 'bad' | 'unknown';

export interface Example {
  readonly logicalId: string;
  readonly line: number;
  readonly verdict?: Verdict;
  readonly expected: readonly { readonly dimension: AnyDimension; readonly text: string; readonly line: number }[];
}

/** A type's knowledge with its name and its examples; `examples` is undefined when the file is not there. */
export interface KnownType {
  readonly name: string;
  readonly service: ServiceType;
  readonly examples: ExampleFile | undefined;
}

const servicesFolder = fileURLToPath(new URL('../../src/catalog/services', import.meta.url));

/** Every type under `services/`, read from the files themselves, so that a stale registry hides none. */
export async function knownTypes(): Promise<readonly KnownType[]> {
  const files = readdirSync(servicesFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const types = files.filter(
    (file) => file.endsWith('.ts') && readFileSync(file, 'utf8').includes('export default defineService('),
  );
  return Promise.all(
    types.map(async (file) => {
      const path = file.slice(0, -'.ts'.length);
      const name = relative(servicesFolder, path).split('\\').join('/');
      const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { readonly default: ServiceType };
      const beside = `${path}.examples.yaml`;
      const examples = files.includes(beside) ? readExamples(name, readFileSync(beside, 'utf8')) : undefined;
      return { name, service: module.default, examples };
    }),
  );
}

/** The comments of an examples file. */
export function readExamples(name: string, text: string): ExampleFile {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^Resources:/.test(line));
  const excused = new Map<Verdict, string>();
  for (const line of lines.slice(0, start)) {
    const [, verdict, reason] = /^# no (good|bad|unknown) example: (.+)$/.exec(line) ?? [];
    if (verdict !== undefined && reason !== undefined) excused.set(verdict as Verdict, reason);
  }
  const examples: Example[] = [];
  const strayComments: string[] = [];
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^[A-Za-z]/.test(line)) break;
    const logicalId = /^ {2}([A-Za-z0-9]+):/.exec(line)?.[1];
    if (logicalId === undefined) continue;
    const block = commentsAbove(lines, at);
    const { expected, stray, verdict } = readBlock(block);
    strayComments.push(...stray);
    examples.push({ logicalId, line: at + 1, expected, ...(verdict !== undefined && { verdict }) });
  }
  return { name, examples, excused, strayComments, text };
}

interface Comment {
  readonly line: number;
  readonly text: string;
}

function commentsAbove(lines: readonly string[], at: number): readonly Comment[] {
  const block: Comment[] = [];
  for (let above = at - 1; above >= 0; above -= 1) {
    const [, text] = /^ {2}# ?(.*)$/.exec(lines[above] ?? '') ?? [];
    if (text === undefined) break;
    block.unshift({ line: above + 1, text });
  }
  return block;
}

function readBlock(block: readonly Comment[]) {
  let verdict: Verdict | undefined;
  const stray: string[] = [];
  const expected: Example['expected'][number][] = [];
  for (const { line, text } of block) {
    const [, label] = /^(good|bad|unknown)(:.*)?$/.exec(text) ?? [];
    if (label !== undefined) {
      verdict = label as Verdict;
      continue;
    }
    const [, dimension, answer] = /^([A-Za-z]+): (.*)$/.exec(text) ?? [];
    if (dimension === undefined || answer === undefined) continue;
    const known = dimensions.find((one) => one === dimension);
    if (known === undefined) stray.push(`line ${line}: ${dimension}`);
    else expected.push({ dimension: known, text: answer, line });
  }
  return { verdict, expected, stray };
}

/** The examples as a deployed system, through the real importer. */
export interface ExampleSystem {
  readonly base: ResourceBase;
  readonly diagnostics: readonly Diagnostic[];
  /** The resource that a logical id of the file stands for. */
  resource(logicalId: string): Resource;
}

export function deployExamples(file: ExampleFile, services: ReadonlyMap<string, ServiceType>): ExampleSystem {
  const origins = createOrigins();
  const deployment = id<DeploymentId>('examples');
  const place = { account: ['111122223333'], region: ['eu-west-1'], partition: ['aws'] };
  const document = parseDocument(`${file.name}.examples.yaml`, file.text, origins);
  const unit = { deployment, document, parameters: new Map<string, string>(), ...place };
  const translated = translateTemplate(unit, { origins, readLocal: () => undefined, exported: () => undefined });
  const origin = origins.source(document.file, 1, 1, 1);
  const deployments = [
    { id: deployment, ...place, origin, role: 'subject' as const, parameters: translated.parameters },
  ];
  const base = createBase({ resources: translated.resources, deployments, asOf: '2026-01-31' }, services);
  return {
    base,
    diagnostics: [...document.diagnostics, ...translated.diagnostics],
    resource(logicalId) {
      const found = translated.resources.find(({ address }) => address === logicalId);
      if (found === undefined) throw new Error(`${document.file} has no resource ${logicalId}`);
      return found;
    },
  };
}
