/**
 * The path that `path` means when a file in `folder` names it; both relative to one root, with `/`. Undefined when it
 * leaves the root, is absolute, or is empty.
 */
export function localPath(folder: string, path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\0') || /^[A-Za-z]:[\\/]/.test(path)) return undefined;
  const steps: string[] = folder === '' ? [] : folder.split('/');
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.length === 0 ? undefined : steps.join('/');
}

/** The folder of a relative path; `''` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last step of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Without the extension that says the format; CDK's and SAM's `.template.json` counts as one extension. */
export function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])(\.template)?\.(ya?ml|json|template|tfstate)$/i, '');
}

/** Is `path` the folder itself or below it? `''` contains everything. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
