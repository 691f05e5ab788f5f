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
