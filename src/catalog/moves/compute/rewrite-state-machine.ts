import { defineMove } from '../../../model/attack.ts';
import { isCalled } from '../called.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Rewrite a state machine',
    description:
      'The identity changes what a state machine does and has it run: its states call any AWS API with the machine’s role.',
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
    cost: 2,
    thing: 'a state machine',
    types: ['AWS::StepFunctions::StateMachine'],
    kind: 'stateMachine:',

    service: 'states.amazonaws.com',
    as: 'service',

    ways: [
      { on: ['states:UpdateStateMachine', 'states:StartExecution'] },
      { on: ['states:UpdateStateMachine', 'states:StartSyncExecution'] },
      { on: ['states:UpdateStateMachine'], when: isCalled, unseen: 'something starts it' },
    ],
  }),
);
