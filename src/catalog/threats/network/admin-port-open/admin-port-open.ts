import { defineThreat } from '../../../../model/threat.ts';
import { administrationPorts } from '../../../data/administration-ports.ts';
import { openPorts } from '../../../open-port.ts';

export default defineThreat({
  title: 'Administration port open to the internet',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who guesses or finds a password or key, or knows a flaw of the service',
    action: 'sign in to the host as an administrator',
    impact: 'control of the host, its role and what it reaches',
  },
  stride: ['spoofing', 'elevation-of-privilege'],
  techniques: ['T1133', 'T1110', 'T1021.008'],
  weaknesses: ['CWE-284', 'CWE-307'],
  controls: ['security-group-rule', 'session-manager', 'private-placement'],
  likelihood: 4,
  impact: 4,
  howUsed:
    "Port 22 and 3389 are scanned on all of AWS's addresses all the time. Lists of passwords, stolen keys and flaws of the service follow within minutes of a host's start.",
  howTested:
    'From outside, nc -vz ADDRESS 22 (and 3389) must time out. Sign in through Session Manager instead: it must work with no inbound rule at all.',
  falsePositives: 'A bastion whose source cannot be narrowed, with keys only and watched sign-ins.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
  ],
  find: (element, ask) => openPorts(element, ask, administrationPorts),
});
