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
  howUsed:
    'Addresses of servers behind an API leak from certificate transparency logs, old DNS records and error pages. Whoever has one sends requests straight to it, with any headers that the API would have set, and no authorizer, quota or firewall of the API stands in between.',
  howTested:
    "Call the backend's own address with curl from outside, without the API's client certificate. The TLS handshake must fail; a status of the application, even 403, shows that the server listens to everybody.",
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
