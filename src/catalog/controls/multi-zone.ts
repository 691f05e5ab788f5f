import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'More than one availability zone',
  description: 'The failure of one zone does not stop the service.',
  kind: 'corrective',
  service: 'AWS',
  howToAdd: 'Spread instances over subnets in several zones; switch the multi-zone option of the service on.',
  effort: 3,
  inForce: 'It runs in subnets of two zones, or its own setting says so.',
  cost: 'fixed',
  effects: [],
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html',
  ],
});
