import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Threat detection',
  description: 'Suspicious API calls, traffic and behaviour are found by a service that watches all the time.',
  kind: 'detective',
  service: 'Amazon GuardDuty',
  howToAdd: 'Enable a detector in every region.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/what-is-guardduty.html'],
});
