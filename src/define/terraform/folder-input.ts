import type { InputFile, InputRole, InputRoot, LocalRead, TerraformFolderInput } from '../input.ts';
import { isTerraformFile, isVariableFile } from '../looks-like-template.ts';

/** Paths of the configuration and variable files of Terraform directly in a folder, sorted. */
export function terraformFilesIn(root: InputRoot, folder: string): readonly string[] {
  const names = root.list(folder).filter((name) => isTerraformFile(name) || isVariableFile(name));
  return names.map((name) => (folder === '' ? name : `${folder}/${name}`));
}

/**
 * A folder with its files; undefined when it has no configuration. Files that cannot be read are told to `unreadable` and
 * left out.
 */
export function terraformFolder(
  root: InputRoot,
  folder: string,
  { role, given }: { readonly role: InputRole; readonly given: boolean },
  unreadable: (path: string, read: Exclude<LocalRead, { kind: 'file' }>) => void,
): TerraformFolderInput | undefined {
  const files: InputFile[] = [];
  for (const path of terraformFilesIn(root, folder)) {
    const read = root.read(path);
    if (read.kind === 'file') files.push(read.input);
    else unreadable(path, read);
  }
  const input = files.find((file) => isTerraformFile(file.path));
  return input === undefined ? undefined : { kind: 'terraform-folder', input, folder, files, role, given };
}
