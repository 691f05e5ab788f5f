import { and, type Guard, isPossible } from '../../../model/guard.ts';
import { textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { TerraformInstance } from '../instance.ts';
import { cloudFormationReference } from './cloudformation-reference.ts';
import { type Draft, instanceId, type Translation } from './draft.ts';
import { propertyOf, substituted } from './substitute.ts';

const SUBNET = 'AWS::EC2::Subnet';

/** What subnets of a VPC have that are associated with nothing else: its main route table, its default network ACL. */
export interface SubnetDefault {
  /** Key of the VPC. */
  readonly vpc: string;
  readonly of: Value;
  readonly guard: Guard;
  /** Who says so. */
  readonly instance: TerraformInstance;
}

/**
 * Terraform can state the default, templates cannot: it is said as an association of each subnet that has none of the
 * type, whose property `of` names what the subnet is associated with.
 */
export function associationsByDefault(
  defaults: ReadonlyMap<string, SubnetDefault>,
  association: { readonly type: string; readonly of: string },
  translation: Translation,
): readonly Draft[] {
  const drafts = [...translation.owners.values()].flatMap((owner) => owner.drafts);
  const explicit = new Set(
    drafts
      .filter(({ type }) => type === association.type)
      .flatMap((draft) => keyOf(draft, 'SubnetId', translation) ?? []),
  );
  return drafts.flatMap((subnet): readonly Draft[] => {
    const found = subnet.type === SUBNET ? defaults.get(keyOf(subnet, 'VpcId', translation) ?? '') : undefined;
    if (found === undefined) return [];
    const { instance, of } = found;
    const own = cloudFormationReference(
      instanceId(translation.root, subnet.instance.address),
      'Ref',
      subnet.instance.origin,
    );
    const guard = and(found.guard, subnet.guard);
    if (explicit.has(keyText(own, translation) ?? '') || !isPossible(guard)) return [];
    const address = `${subnet.address}.${association.type.replace('AWS::EC2::Subnet', '')}`;
    return [
      {
        id: instanceId(subnet.place.deployment, address),
        type: association.type,
        address,
        place: subnet.place,
        guard,
        instance,
        origin: instance.origin,
        properties: new Map([
          [association.of, of],
          ['SubnetId', own],
        ]),
        resolved: new Map(),
        named: undefined,
      },
    ];
  });
}

function keyOf(draft: Draft, property: string, translation: Translation): string | undefined {
  const value = propertyOf(draft, property, translation);
  const content = value === undefined ? undefined : textOf(value);
  return content === undefined ? undefined : textKey(content);
}

/** What a value is once references in it are what they lead to; undefined when it is no text. */
export function keyText(value: Value, translation: Translation): string | undefined {
  const content = textOf(substituted(value, translation));
  return content === undefined ? undefined : textKey(content);
}
