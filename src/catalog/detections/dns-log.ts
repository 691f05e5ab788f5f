import { defineDetection } from '../../model/detection.ts';
import { sightOf, watchOf } from '../watch-state.ts';

/** Names that are looked up from inside a VPC: where what runs there talks to. */
export default defineDetection({
  title: 'DNS query logs of the resolver',
  service: 'Amazon Route 53',
  control: 'dns-query-logs',
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html'],
  sights(use, place) {
    if (!shownByNames.test(use.technique)) return [];
    const watch = watchOf(use, place, {
      resources: place.inRegion('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation'),
      control: 'dns-query-logs',
      name: 'query log',
      does: 'records the names that are looked up in its VPC',
      judge: () => true,
    });
    return [
      sightOf(watch, {
        as: 'record',
        what: 'the names that were looked up',
        enable: `resolver query logging for the VPCs of ${place.name}`,
      }),
    ];
  },
});

const shownByNames = /^T(1048|1071(\.\d+)?|1496(\.\d+)?|1567|1568(\.\d+)?)$/;
