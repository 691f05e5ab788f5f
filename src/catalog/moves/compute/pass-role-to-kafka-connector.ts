import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a Kafka connector',
    description:
      'The identity runs a connector of MSK Connect, from a plugin of its own or one that is there, as a role it may pass.',
    service: 'kafkaconnect.amazonaws.com',
    ways: [
      {
        rights: [
          ['kafkaconnect:CreateCustomPlugin', '*'],
          ['kafkaconnect:CreateConnector', '*'],
        ],
      },
      {
        rights: [['kafkaconnect:CreateConnector', '*']],
        there: { types: ['AWS::KafkaConnect::CustomPlugin'], what: 'a plugin' },
        provided: 'the plugin does what its settings say',
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-service-execution-role.html',
  }),
);
