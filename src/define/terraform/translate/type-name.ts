import { resourceTypeLines } from '../../../catalog/data/resource-types.generated.ts';

let names: ReadonlyMap<string, string> | undefined;

/**
 * The type name of a Terraform resource that no knowledge maps: the CloudFormation type of the same words
 * (`aws_kinesis_stream` and `AWS::Kinesis::Stream`), else `Terraform::aws_thing`.
 */
export function unmappedType(terraformType: string): string {
  names ??= namesOfTypes();
  const words = terraformType.startsWith('aws_') ? terraformType.slice('aws_'.length).replaceAll('_', '') : undefined;
  const known = words === undefined ? undefined : (names.get(words) ?? names.get(`ec2${words}`));
  return known ?? `Terraform::${terraformType}`;
}

function namesOfTypes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = ''] of resourceTypeLines.matchAll(/^(AWS::\S+) /gm)) {
    const words = name.slice('AWS::'.length).replaceAll('::', '').toLowerCase();
    if (!found.has(words)) found.set(words, name);
  }
  return found;
}
