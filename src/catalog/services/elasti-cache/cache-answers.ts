import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { flag, members, quantity, within, word } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { subnetsOfGroup } from '../../subnet-group.ts';

/** Answers that cache clusters and replication groups of ElastiCache give alike. */

const subnets = { type: 'AWS::ElastiCache::SubnetGroup', subnets: 'SubnetIds' } as const;

/** Caches have private addresses only. */
export function cachePlacement(view: ResourceView, groups: string): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: subnetsOfGroup(view, 'CacheSubnetGroupName', subnets),
    securityGroups: guardedMembers(view, groups),
    publicAddress: byDefault('no'),
  });
}

/** Port 6379 for Redis OSS and Valkey, 11211 for Memcached, unless another is given. */
export function cacheEndpoints(
  view: ResourceView,
  how: {
    readonly engine: Fact<string>;
    readonly transit: Fact<EncryptionInTransit>;
    readonly authentication: Endpoint['authentication'];
  },
): Fact<readonly Endpoint[]> {
  return bindFact(how.engine, (engine) => {
    const memcached = engine === 'memcached';
    return mapFact(quantity(view, 'Port', memcached ? 11211 : 6379), (port): readonly Endpoint[] => [
      {
        protocol: memcached ? 'memcached' : 'redis',
        port,
        authentication: how.authentication,
        audience: byDefault('network'),
        encrypted: mapFact(how.transit, ({ state }) => state),
        origin: view.origin(),
      },
    ]);
  });
}

/** TLS is off unless switched on; in mode `preferred` plain text is taken as well (AWS::ElastiCache::ReplicationGroup). */
export function cacheTransit(view: ResourceView, mode: Fact<string>): Fact<EncryptionInTransit> {
  return bindFact(flag(view, 'TransitEncryptionEnabled', false), (on): Fact<EncryptionInTransit> => {
    if (!on) return given<EncryptionInTransit>({ state: 'none' });
    return mapFact(
      mode,
      (wanted): EncryptionInTransit => ({ state: wanted === 'preferred' ? 'optional' : 'required' }),
    );
  });
}

/** Slow commands and the engine's own log, each delivered only when asked for. */
export function cacheLogs(view: ResourceView): Fact<readonly LogSource[]> {
  return bindFact(cacheEngine(view), (engine) =>
    engine === 'memcached' ? notApplicable('Memcached delivers no logs') : deliveredLogs(view),
  );
}

function deliveredLogs(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(members(view, 'LogDeliveryConfigurations'), (items): readonly LogSource[] => {
    const types = items.map((item) => literalOf(textOf(within(view, item).read('LogType') ?? item) ?? []));
    return [
      { what: 'query', on: types.includes('slow-log') },
      { what: 'execution', on: types.includes('engine-log') },
    ];
  });
}

/** Engine in lower case. */
export function cacheEngine(view: ResourceView): Fact<string> {
  return mapFact(word(view, 'Engine', 'redis'), (engine) => engine.toLowerCase());
}
