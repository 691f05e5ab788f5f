import type { ReadResult } from '../input.ts';
import type { TerraformImporter } from './import-terraform.ts';

/** What imports Terraform, loaded when one of the inputs needs it: other runs do not pay for its knowledge. */
export async function loadTerraform({ sources, roots }: ReadResult): Promise<TerraformImporter | undefined> {
  const given = sources.some(({ kind }) => kind.startsWith('terraform-'));
  const declared = roots.some(({ declaration }) => /^\s*(-\s*)?terraform\s*:/m.test(declaration?.text ?? ''));
  if (!given && !declared) return undefined;
  const { createTerraformImporter } = await import('./import-terraform.ts');
  return createTerraformImporter();
}
