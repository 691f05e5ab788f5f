import type { InputFile, LocalRead, RootInput } from '../input.ts';
import { localPath } from '../local-path.ts';
import { lookAt } from '../looks-like-template.ts';
import { terraformFolder } from '../terraform/folder-input.ts';
import type { TerraformContent } from './planned-deployment.ts';
import { contentOf } from './terraform-drafts.ts';

/** What a path of `bartizan.yaml` that is said to be Terraform leads to, or why nothing. */
export type DeclaredTerraform =
  | { readonly kind: 'found'; readonly input: InputFile; readonly terraform: TerraformContent }
  | Exclude<LocalRead, { kind: 'file' }>
  /** Something is there, and it is neither of the three. */
  | { readonly kind: 'other' };

/** The path below the root; `''` for the root itself, undefined when it leaves it. */
export function declaredPath(path: string): string | undefined {
  return /^\.?\/*$/.test(path) ? '' : localPath('', path);
}

/** A root module, plan or state at a path below the root. */
export function declaredTerraform({ root, role }: RootInput, path: string): DeclaredTerraform {
  const folder = terraformFolder(root, path, { role, given: true }, () => undefined);
  if (folder !== undefined) return { kind: 'found', input: folder.input, terraform: { folder, variableFiles: [] } };
  const read = path === '' ? ({ kind: 'missing' } as const) : root.read(path);
  if (read.kind !== 'file') return read;
  const kind = lookAt(read.input.text);
  if (kind !== 'terraform-plan' && kind !== 'terraform-state') return { kind: 'other' };
  return { kind: 'found', input: read.input, terraform: contentOf({ kind, input: read.input }) };
}
