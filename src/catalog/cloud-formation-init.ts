import type { SecretInClear } from '../model/data-keeping.ts';
import { type Fact, given } from '../model/fact.ts';
import type { Resource } from '../model/resource.ts';
import { namedScalars } from './named-scalars.ts';
import { joinSecrets, secretsInEntry, secretsInText } from './secret-in-clear.ts';

/**
 * The property under which importers keep `AWS::CloudFormation::Init` of a resource's metadata: files, commands and their
 * environment that `cfn-init` sets up in a machine.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html
 */
export const initProperty = 'CloudFormationInit';

/** Secrets that stand in it in clear: `DescribeStackResource` and the template show them. */
export function initSecrets({ properties }: Resource): Fact<readonly SecretInClear[]> {
  const init = properties.entries.get(initProperty);
  if (init === undefined) return given([]);
  const where = 'metadata for cfn-init';
  return joinSecrets(
    [...namedScalars(init, initProperty)].flatMap(({ name, value }) => [
      secretsInEntry(name, value, where),
      secretsInText(value, where),
    ]),
  );
}
