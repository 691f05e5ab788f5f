import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Certificate for named hosts',
  description: 'A stolen certificate is good for the hosts that it names and no other.',
  kind: 'preventive',
  service: 'AWS Certificate Manager',
  howToAdd: 'Request a certificate with the names of the hosts.',
  effort: 1,
  inForce: 'The certificate names hosts, not a wildcard.',
  cost: 'none',
  effects: [],
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html'],
});
