import { defineThreat } from '../../../../model/threat.ts';
import { settingOf } from '../../../judge-setting.ts';
import { fixOf, judge } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Server that cannot tell the API from others',
  statement: {
    source: 'attacker',
    prerequisites: 'who finds the address of the server behind the API',
    action: 'call the server directly, past all checks of the API',
    impact: 'requests that nobody has checked, limited or recorded',
  },
  stride: ['spoofing'],
  techniques: ['T1190'],
  weaknesses: ['CWE-290'],
  controls: ['origin-protection'],
  likelihood: 1,
  impact: 1,
  falsePositives: 'Servers that only a private connection reaches, and integrations with AWS services.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
  ],
  *find(element, { system }) {
    for (const id of element.resources) {
      const resource = system.resource(id);
      if (resource === undefined) continue;
      yield* judge<boolean>({
        fact: settingOf(system, id, 'provesItself'),
        resource,
        key: id === element.resource ? '' : resource.address,
        bad: (proves) => (proves ? undefined : 'it shows no certificate to the servers that it calls'),
        closedBy: () => ({ control: 'origin-protection', note: 'it shows a certificate to the servers that it calls' }),
        whenUnknown: false,
        fix: fixOf(resource, {
          control: 'origin-protection',
          title: 'Show the servers a certificate',
          property: 'ClientCertificateId',
          value: 'a client certificate that the servers check',
        }),
      });
    }
  },
});
