import { defineMove } from '../../../model/attack.ts';
import { and } from '../../../model/guard.ts';
import { instance } from '../instance.ts';
import { admitsStrangers } from '../strangers.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Send requests from the internet',
  description: 'The network lets connections from the internet through to it, and it answers whoever asks.',
  technique: 'T1133',
  actions: [],
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html'],
  cost: 1,
  *instances(ask) {
    const code = new Set(workloads(ask));
    for (const { resource, connection } of ask.reach.fromInternet()) {
      // What a front door hands on is a step of its own; what may be open is a threat that is not known, not a path.
      if (connection.via !== undefined || connection.verdict !== 'open') continue;
      // What a front door asks of callers, it asks before it hands their requests on.
      const admitted = code.has(resource) ? admitsStrangers(ask, resource) : 'yes';
      if (admitted === 'no') continue;
      yield* instance({
        needs: [{ kind: 'network', where: 'internet' }],
        gives: { kind: 'can-call', resource: resource.id },
        proof: [{ kind: 'reachable', from: 'internet', to: resource.id, hops: connection.through }],
        guard: and(resource.guard, connection.guard),
        ...(admitted === 'maybe' && { provided: `${resource.address} answers callers whom it does not know` }),
      });
    }
  },
});
