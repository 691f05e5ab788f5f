import type { Authentication } from '../../model/entry.ts';

/** How a type without knowledge in depth is reached: by what its properties say, and nothing else of it. */
export interface ReachableType {
  /** What is called, `https`. */
  readonly protocol: string;
  readonly ports: readonly number[];
  readonly authentication: Authentication;
  /**
   * `internet`: AWS runs a public endpoint for it. A property: its values, with what holds when it is absent. `unknown`: what
   * would settle it, after "of".
   */
  readonly audience: Audience | DecidedBy | { readonly settledBy: string };
  /** Where its interfaces stand, when it has such. */
  readonly interfaces?: Interfaces;
  /** It stands in no VPC: AWS runs it as a service of the region. */
  readonly regional?: true;
  /** The page that says so. */
  readonly documentation: string;
}

type Audience = 'internet' | 'network' | 'account';

/** A property whose value decides. */
export interface DecidedBy {
  readonly property: string;
  readonly values: Readonly<Record<string, Audience>>;
  readonly whenAbsent: Audience;
}

/** The properties that place interfaces in a VPC; `public` is a boolean one. */
export interface Interfaces {
  readonly subnets: string;
  readonly groups: string;
  readonly public?: string;
}

const page = (path: string) => `https://docs.aws.amazon.com/${path}`;

/** By CloudFormation type. A type that gets knowledge in depth leaves this table. */
export const reachableTypes: Readonly<Record<string, ReachableType>> = {
  'AWS::Amplify::App': {
    protocol: 'https',
    ports: [443],
    authentication: 'none',
    audience: 'internet',
    regional: true,
    documentation: page('amplify/latest/userguide/welcome.html'),
  },
  'AWS::AppStream::Fleet': {
    protocol: 'https',
    ports: [443],
    authentication: 'signed',
    audience: 'internet',
    documentation: page('appstream2/latest/developerguide/user-connections-to-appstream2.html'),
  },
  'AWS::DSQL::Cluster': {
    protocol: 'postgres',
    ports: [5432],
    authentication: 'iam',
    audience: 'internet',
    regional: true,
    documentation: page('aurora-dsql/latest/userguide/security.html'),
  },
  'AWS::EC2::VerifiedAccessEndpoint': {
    protocol: 'https',
    ports: [443],
    authentication: 'jwt',
    audience: 'internet',
    documentation: page('verified-access/latest/ug/how-it-works.html'),
  },
  'AWS::EMR::Studio': {
    protocol: 'https',
    ports: [443],
    authentication: 'iam',
    audience: 'internet',
    documentation: page('emr/latest/ManagementGuide/emr-studio.html'),
  },
  'AWS::Grafana::Workspace': {
    protocol: 'https',
    ports: [443],
    authentication: 'jwt',
    audience: 'internet',
    documentation: page('grafana/latest/userguide/AMG-configure-nac.html'),
  },
  'AWS::Lightsail::Instance': {
    protocol: 'tcp',
    ports: [22, 80],
    authentication: 'none',
    audience: { settledBy: 'the firewall rules' },
    documentation: page('lightsail/latest/userguide/understanding-firewall-and-port-mappings-in-amazon-lightsail.html'),
  },
  'AWS::RedshiftServerless::Workgroup': {
    protocol: 'tcp',
    ports: [5439],
    authentication: 'password',
    audience: 'network',
    interfaces: { subnets: 'SubnetIds', groups: 'SecurityGroupIds', public: 'PubliclyAccessible' },
    documentation: page('redshift/latest/mgmt/serverless-connecting.html'),
  },
  'AWS::VpcLattice::Service': {
    protocol: 'https',
    ports: [443],
    authentication: 'iam',
    audience: { settledBy: 'the associations with service networks' },
    documentation: page('vpc-lattice/latest/ug/how-it-works.html'),
  },
};
