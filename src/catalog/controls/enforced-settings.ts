import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Settings that clients cannot override',
  description: 'Encryption and place of results are what the owner set, whatever a client asks for.',
  kind: 'preventive',
  service: 'Amazon Athena',
  howToAdd: 'Set EnforceWorkGroupConfiguration to true.',
  effort: 1,
  inForce: 'The work group enforces its settings over those of clients.',
  cost: 'none',
  effects: [],
  references: ['https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html'],
});
