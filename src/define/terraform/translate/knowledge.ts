import type { TerraformForm, TerraformKnowledge } from '../../../model/terraform.ts';

/** One thing that a Terraform type does: the CloudFormation type, and how. */
export interface KnownForm {
  readonly type: string;
  readonly form: TerraformForm;
}

/** What each Terraform type does, by its name. A form that makes one resource of each comes first. */
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
  if (form.kind === 'configures') return 2;
  return form.each === undefined ? 0 : 1;
}
