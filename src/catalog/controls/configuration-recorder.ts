import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Config recorder',
  description: 'What the configuration was before and after each change is kept.',
  kind: 'detective',
  service: 'AWS Config',
  howToAdd: 'A recorder of all types and a delivery channel in every region.',
  effort: 2,
  inForce: 'A recorder is in the account and region.',
  cost: 'usage',
  effects: [
    { technique: 'T1578.001', does: 'detect', basis: 'attack M1047' },
    { technique: 'T1578.002', does: 'detect', basis: 'attack M1047' },
    { technique: 'T1578.005', does: 'detect', basis: 'attack M1047' },
  ],
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html'],
});
