import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Origin that only the edge can call',
  description: 'Requests cannot go around the distribution and its firewall.',
  kind: 'preventive',
  service: 'Amazon CloudFront',
  howToAdd:
    'Admit only the managed prefix list of CloudFront and demand a secret header, or use a VPC origin or origin access control.',
  effort: 2,
  inForce: 'The origin admits the distribution only: by identity, header or prefix list.',
  cost: 'none',
  effects: [
    { technique: 'T1190', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1498', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1530', does: 'protect', basis: 'attack M1037' },
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html',
  ],
});
