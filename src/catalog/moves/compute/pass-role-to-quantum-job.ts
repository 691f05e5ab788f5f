import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a Braket job',
    description: 'The identity makes a hybrid job of Braket, whose script runs as a role it may pass.',
    service: 'braket.amazonaws.com',
    ways: [{ rights: [['braket:CreateJob', 'job/']] }],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/braket/latest/developerguide/braket-manage-access.html',
  }),
);
