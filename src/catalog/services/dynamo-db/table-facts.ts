import type { DataHolding } from '../../../model/data-keeping.ts';
import { byDefault, type Fact, notApplicable } from '../../../model/fact.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';

/** What holds of every DynamoDB table, whether it has replicas in other regions or not. */
export const tableFacts = {
  placement: inRegion,
  runsAs: notApplicable('a table acts as nobody'),
  endpoints: throughApi,
  encryptionInTransit: apiTransport,
  logging: notApplicable('reads and writes are logged by a trail with data events, which answers'),
  secretsInClear: notApplicable('a table has no property that takes a secret'),
  software: notApplicable('DynamoDB runs no software that the customer chooses'),
};

/** What a table holds, as long as nobody says more of it. */
export function tableHolds(): Fact<DataHolding> {
  return byDefault<DataHolding>({ what: 'records', confidentiality: 3, integrity: 3, availability: 3 });
}
