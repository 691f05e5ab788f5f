import type { EncryptionInTransit } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { flag, possibleMembers, within, word } from '../../answer.ts';

/** A parameter of a group that is on or off; undefined when the group does not name it. */
export function parameterOn(group: ResourceView, name: string): Fact<boolean> | undefined {
  const setting = possibleMembers(group, 'Parameters')
    .map((item) => within(group, item))
    .find((item) => {
      const named = item.read('ParameterName');
      return named !== undefined && literalOf(textOf(named) ?? []) === name;
    });
  return setting === undefined ? undefined : flag(setting, 'ParameterValue', false);
}

/**
 * Groups of the present family demand TLS unless they say otherwise, older ones do not.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/security-encryption-in-transit.html
 */
export function requiresTls(group: ResourceView): Fact<boolean> {
  return (
    parameterOn(group, 'require_ssl') ??
    bindFact(word(group, 'ParameterGroupFamily', ''), (family) => byDefault(family !== 'redshift-1.0'))
  );
}

/** What a group says of the connections of its clusters. */
export function transitByParameters(group: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(requiresTls(group), (on): EncryptionInTransit => ({ state: on ? 'required' : 'optional' }));
}
