import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'VPC endpoint with a policy',
  description: 'Calls to AWS stay in the network, and only to own resources by own identities.',
  kind: 'preventive',
  service: 'AWS PrivateLink',
  howToAdd:
    'Make an endpoint for the service with a policy that has conditions on aws:PrincipalOrgID and aws:ResourceOrgID.',
  effort: 3,
  inForce: 'The policy of the endpoint does not allow the request; the access engine cites it on each refusal.',
  cost: 'fixed',
  effects: [
    { technique: 'T1048', does: 'protect', score: 'partial', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1530', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1537', does: 'protect', basis: 'attack M1037' },
  ],
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'],
});
