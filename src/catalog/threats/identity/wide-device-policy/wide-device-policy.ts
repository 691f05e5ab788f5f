import { casesOf } from '../../../../model/fact.ts';
import { and } from '../../../../model/guard.ts';
import type { Statement } from '../../../../model/policy.ts';
import type { Text } from '../../../../model/text.ts';
import { matchPatternIgnoringCase } from '../../../../model/text.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

/** What devices do with messages, and the kind of resource that each names. */
const messaging = [
  ['iot:Publish', 'send messages on every topic'],
  ['iot:Receive', 'get messages of every topic'],
  ['iot:Subscribe', 'listen to every topic'],
  ['iot:Connect', 'connect under the name of every device'],
] as const;

export default defineThreat({
  title: 'Devices that may act as any other',
  statement: {
    source: 'anyone who takes the certificate out of one device',
    prerequisites: 'such as its owner, or a thief',
    action: 'act as every other device of the account',
    impact: 'forged measurements and commands, and messages that are read by the wrong people',
  },
  stride: ['spoofing', 'elevation-of-privilege', 'information-disclosure'],
  techniques: ['T1078.004', 'T1552'],
  weaknesses: ['CWE-250', 'CWE-1220'],
  controls: ['least-privilege'],
  likelihood: 3,
  impact: 3,
  howUsed:
    "A certificate read out of one device, which its owner or a thief holds in the hand, speaks for that device only if the policy ties it to it. Otherwise it subscribes to everybody's topics and sends commands to all of them.",
  howTested:
    'With the certificate of one test device, connect under the client id of another and subscribe to #. Both must be refused; the policy should use iot:Connection.Thing.ThingName.',
  falsePositives: 'Policies of back ends that serve all devices and do not leave the data centre.',
  references: ['https://docs.aws.amazon.com/iot/latest/developerguide/security-best-practices.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || casesOf(system.fact(resource.id, 'principal')).length > 0) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'identityPolicies'))) {
      if (fact.kind === 'unknown') continue;
      for (const { document } of fact.value) {
        for (const statement of document.statements) {
          const means = meansOf(statement);
          if (means === undefined) continue;
          const both = and(guard, document.guard, statement.guard);
          yield {
            key: keyUnder(means, both),
            guard: both,
            status: 'open',
            evidence: [{ note: `whoever shows a certificate with this policy may ${means}`, origin: statement.origin }],
            controls: [],
            ...(means === everything && { adjust: all }),
            fix: fixOf(resource, {
              control: 'least-privilege',
              title: 'Name the topics and the client of the device itself',
              property: 'PolicyDocument.Statement',
              value: 'ARNs with the policy variable iot:Connection.Thing.ThingName',
            }),
          };
        }
      }
    }
  },
});

const everything = 'do everything in IoT';

const all: NonNullable<ThreatMatch['adjust']> = [
  { of: 'impact', by: 1, because: 'rules, policies and certificates can be changed as well' },
];

function meansOf({ effect, actions = [], resources = [], conditions }: Statement): string | undefined {
  if (effect !== 'Allow' || conditions.length > 0 || !resources.some(isEvery)) return undefined;
  const allows = (action: string) => actions.some((pattern) => matchPatternIgnoringCase(pattern, [action]) === 'yes');
  // No action has this name: only a pattern that takes in all of them meets it.
  if (allows('iot:AnyActionAtAll') && resources.some((pattern) => pattern[0] === '*')) return everything;
  const means = messaging.flatMap(([action, what]) => (allows(action) ? [what] : []));
  return means.length === 0 ? undefined : means.join(', ');
}

/** `*`, or a pattern for all topics or all clients. */
function isEvery(pattern: Text): boolean {
  const end = pattern.at(-1);
  return typeof end === 'string' && (end === '*' || /:(topic|topicfilter|client)\/\*$/.test(end));
}
