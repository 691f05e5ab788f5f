/** What an engine speaks, and where it listens unless another port is asked for. */
export interface EnginePort {
  readonly protocol: string;
  readonly port: number;
}

/**
 * Default ports of engines, where one type serves several: "Port" of CreateDBInstance and CreateDBCluster
 * (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html) and of CreateCacheCluster. Aurora's
 * default is that of its engine.
 */
const engines: readonly (readonly [RegExp, string, number])[] = [
  [/postgres/, 'postgres', 5432],
  [/mysql|mariadb|^aurora$/, 'mysql', 3306],
  [/oracle/, 'oracle', 1521],
  [/sqlserver/, 'sqlserver', 1433],
  [/^db2/, 'db2', 50000],
  [/^neptune/, 'gremlin', 8182],
  [/^docdb/, 'mongodb', 27017],
  [/memcached/, 'memcached', 11211],
  [/redis|valkey/, 'redis', 6379],
];

/** Undefined for engines that are not known. */
export function enginePort(engine: string): EnginePort | undefined {
  const found = engines.find(([pattern]) => pattern.test(engine.toLowerCase()));
  return found && { protocol: found[1], port: found[2] };
}

/** An attribute that tells the port of a resource, which its properties decide before it is deployed. */
interface PortAttribute {
  readonly attribute: RegExp;
  readonly property: string;
  /** The default; by the property `Engine` when absent. */
  readonly standard?: number;
  /** With this property another resource decides about the port. */
  readonly decidedBy?: string;
}

/**
 * "Return values" of the types: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/. Shards of a cluster
 * that is found by its configuration endpoint listen on the same port.
 */
export const portAttributes: Readonly<Record<string, PortAttribute>> = {
  'AWS::DocDB::DBCluster': { attribute: /^Port$/, property: 'Port', standard: 27017 },
  'AWS::ElastiCache::CacheCluster': { attribute: /^(Redis|Configuration)Endpoint\.Port$/, property: 'Port' },
  'AWS::ElastiCache::ReplicationGroup': {
    attribute: /^(Primary|Reader|Configuration)EndPoint\.Port$/,
    property: 'Port',
    standard: 6379,
  },
  'AWS::ElastiCache::ServerlessCache': { attribute: /^Endpoint\.Port$/, property: 'Port' },
  'AWS::MemoryDB::Cluster': { attribute: /^ClusterEndpoint\.Port$/, property: 'Port', standard: 6379 },
  'AWS::Neptune::DBCluster': { attribute: /^Port$/, property: 'DBPort', standard: 8182 },
  'AWS::RDS::DBCluster': { attribute: /^Endpoint\.Port$/, property: 'Port' },
  'AWS::RDS::DBInstance': { attribute: /^Endpoint\.Port$/, property: 'Port', decidedBy: 'DBClusterIdentifier' },
  'AWS::Redshift::Cluster': { attribute: /^Endpoint\.Port$/, property: 'Port', standard: 5439 },
  'AWS::RedshiftServerless::Workgroup': {
    attribute: /^Workgroup\.Endpoint\.Port$/,
    property: 'Port',
    standard: 5439,
  },
};
