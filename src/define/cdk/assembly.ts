import type { Diagnostic } from '../../model/diagnostic.ts';
import type { InputFile } from '../input.ts';
import { folderOf, localPath } from '../local-path.ts';
import { constructPathsOf, type Manifest, parseJson, parseManifest, type StackArtifact } from './manifest.ts';

/** A stack of a cloud assembly with its template. */
export interface AssemblyStack {
  readonly artifact: StackArtifact;
  readonly template: InputFile;
  /** The manifest that names it; the stacks of one manifest and environment are deployed side by side. */
  readonly manifest: InputFile;
  /** Path of the CDK stage that it is in. */
  readonly stage?: string;
  readonly constructPaths: ReadonlyMap<string, string>;
}

export interface Assembly {
  readonly stacks: readonly AssemblyStack[];
  /** Files that were read besides templates. */
  readonly files: readonly InputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A manifest that is still to be opened. */
interface Open {
  readonly manifest: InputFile;
  readonly stage?: string;
}

/** Opens a cloud assembly with the stages inside it. What cannot be read is a diagnostic, and the rest is still there. */
export function openAssembly(manifest: InputFile): Assembly {
  const stacks: AssemblyStack[] = [];
  const files: InputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const open: Open[] = [{ manifest }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (seen.has(next.manifest.path)) continue;
    seen.add(next.manifest.path);
    files.push(next.manifest);
    const parsed = parseManifest(next.manifest.text);
    if (typeof parsed === 'string') {
      diagnostics.push(
        problem(next.manifest, 'cdk-manifest', `the manifest cannot be used: ${parsed}; run cdk synth again`),
      );
      continue;
    }
    for (const artifact of parsed.stacks) {
      const stack = openStack(artifact, next, { files, diagnostics });
      if (stack !== undefined) stacks.push(stack);
    }
    open.push(...stagesOf(parsed, next.manifest, diagnostics));
  }
  return { stacks, files, diagnostics };
}

interface Results {
  readonly files: InputFile[];
  readonly diagnostics: Diagnostic[];
}

function openStack(artifact: StackArtifact, { manifest, stage }: Open, results: Results): AssemblyStack | undefined {
  const template = besideManifest(manifest, artifact.templateFile, results.diagnostics);
  if (template === undefined) return undefined;
  const side =
    artifact.metadataFile === undefined
      ? undefined
      : besideManifest(manifest, artifact.metadataFile, results.diagnostics);
  if (side !== undefined) results.files.push(side);
  const more = side === undefined ? [] : constructPathsOf(parseJson(side.text));
  return {
    artifact,
    template,
    manifest,
    ...(stage !== undefined && { stage }),
    constructPaths: new Map([...more, ...artifact.constructPaths]),
  };
}

function stagesOf(parsed: Manifest, manifest: InputFile, diagnostics: Diagnostic[]): readonly Open[] {
  return parsed.nested.flatMap(({ directory, displayName }) => {
    const inner = besideManifest(manifest, `${directory}/manifest.json`, diagnostics);
    return inner === undefined ? [] : [{ manifest: inner, stage: displayName }];
  });
}

/** A file that a manifest names, relative to the manifest's folder. */
function besideManifest(manifest: InputFile, named: string, diagnostics: Diagnostic[]): InputFile | undefined {
  const path = localPath(folderOf(manifest.path), named);
  const read = path === undefined ? ({ kind: 'escapes' } as const) : manifest.root.read(path);
  if (read.kind === 'file') return read.input;
  if (read.kind === 'escapes') {
    diagnostics.push(
      problem(
        manifest,
        'path-escape',
        `the manifest names ${named}, which is outside the folder of the input; it is not read`,
      ),
    );
  } else if (read.kind === 'missing') {
    diagnostics.push(
      problem(manifest, 'cdk-file-missing', `the manifest names ${named}, which is not there; run cdk synth again`),
    );
  } else {
    diagnostics.push(problem(manifest, read.code, `${named} is left out: ${read.message}`));
  }
  return undefined;
}

function problem(manifest: InputFile, code: string, message: string): Diagnostic {
  return { level: 'error', code, message, source: { file: manifest.file, line: 1, column: 1, endLine: 1 } };
}
