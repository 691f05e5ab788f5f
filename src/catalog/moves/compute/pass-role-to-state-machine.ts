import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a state machine',
    description:
      'The identity makes or changes a state machine with a role it may pass and starts it: its states call any AWS API.',
    service: 'states.amazonaws.com',
    ways: [
      {
        rights: [
          ['states:CreateStateMachine', 'stateMachine:'],
          ['states:StartExecution', 'stateMachine:'],
        ],
      },
      {
        rights: [
          ['states:CreateStateMachine', 'stateMachine:'],
          ['states:StartSyncExecution', 'stateMachine:'],
        ],
      },
      {
        rights: [
          ['states:UpdateStateMachine', 'stateMachine:', 'AWS::StepFunctions::StateMachine'],
          ['states:StartExecution', 'stateMachine:', 'AWS::StepFunctions::StateMachine'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  }),
);
