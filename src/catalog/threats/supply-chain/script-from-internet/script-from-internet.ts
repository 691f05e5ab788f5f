import { casesOf } from '../../../../model/fact.ts';
import { describeText } from '../../../../model/text.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Script from the internet that runs unseen',
  statement: {
    source: 'owner of the address that a script is fetched from, or intruder there',
    prerequisites: 'who changes what lies under it',
    action: 'run commands as administrator on every machine that starts',
    impact: 'control of the machines, their role and what they reach',
  },
  stride: ['tampering', 'elevation-of-privilege'],
  techniques: ['T1195', 'T1059'],
  weaknesses: ['CWE-494', 'CWE-829'],
  controls: ['pinned-code'],
  likelihood: 2,
  impact: 4,
  howUsed:
    "A script that is piped from the internet into a shell runs as root on each new machine. Its server may answer machines of AWS differently from the reviewer's browser, as takeovers of such hosts have shown.",
  howTested:
    'Block the address in a test network and start a machine: it must come up without it, from an image or an artefact of your own with a checked digest. Search user data for curl or wget that ends in a shell.',
  falsePositives: 'An address of your own, guarded as well as the template is.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'workload'))) {
      if (fact.kind === 'unknown') continue;
      for (const { kind, location, origin } of fact.value.code) {
        if (kind !== 'download' || location === undefined) continue;
        const address = describeText(location);
        yield {
          key: keyUnder(address, guard),
          guard,
          status: 'open',
          evidence: [{ note: `what lies at ${address} is run as it comes`, origin }],
          controls: [],
          ...(address.startsWith('http://') && { adjust: unprotected }),
          fix: fixOf(resource, {
            control: 'pinned-code',
            title: 'Install from a place of your own, and check what comes',
            property: 'UserData',
            value: 'an image with the software in it, or a package of a fixed version whose signature is checked',
          }),
        };
      }
    }
  },
});

const unprotected: NonNullable<ThreatMatch['adjust']> = [
  { of: 'likelihood', by: 1, because: 'it is fetched over plain HTTP, where anybody on the way can change it' },
];
