import type { EncryptionInTransit } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { follow } from '../../follow.ts';

/** DocumentDB refuses connections without TLS unless the parameter `tls` says `disabled` (developer guide, "Encrypting data in transit"). */
export function transitByParameters(group: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(
    word(group, 'Parameters.tls', 'enabled'),
    (tls): EncryptionInTransit => ({
      state: tls.toLowerCase() === 'disabled' ? 'optional' : 'required',
    }),
  );
}

/** What the parameter group of a cluster says. */
export function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  return bindFact(follow(view, 'DBClusterParameterGroupName', ['AWS::DocDB::DBClusterParameterGroup']), (group) =>
    group === undefined ? byDefault<EncryptionInTransit>({ state: 'required' }) : transitByParameters(group),
  );
}
