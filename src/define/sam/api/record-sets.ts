import { canonicalJson, contentId } from '../content-id.ts';
import type { Expansion } from '../expansion.ts';
import { entryOf, fieldOf, isPlainMap, isTrue, textOf } from '../fields.ts';
import type { MadeObject } from '../made.ts';
import { put } from '../put.ts';
import type { Domain } from './domain.ts';

/** Notes the records of a domain name; those of one zone become one group unless they are to be apart. */
export function putRecordSets({ api, given }: Domain, alias: MadeObject, expansion: Expansion) {
  const route = fieldOf(given, 'Route53');
  if (!isPlainMap(route)) return;
  const [zoneId, zoneName] = [entryOf(route, 'HostedZoneId'), entryOf(route, 'HostedZoneName')];
  const zone = (zoneId ?? zoneName)?.value;
  if (zone === undefined) return;
  const content = textOf(zone) ?? canonicalJson(zone);
  const domainName = fieldOf(given, 'DomainName');
  const separate = isTrue(fieldOf(route, 'SeparateRecordSetGroup'));
  const apart = separate && domainName !== undefined ? (textOf(domainName) ?? canonicalJson(domainName)) : '';
  const id = contentId('RecordSetGroup', `${apart}${content}`);
  const known = expansion.recordSets.get(id);
  const group = known ?? {
    cause: api,

    zone: zoneId === undefined ? { HostedZoneName: zone } : { HostedZoneId: zone },
    sets: [],
  };
  expansion.recordSets.set(id, group);
  const types = isTrue(fieldOf(route, 'IpV6')) ? ['A', 'AAAA'] : ['A'];
  for (const Type of types) {
    group.sets.push({
      Name: domainName,
      Type,
      AliasTarget: { ...alias, EvaluateTargetHealth: entryOf(route, 'EvaluateTargetHealth')?.value },
      Region: entryOf(route, 'Region')?.value,
      SetIdentifier: entryOf(route, 'SetIdentifier')?.value ?? (entryOf(route, 'Region') ? domainName : undefined),
    });
  }
}

/** Writes the groups of records that the domain names of all APIs have. */
export function recordSetGroups(expansion: Expansion) {
  for (const [id, { cause, zone, sets }] of expansion.recordSets) {
    const type = 'AWS::Route53::RecordSetGroup';
    put(expansion, cause, { id, type, properties: { ...zone, RecordSets: sets } });
  }
}
