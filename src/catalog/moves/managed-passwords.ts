import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text } from '../../model/text.ts';
import { remembered } from './remembered.ts';

/** What a service calls the secrets in which it keeps passwords of its own making, and by which property it is told to. */
interface Manager {
  readonly property: string;
  /** Before the id that AWS makes up. */
  readonly name: string;
}

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html,
 * https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html
 */
const managers: Readonly<Record<string, Manager>> = {
  'AWS::RDS::DBInstance': { property: 'ManageMasterUserPassword', name: 'rds!db-' },
  'AWS::RDS::DBCluster': { property: 'ManageMasterUserPassword', name: 'rds!cluster-' },
  'AWS::Redshift::Cluster': { property: 'ManageMasterPassword', name: 'redshift!' },
};

/** Databases whose administrator's password AWS makes up and keeps in a secret that is no resource of the input. */
export const managedPasswords = remembered((ask): readonly Resource[] =>
  Object.entries(managers).flatMap(([type, { property }]) =>
    ask.system.ofType(type).filter(({ properties }) => {
      const value = properties.entries.get(property);
      return value?.kind === 'literal' && String(value.value) === 'true';
    }),
  ),
);

/** The ARN of that secret; its id is made up with the database, so that no statement can name it before. */
export function managedSecretArn(ask: Questions, database: Resource): Text {
  const { account, region, partition } = ask.system.deploymentOf(database.id);
  const hole = {
    symbol: `managed-secret:${database.id}`,
    kind: 'expression',
    settledBy: 'the id of the secret',
  } as const;
  const { name } = managers[database.type] ?? { name: '' };
  return text('arn:', ...partition, ':secretsmanager:', ...region, ':', ...account, `:secret:${name}`, hole);
}
