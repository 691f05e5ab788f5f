import type { DataHolding } from '../../../model/data-keeping.ts';
import type { EncryptionInTransit, Forward } from '../../../model/entry.ts';
import { type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { holesOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { inRegion } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { stated } from '../../follow.ts';
import { ownReference } from '../../own-reference.ts';
import { joinSecrets, secretProperty, secretsInText } from '../../secret-in-clear.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { administratorSignIn } from './administrator-sign-in.ts';
import { connectionEncrypted } from './endpoint-connection.ts';

/** Settings per engine that may name a role for DMS. */
const settings = [
  'DocDbSettings',
  'DynamoDbSettings',
  'ElasticsearchSettings',
  'GcpMySQLSettings',
  'IbmDb2Settings',
  'KafkaSettings',
  'KinesisSettings',
  'MicrosoftSqlServerSettings',
  'MongoDbSettings',
  'MySqlSettings',
  'NeptuneSettings',
  'OracleSettings',
  'PostgreSqlSettings',
  'RedisSettings',
  'RedshiftSettings',
  'S3Settings',
  'SybaseSettings',
] as const;

/** Names of roles and secrets within the settings. */
const roleNames = ['ServiceAccessRoleArn', 'SecretsManagerAccessRoleArn'] as const;
const passwordPaths = [
  'Password',
  'MongoDbSettings.Password',
  'KafkaSettings.SaslPassword',
  'KafkaSettings.SslClientKeyPassword',
  'RedisSettings.AuthPassword',
  'OracleSettings.AsmPassword',
  'OracleSettings.SecurityDbEncryption',
  'GcpMySQLSettings.Password',
] as const;

export default defineService({
  type: 'AWS::DMS::Endpoint',
  title: 'DMS endpoint',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-endpoint.html',
  facts: {
    placement: inRegion,
    runsAs: rolesOf,
    endpoints: notApplicable('it is the way to a database, not a way in of its own'),
    // Connection parameters are encrypted with the account's DMS key when no other is named (CreateEndpoint, KmsKeyId).
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-managed-key'),
    encryptionInTransit: transitOf,
    logging: notApplicable('replication tasks log what they do'),
    recovery: notApplicable('connection settings, which the template makes again'),
    secretsInClear: secretsOf,
    software: notApplicable('what is behind it answers'),
    resourcePolicy: notApplicable('endpoints have no resource policies'),
  },
  structure: {
    holds: (view) =>
      mapFact(
        stated(view, 'Password'),
        (password): DataHolding =>
          password
            ? { what: 'secrets', confidentiality: 3, integrity: 3, availability: 1 }
            : { what: 'configuration', confidentiality: 1, integrity: 2, availability: 1 },
      ),
    forwards,
    settings: (view) => given({ administratorSignIn: administratorSignIn(view) }),
  },
  ignored: {
    CertificateArn: 'the certificate authority that the server’s certificate is checked against',
    EndpointIdentifier: 'the name',
    EndpointType: 'source or target: the task says which way data goes',
    Port: 'read by the task, which draws the connection',
  },
});

function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  const roles = settings
    .flatMap((name) => roleNames.map((role) => view.read(`${name}.${role}`)))
    .filter((role): role is Value => role !== undefined);
  return given(roles.map((role) => ({ role, purpose: 'service', service: 'dms.amazonaws.com' })));
}

function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(connectionEncrypted(view), (encrypted) => ({ state: encrypted ? 'required' : 'none' }));
}

/** Passwords, and what else stands in the free text of connection attributes. */
function secretsOf(view: ResourceView) {
  const attributes = view.read('ExtraConnectionAttributes');
  return joinSecrets([
    ...passwordPaths.map((path) => secretProperty(view, path)),
    ...(attributes === undefined ? [] : [secretsInText(attributes, 'connection attributes')]),
  ]);
}

/** Secrets that it signs in with: by itself, or put in by the deployment. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const { address } = view.resource;
  const because = `${address} signs in with it`;
  const named = settings.flatMap((name) =>
    statedFlow(view.read(`${name}.SecretsManagerSecretId`), { kind: 'secret', because }),
  );
  const password = view.read('Password');
  const resolved = holesOf((password === undefined ? undefined : textOf(password)) ?? []).some(
    ({ kind, symbol }) => kind === 'secret' && symbol.includes('secret:secretsmanager:'),
  );
  if (password === undefined || !resolved) return flowsOf(view, named);
  const from = { kind: 'text', text: ['secretsmanager.amazonaws.com'], origin: password.origin } as const;
  const put = { kind: 'secret', from, because: `the deployment puts the password of ${address} in` } as const;
  return flowsOf(view, [...named, ...statedFlow(ownReference(view), { ...put, origin: password.origin })]);
}
