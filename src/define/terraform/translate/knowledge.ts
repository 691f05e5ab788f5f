import type { TerraformForm, TerraformKnowledge } from '../../../model/terraform.ts';

/** One thing that a Terraform type does: the CloudFormation type, and how. */
export interface KnownForm {
  readonly type: string;
  readonly form: TerraformForm;
}

/** What each Terraform type does, by its name. First comes what each of them is, last what it does to others. */
export type TerraformTypes = ReadonlyMap<string, readonly KnownForm[]>;

/** The knowledge by Terraform type. */
export function terraformTypes(knowledge: readonly TerraformKnowledge[]): TerraformTypes {
  const types = new Map<string, KnownForm[]>();
  for (const { type, from } of knowledge) {
    for (const [name, form] of Object.entries(from)) {
      const forms = types.get(name) ?? [];
      types.set(name, forms);
      forms.push({ type, form });
    }
  }
  for (const forms of types.values()) forms.sort((a, b) => rank(a.form) - rank(b.form));
  return types;
}

function rank(form: TerraformForm): number {
  if (form.kind === 'configures') return 3;
  if (form.each !== undefined) return 2;
  return form.when === undefined ? 0 : 1;
}
