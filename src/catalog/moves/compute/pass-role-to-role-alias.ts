import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a role alias',
    description:
      'The identity makes an alias of a role it may pass, through which the certificates of IoT devices get sessions of the role.',
    service: 'credentials.iot.amazonaws.com',
    ways: [
      {
        rights: [
          ['iot:CreateRoleAlias', 'rolealias/'],
          ['iot:CreateKeysAndCertificate', '*'],
          ['iot:CreatePolicy', 'policy/'],
          ['iot:AttachPolicy', 'cert/'],
        ],
      },
      {
        rights: [['iot:CreateRoleAlias', 'rolealias/']],
        provided: 'a device certificate with a policy that lets it use the alias',
      },
    ],
    technique: 'T1098.001',
    reference: 'https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html',
  }),
);
