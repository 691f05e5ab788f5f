import { notApplicable } from '../../../model/fact.ts';
import type { ServiceType } from '../../../model/service.ts';

/**
 * The answers of a resource that only configures the network: nothing runs in it, nothing is stored, nobody calls it.
 * `what` names it in the reasons: `A route table`.
 */
export function networkFacts(what: string): ServiceType['facts'] {
  return {
    placement: notApplicable(`${what} is part of the network itself`),
    runsAs: notApplicable(`${what} acts as nobody`),
    endpoints: notApplicable(`${what} has no address that callers use`),
    encryptionAtRest: notApplicable(`${what} stores no data`),
    encryptionInTransit: notApplicable(`${what} ends no connection`),
    logging: notApplicable(`${what} writes no log of its own; CloudTrail records changes of it`),
    recovery: notApplicable(`${what} holds no data; its template brings it back`),
    secretsInClear: notApplicable(`${what} has no property for a secret`),
    software: notApplicable(`${what} runs no software of the customer's choice`),
    resourcePolicy: notApplicable(`${what} takes no resource policy`),
  };
}
