import type { Diagnostic } from '../model/diagnostic.ts';
import type { OriginTable } from '../model/origin.ts';
import type { ParsedDocument } from './cloudformation/node.ts';
import { parseDocument } from './cloudformation/parse.ts';
import type { LocalFile } from './cloudformation/unit.ts';
import type { InputFile } from './input.ts';
import { folderOf, localPath } from './local-path.ts';

/** The files of a run by their names in origins: parsed once, and remembered for the list of inputs. */
export interface InputFiles {
  /** Notes that the file's content counts for the result. */
  use(input: InputFile): void;
  parse(input: InputFile): ParsedDocument;
  /** A file that the file `from` names; reports when it leaves the root or cannot be used. */
  readLocal(path: string, from: string): LocalFile | undefined;
  /** Every file in use with the SHA-256 of its bytes, sorted by path. */
  hashes(): readonly { readonly path: string; readonly sha256: string }[];
  /** Every file in use by its name in origins. */
  readonly used: ReadonlyMap<string, InputFile>;
  readonly diagnostics: readonly Diagnostic[];
}

export function createInputFiles(origins: OriginTable): InputFiles {
  const used = new Map<string, InputFile>();
  const documents = new Map<string, ParsedDocument>();
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();

  const report = (from: string, path: string, code: string, message: string) => {
    if (reported.has(`${from}\0${path}`)) return;
    reported.add(`${from}\0${path}`);
    const line = lineOf(used.get(from)?.text ?? '', path);
    diagnostics.push({ level: 'error', code, message, source: { file: from, line, column: 1, endLine: line } });
  };

  const files: InputFiles = {
    used,
    diagnostics,
    use(input) {
      used.set(input.file, input);
    },
    parse(input) {
      files.use(input);
      const known = documents.get(input.file);
      if (known !== undefined) return known;
      const document = parseDocument(input.file, input.text, origins);
      documents.set(input.file, document);
      return document;
    },
    readLocal(path, from) {
      const source = used.get(from);
      if (source === undefined) return undefined;
      const target = localPath(folderOf(source.path), path);
      const read = target === undefined ? ({ kind: 'escapes' } as const) : source.root.read(target);
      if (read.kind === 'file') {
        files.use(read.input);
        return { file: read.input.file, text: read.input.text };
      }
      if (read.kind === 'escapes') {
        report(from, path, 'path-escape', `${path} is outside the folder of the input; it is not read, move it below`);
      } else if (read.kind === 'refused') report(from, path, read.code, `${path} is left out: ${read.message}`);
      return undefined;
    },
    hashes() {
      return [...used.values()]
        .flatMap(({ file, sha256 }) => (sha256 === undefined ? [] : [{ path: file, sha256 }]))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
  return files;
}

/** The line that first names a path: the reference itself is not known any more when the file is asked for. */
function lineOf(text: string, path: string): number {
  const at = text.indexOf(path);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
