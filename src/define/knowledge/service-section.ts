import type { ElementKind, ServiceModel, ServiceType } from '../../model/service.ts';
import type { Setting } from '../../model/setting.ts';
import {
  type Decode,
  listOf,
  matching,
  oneOf,
  optional,
  otherwise,
  record,
  required,
  someText,
  wholeNumber,
} from '../declared/decode.ts';
import { expression, type RuleExpression } from './expression-field.ts';
import { resourceVariables } from './resource-scene.ts';
import { serviceTypeOf } from './service-type.ts';

/** A resource type of users as it is written: properties are named by path, all else is an expression over them. */
export interface WrittenService {
  readonly type: string;
  readonly title: string;
  readonly element: ElementKind;
  readonly service: ServiceModel;
  readonly documentation: string;
  readonly zone: 'region' | 'edge' | 'global';
  readonly runsAs: readonly WrittenRole[];
  readonly endpoints: readonly WrittenEndpoint[];
  readonly encryptionAtRest?: WrittenEncryption;
  readonly encryptionInTransit?: RuleExpression;
  readonly logging: readonly WrittenLog[];
  readonly recovery?: WrittenRecovery;
  /** Paths of properties that take a secret. */
  readonly secrets: readonly string[];
  /** Path of the policy document. */
  readonly resourcePolicy?: string;
  readonly holds?: WrittenHolding;
  readonly settings: ReadonlyMap<Setting, RuleExpression>;
  readonly protections: readonly WrittenProtection[];
  readonly forwards: readonly WrittenForward[];
}

interface WrittenRole {
  readonly role: string;
  readonly purpose: 'workload' | 'service';
  readonly service: string;
}

interface WrittenEndpoint {
  readonly protocol: string;
  readonly port: number | null;
  readonly authentication: RuleExpression;
  readonly audience: RuleExpression;
  readonly encrypted: RuleExpression;
}

interface WrittenEncryption {
  readonly by: RuleExpression;
  readonly key?: string;
}

interface WrittenLog {
  readonly what: 'access' | 'audit' | 'execution' | 'flow' | 'query';
  readonly on: RuleExpression;
  readonly to?: string;
}

interface WrittenRecovery {
  readonly backups: RuleExpression;
  readonly deletionProtection: RuleExpression;
  readonly zones: RuleExpression;
}

interface WrittenHolding {
  readonly what: HoldingKind;
  readonly confidentiality: 1 | 2 | 3;
  readonly integrity: 1 | 2 | 3;
  readonly availability: 1 | 2 | 3;
}

interface WrittenProtection {
  readonly control: string;
  readonly inForce: RuleExpression;
}

interface WrittenForward {
  readonly to: string;
  readonly kind: 'request' | 'invoke' | 'event' | 'data' | 'log' | 'replication' | 'deployment' | 'secret';
  readonly protocol: string;
  readonly port: number | null;
  readonly because: string;
}

const holdings = [
  'objects',
  'files',
  'records',
  'messages',
  'secrets',
  'keys',
  'logs',
  'images',
  'identities',
  'configuration',
  'code',
] as const;
type HoldingKind = (typeof holdings)[number];

const asked = expression({ variables: resourceVariables, functions: {} });
const path = matching(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'the path of a property such as Options.KmsKeyId');
const port: Decode<number | null> = wholeNumber(0, 65_535);
const worth: Decode<1 | 2 | 3> = (node, to, name) => wholeNumber(1, 3)(node, to, name) as 1 | 2 | 3 | undefined;

const settings: Decode<WrittenService['settings']> = (node, to, name) => {
  if (node.kind !== 'mapping') {
    to.report(node.origin, 'declared-value', `${name} must be a map of setting: expression`);
    return undefined;
  }
  const result = new Map<Setting, RuleExpression>();
  for (const { key, value } of node.entries.values()) {
    const read = asked(value, to, `${name}.${key}`);
    // A name that the model does not have is asked for by nobody, as it is with the settings of catalogued types.
    if (read !== undefined) result.set(key as Setting, read);
  }
  return result;
};

const written = record<WrittenService>({
  type: required(matching(/^[A-Za-z0-9]+(::[A-Za-z0-9@_-]+){1,3}$/, 'a type such as Custom::Vault')),
  title: required(someText),
  element: required(oneOf('process', 'data-store', 'external-entity', 'identity', 'network', 'control')),
  service: otherwise(oneOf('infrastructure', 'container', 'managed', 'serverless', 'identity', 'control'), 'managed'),
  documentation: otherwise(matching(/^https:\/\/\S+$/, 'an address that begins with https://'), ''),
  zone: otherwise(oneOf('region', 'edge', 'global'), 'region'),
  runsAs: otherwise(
    listOf(
      record<WrittenRole>({
        role: required(path),
        purpose: otherwise(oneOf('workload', 'service'), 'workload'),
        service: required(someText),
      }),
    ),
    [],
  ),
  endpoints: otherwise(
    listOf(
      record<WrittenEndpoint>({
        protocol: otherwise(someText, 'https'),
        port: otherwise(port, null),
        authentication: required(asked),
        audience: required(asked),
        encrypted: required(asked),
      }),
    ),
    [],
  ),
  encryptionAtRest: optional(record<WrittenEncryption>({ by: required(asked), key: optional(path) })),
  encryptionInTransit: optional(asked),
  logging: otherwise(
    listOf(
      record<WrittenLog>({
        what: required(oneOf('access', 'audit', 'execution', 'flow', 'query')),
        on: required(asked),
        to: optional(path),
      }),
    ),
    [],
  ),
  recovery: optional(
    record<WrittenRecovery>({
      backups: required(asked),
      deletionProtection: required(asked),
      zones: required(asked),
    }),
  ),
  secrets: otherwise(listOf(path), []),
  resourcePolicy: optional(path),
  holds: optional(
    record<WrittenHolding>({
      what: required(oneOf(...holdings)),
      confidentiality: required(worth),
      integrity: required(worth),
      availability: required(worth),
    }),
  ),
  settings: otherwise<WrittenService['settings']>(settings, new Map()),
  protections: otherwise(
    listOf(record<WrittenProtection>({ control: required(someText), inForce: required(asked) })),
    [],
  ),
  forwards: otherwise(
    listOf(
      record<WrittenForward>({
        to: required(path),
        kind: required(oneOf('request', 'invoke', 'event', 'data', 'log', 'replication', 'deployment', 'secret')),
        protocol: otherwise(someText, 'https'),
        port: otherwise(port, 443),
        because: otherwise(someText, 'a rule file says so'),
      }),
    ),
    [],
  ),
});

/** Resource types of users. */
export const services: Decode<readonly ServiceType[]> = listOf((node, to, name) => {
  const read = written(node, to, name);
  return read === undefined ? undefined : serviceTypeOf(read, to.place(node.origin));
});
