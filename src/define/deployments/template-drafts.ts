import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { ParsedDocument } from '../cloudformation/node.ts';
import type { InputRoot, SkippedInput, TemplateInput } from '../input.ts';
import type { InputFiles } from '../input-files.ts';
import { withoutExtension } from '../local-path.ts';
import { nestedOnly, nestedTemplates, resourcesOf } from './nested-templates.ts';
import type { Draft } from './planned-deployment.ts';

export interface TemplateDrafts {
  readonly drafts: readonly Draft[];
  readonly skipped: readonly SkippedInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A template that was opened. */
interface Opened {
  readonly source: TemplateInput;
  readonly document: ParsedDocument;
}

/**
 * One deployment for each template that nobody declares: named by its path without the extension, or with it where
 * two templates differ in nothing else. Templates found in a folder that others nest are no deployments of their own.
 */
export function templateDrafts(
  sources: readonly TemplateInput[],
  files: InputFiles,
  origins: OriginTable,
): TemplateDrafts {
  const skipped: SkippedInput[] = [];
  const diagnostics: Diagnostic[] = [];
  const opened: Opened[] = [];
  for (const source of sources) {
    const document = files.parse(source.input);
    if (resourcesOf(document) !== undefined) opened.push({ source, document });
    else if (source.given || document.diagnostics.length > 0) diagnostics.push(...notATemplate(document));
    else skipped.push({ path: source.input.file, why: 'it is no CloudFormation template: it has no Resources' });
  }
  const parents = parentsOf(opened);
  const drafts: Draft[] = [];
  const twins = twinPaths(opened);
  for (const { source, document } of opened) {
    const { input, role } = source;
    const parent = parents.get(input.root)?.get(input.path);
    if (parent !== undefined && !source.given) {
      skipped.push({ path: input.file, why: `it is deployed as a nested stack of ${parent}` });
      continue;
    }
    const name = twins.has(`${input.root.folders.join('/')}\0${input.path}`)
      ? input.path
      : withoutExtension(input.path);
    const origin = topOf(document, origins);
    drafts.push({
      name,
      folders: input.root.folders,
      role,
      input,
      content: { kind: 'template', document },
      parameters: new Map(),
      oneRegion: false,
      origin,
    });
  }
  return { drafts, skipped, diagnostics };
}

/** The origin of a file as a whole. */
export function topOf(document: ParsedDocument, origins: OriginTable): Origin {
  return document.root?.origin ?? origins.source(document.file, 1, 1, 1);
}

/** Syntax errors say enough; a file that is well-formed and yet no template is told here. */
export function notATemplate(document: ParsedDocument): readonly Diagnostic[] {
  if (document.diagnostics.length > 0) return document.diagnostics;
  const message =
    'the file is no CloudFormation template: it has no Resources; give a template, a folder or a cdk.out folder';
  return [
    {
      level: 'error',
      code: 'not-a-template',
      message,
      source: { file: document.file, line: 1, column: 1, endLine: 1 },
    },
  ];
}

function parentsOf(opened: readonly Opened[]): ReadonlyMap<InputRoot, ReadonlyMap<string, string>> {
  const nesting = new Map<InputRoot, Map<string, readonly string[]>>();
  for (const { source, document } of opened) {
    const { root, path } = source.input;
    const ofRoot = nesting.get(root) ?? new Map<string, readonly string[]>();
    nesting.set(root, ofRoot.set(path, nestedTemplates(document, path)));
  }
  return new Map([...nesting].map(([root, paths]) => [root, nestedOnly(paths)]));
}

/** Paths, with their root, that differ from another one in the extension only. */
function twinPaths(opened: readonly Opened[]): ReadonlySet<string> {
  const byStem = new Map<string, string[]>();
  for (const { source } of opened) {
    const folder = source.input.root.folders.join('/');
    const stem = `${folder}\0${withoutExtension(source.input.path)}`;
    const paths = byStem.get(stem) ?? [];
    paths.push(`${folder}\0${source.input.path}`);
    byStem.set(stem, paths);
  }
  return new Set([...byStem.values()].filter((paths) => paths.length > 1).flat());
}
