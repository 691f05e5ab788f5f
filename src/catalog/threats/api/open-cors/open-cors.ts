import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Answers that pages of every website may read',
  statement: {
    source: 'owner of a website',
    prerequisites: 'which a signed-in user visits',
    action: 'have the browser of the user call the API and read its answers',
    impact: 'disclosure and change of what the user may see',
  },
  stride: ['information-disclosure'],
  techniques: ['T1189'],
  weaknesses: ['CWE-346'],
  controls: ['narrow-cors'],
  likelihood: 1,
  impact: 2,
  howUsed:
    "A victim who is signed in opens a page of the attacker's, whose script calls the API in the victim's browser and reads the answers, since the API tells the browser that every origin may. Allowing all origins together with credentials, or reflecting whichever origin asks, gives away the victim's session.",
  howTested:
    'Send a preflight: curl -X OPTIONS with Origin: https://attacker.example and Access-Control-Request-Method. The answer must not carry Access-Control-Allow-Origin with that origin or with *, least of all beside Access-Control-Allow-Credentials: true.',
  falsePositives: 'APIs that are public for everybody and know no users.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'anyOriginAllowed',
      wanted: false,
      bad: 'pages of every website may call it with every method and read its answers',
      good: 'it names the websites or methods that pages may use',
      fix: {
        control: 'narrow-cors',
        title: 'Name the websites',
        property: 'AllowOrigins',
        value: 'the origins of your own pages',
      },
    }),
});
