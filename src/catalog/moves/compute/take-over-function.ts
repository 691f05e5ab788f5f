import { defineMove } from '../../../model/attack.ts';
import { takesAnyCode, takesAnyCodeAndIsCalled } from '../called.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Replace the code of a function',
    description:
      'The identity may change what a Lambda function runs: at its next call the function runs the attacker’s code.',
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html',
    cost: 2,
    thing: 'a function',
    types: ['AWS::Lambda::Function'],
    kind: 'function:',

    service: 'lambda.amazonaws.com',

    ways: [
      { on: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'], when: takesAnyCode },
      { on: ['lambda:UpdateFunctionCode', 'lambda:AddPermission'], when: takesAnyCode },
      { on: ['lambda:UpdateFunctionCode'], when: takesAnyCodeAndIsCalled, unseen: 'something calls it' },
      { on: ['lambda:UpdateFunctionConfiguration', 'lambda:InvokeFunction'], when: takesAnyCode },
      { on: ['lambda:UpdateFunctionConfiguration', 'lambda:AddPermission'], when: takesAnyCode },
      { on: ['lambda:UpdateFunctionConfiguration'], when: takesAnyCodeAndIsCalled, unseen: 'something calls it' },
    ],
  }),
);
