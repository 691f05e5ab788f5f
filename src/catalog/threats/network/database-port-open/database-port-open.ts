import { defineThreat } from '../../../../model/threat.ts';
import { databasePorts } from '../../../data/database-ports.ts';
import { openPorts } from '../../../open-port.ts';

export default defineThreat({
  title: 'Database port open to the internet',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who guesses or finds a password, as soon as a public address or a forwarder leads there',
    action: 'sign in to the data store',
    impact: 'disclosure, change and loss of its records',
  },
  stride: ['spoofing', 'information-disclosure', 'denial-of-service'],
  techniques: ['T1133', 'T1110', 'T1213.006'],
  weaknesses: ['CWE-284', 'CWE-668'],
  controls: ['security-group-rule', 'private-placement'],
  likelihood: 4,
  impact: 4,
  howUsed:
    'Databases on public addresses are found by search engines for ports. What follows are lists of passwords, known flaws, and ransom notes in place of tables.',
  howTested:
    "From outside, nc -vz ENDPOINT with the port must time out, from the application's subnet it must connect. The rule's source must be the application's security group.",
  falsePositives: 'A port that something else than a data store listens on.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  find: (element, ask) => openPorts(element, ask, databasePorts),
});
