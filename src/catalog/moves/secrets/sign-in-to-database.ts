import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { and } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { findings } from '../findings.ts';
import { instance } from '../instance.ts';
import { managedPasswords } from '../managed-passwords.ts';
import { networkWays } from '../network-ways.ts';

/** Databases, caches and brokers that take whoever comes with the password. */
const databases: ReadonlySet<string> = new Set([
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::DocDB::DBCluster',
  'AWS::Redshift::Cluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::AmazonMQ::Broker',
]);

export default defineMove({
  title: 'Sign in to a database',
  description: 'Whoever knows the password of a database, and can open a connection to it, reads and changes its data.',
  technique: 'T1213.006',
  actions: [],
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.html'],
  cost: 1,
  *instances(ask) {
    for (const id of knownOwners(ask)) {
      const database = ask.system.resource(id);
      if (database === undefined || !databases.has(database.type)) continue;
      for (const port of portsOf(ask, database))
        for (const way of networkWays(ask, database, port))
          for (const kind of ['reads', 'writes'] as const)
            yield* instance({
              needs: [{ kind: 'knows', resource: id }, ...way.needs],
              gives: { kind, resource: id },
              proof: [way.proof],
              guard: and(database.guard, way.guard),
            });
    }
  },
});

/** Those whose credential stands somewhere, or is kept by AWS. */
function knownOwners(ask: Questions): ReadonlySet<ResourceId> {
  return new Set([
    ...findings(ask).flatMap(({ gives }) => (gives.kind === 'knows' ? [gives.resource] : [])),
    ...managedPasswords(ask).map(({ id }) => id),
  ]);
}

/** Where it listens; any port when that is not known. */
function portsOf(ask: Questions, { id }: Resource): ReadonlySet<number | undefined> {
  const ports = casesOf(ask.system.fact(id, 'endpoints')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [undefined] : fact.value.map(({ port }) => port ?? undefined),
  );
  return new Set(ports.length === 0 ? [undefined] : ports);
}
