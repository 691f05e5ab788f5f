import type { InputFile, InputRoot, LocalRead, ReadResult } from './input.ts';

/** What was read, with other texts in some files, by their name in origins: as if the files were changed on disk. */
export function withTexts(read: ReadResult, texts: ReadonlyMap<string, string>): ReadResult {
  const roots = new Map<InputRoot, InputRoot>();
  const rootOf = (root: InputRoot): InputRoot => {
    const before = roots.get(root);
    if (before !== undefined) return before;
    const changed: InputRoot = {
      folders: root.folders,
      list: (folder) => root.list(folder),
      read(path): LocalRead {
        const found = root.read(path);
        return found.kind === 'file' ? { kind: 'file', input: fileOf(found.input) } : found;
      },
    };
    roots.set(root, changed);
    return changed;
  };
  const fileOf = (input: InputFile): InputFile => ({
    ...input,
    root: rootOf(input.root),
    text: texts.get(input.file) ?? input.text,
  });
  return {
    ...read,
    roots: read.roots.map(({ root, declaration, ...rest }) => ({
      ...rest,
      root: rootOf(root),
      ...(declaration !== undefined && { declaration: fileOf(declaration) }),
    })),
    sources: read.sources.map((source) =>
      source.kind === 'terraform-folder'
        ? { ...source, input: fileOf(source.input), files: source.files.map(fileOf) }
        : { ...source, input: fileOf(source.input) },
    ),
    parameterFiles: read.parameterFiles.map(fileOf),
    ruleFiles: read.ruleFiles.map(fileOf),
  };
}
