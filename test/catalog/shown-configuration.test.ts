import { describe, expect, it } from 'vitest';
import { isShown, shownConfiguration } from '../../src/catalog/data/shown-configuration.ts';
import { resourceType } from '../../src/catalog/resource-type.ts';
import { terraformKnowledge } from '../../src/catalog/terraform.generated.ts';

/** Secrets are looked for where AWS shows configuration: those properties must be there, in both languages. */
describe.each(Object.entries(shownConfiguration))('%s', (type, shown) => {
  it('is a type of CloudFormation with these properties, or those of Terraform’s form', () => {
    const properties = resourceType(type)?.properties ?? [];
    expect(properties.some((one) => isShown(shown, one))).toBe(true);
  });

  it('is shown by some action', () => {
    expect([...(shown.actions ?? []), ...(shown.anywhere ?? [])]).not.toEqual([]);
  });

  it('keeps what is shown when it comes from Terraform', () => {
    const forms = terraformKnowledge.filter((one) => one.type === type).flatMap(({ from }) => Object.values(from));
    const kept = forms.flatMap(({ properties }) => Object.keys(properties)).filter((one) => isShown(shown, one));
    if (forms.length > 0) expect(kept, `none of ${shown.properties.join(', ')}`).not.toEqual([]);
  });
});
