import { defineMove } from '../../../model/attack.ts';
import { readsEvents, readsNewTable } from '../event-sources.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a function',
    description:
      'The identity makes a Lambda function that runs as a role it may pass, and has the function run its own code: by calling it, by letting another account call it, or from a queue, stream or table.',
    service: 'lambda.amazonaws.com',
    ways: [
      {
        rights: [
          ['lambda:CreateFunction', 'function:'],
          ['lambda:InvokeFunction', 'function:'],
        ],
      },
      {
        rights: [
          ['lambda:CreateFunction', 'function:'],
          ['lambda:AddPermission', 'function:'],
        ],
      },
      {
        rights: [
          ['lambda:CreateFunction', 'function:'],
          ['lambda:CreateFunctionUrlConfig', 'function:'],
          ['lambda:InvokeFunctionUrl', 'function:'],
        ],
      },
      {
        rights: [
          ['lambda:CreateFunction', 'function:'],
          ['lambda:CreateEventSourceMapping', '*'],
          ['dynamodb:CreateTable', 'table/'],
          ['dynamodb:PutItem', 'table/'],
        ],
        fits: readsNewTable,
      },
      {
        rights: [
          ['lambda:CreateFunction', 'function:'],
          ['lambda:CreateEventSourceMapping', '*'],
        ],
        fits: readsEvents,
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  }),
);
