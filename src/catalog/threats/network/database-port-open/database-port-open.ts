import { defineThreat } from '../../../../model/threat.ts';
import { openPorts, type Services } from '../../../open-port.ts';

/** Default ports of data stores and brokers, from their documentation. */
const services: Services = new Map([
  [445, 'SMB'],
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2049, 'NFS'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5439, 'Redshift'],
  [5601, 'Kibana'],
  [6379, 'Redis'],
  [8182, 'Neptune'],
  [9042, 'Cassandra'],
  [9092, 'Kafka'],
  [9200, 'Elasticsearch'],
  [9300, 'Elasticsearch'],
  [11211, 'Memcached'],
  [27017, 'MongoDB'],
  [50000, 'Db2'],
]);

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
  falsePositives: 'A port that something else than a data store listens on.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  find: (element, ask) => openPorts(element, ask, services),
});
