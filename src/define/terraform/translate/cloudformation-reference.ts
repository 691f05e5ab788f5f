import type { ResourceId } from '../../../model/id.ts';
import type { Origin } from '../../../model/origin.ts';
import type { UnknownValue } from '../../../model/value.ts';
import { attributeReference } from '../instance.ts';

/** Before names of CloudFormation in references; Terraform's attributes have no colon. */
const MARK = 'cloudformation:';

/** A reference to an attribute by CloudFormation's name of it: rules speak of attributes that Terraform has no name for. */
export function cloudFormationReference(resource: ResourceId, attribute: string, origin: Origin): UnknownValue {
  return attributeReference(resource, `${MARK}${attribute}`, origin);
}

/** CloudFormation's name of an attribute that was referred to by it. */
export function cloudFormationName(attribute: string): string | undefined {
  return attribute.startsWith(MARK) ? attribute.slice(MARK.length) : undefined;
}
