import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Private service that accepts every connection',
  statement: {
    source: 'customer of AWS',
    prerequisites: 'whose account is allowed, or who comes to act in one',
    action: 'connect to the service without anybody agreeing',
    impact: 'calls into the own network from accounts that nobody knows',
  },
  stride: ['spoofing'],
  techniques: ['T1199'],
  weaknesses: ['CWE-284'],
  controls: ['connection-review'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'An endpoint service that accepts by itself lets every account on its list connect, and those lists name partners whole, or everybody. The connection is quiet and stays.',
  howTested:
    'From an allowed test account, create an endpoint to the service: it must stay in pendingAcceptance until a person accepts it. Review aws ec2 describe-vpc-endpoint-connections for ones that nobody knows.',
  falsePositives: 'Services for accounts of the own organization only.',
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'connectionsReviewed',
      wanted: true,
      bad: 'each connection is accepted by itself',
      good: 'somebody has to accept each connection',
      goodByDefault: true,
      fix: {
        control: 'connection-review',
        title: 'Accept connections by hand',
        property: 'AcceptanceRequired',
        value: 'true',
      },
    }),
});
