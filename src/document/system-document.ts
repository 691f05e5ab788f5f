import { secretParameters } from '../catalog/secret-parameters.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Assumed } from '../model/guard.ts';
import type { Origin, OriginTable } from '../model/origin.ts';
import type { DefinedSystem } from '../model/questions.ts';
import type { Deployment, DeploymentRecord, Resource } from '../model/resource.ts';
import type { Assumption, Declared } from '../model/system.ts';
import type {
  DocumentDeclaration,
  DocumentDeployment,
  DocumentResource,
  SystemDocument,
} from '../model/system-document.ts';
import type { Value } from '../model/value.ts';
import { schemaVersion } from '../version.ts';
import { type Encoding, encodeText, encodeValue, optionalGuard } from './encode-value.ts';
import { knownSecrets } from './known-secrets.ts';
import { sourceOf } from './places.ts';
import { documentScope, type RunInfo } from './threat-model-document.ts';
import { valuesIn } from './values-in.ts';

/** What was imported, before anything was concluded from it. */
export interface SystemContents {
  readonly deployments: readonly Deployment[];
  readonly resources: readonly Resource[];
  readonly declared: Declared;
  readonly assumed: Assumed;
  readonly assumptions: readonly Assumption[];
  readonly managedPolicies: ReadonlyMap<string, Value>;
  readonly origins: OriginTable;
  readonly diagnostics: readonly Diagnostic[];
}

/** The system document: reading it back gives the same resources, and so the same threat model. */
export function systemDocument(contents: SystemContents, defined: DefinedSystem, run: RunInfo): SystemDocument {
  const { origins, resources } = contents;
  const { secrets, redaction } = knownSecrets(resources, defined.ask.system);
  const to: Encoding = { origins, secrets, redaction };
  return {
    kind: 'system',
    schemaVersion,
    tool: run.tool,
    asOf: run.asOf,
    scope: documentScope(contents.deployments, run, secretParameters(defined.ask.system)),
    deployments: contents.deployments.map((deployment) => documentDeployment(deployment, to)),
    resources: resources.map((resource) => documentResource(resource, to)),
    ...(contents.managedPolicies.size > 0 && { managedPolicies: managedPoliciesOf(contents, to) }),
    relations: relationsOf(resources),
    unknowns: unknownsOf(resources),
    diagnostics: contents.diagnostics,
    declared: declaredOf(contents.declared, origins),
    assumed: Object.fromEntries(
      [...contents.assumed].map(([symbol, value]) => [symbol, redaction.redact(value, false)]),
    ),
    assumptions: contents.assumptions.map(({ origin, ...assumption }) => ({
      ...assumption,
      ...sourceOf(origins, origin),
    })),
  };
}

/** By path, so that the order in which accounts were read does not show. */
function managedPoliciesOf(
  { managedPolicies }: SystemContents,
  to: Encoding,
): NonNullable<SystemDocument['managedPolicies']> {
  const sorted = [...managedPolicies].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(sorted.map(([path, document]) => [path, encodeValue(document, to)]));
}

function documentDeployment(deployment: Deployment, to: Encoding): DocumentDeployment {
  const { origins, redaction } = to;
  const { id, account, region, partition, stage, role, completeness, parameters, record } = deployment;
  return {
    id,
    account: encodeText(account, redaction),
    region: encodeText(region, redaction),
    partition: encodeText(partition, redaction),
    ...(stage !== undefined && { stage }),
    role,
    ...(completeness !== undefined && { completeness }),
    parameters: parameters.map(({ name, given, value, secret, origin }) => ({
      deployment: id,
      name,
      given,
      ...(value !== undefined && !secret && { value: redaction.redact(value, false) }),
      ...(secret && { secret }),
      ...sourceOf(origins, origin),
    })),
    ...(record !== undefined && { record: documentRecord(record, to) }),
    ...sourceOf(origins, deployment.origin),
  };
}

function documentRecord(record: DeploymentRecord, to: Encoding): NonNullable<DocumentDeployment['record']> {
  if (record.kind === 'state') {
    const { bucket, key } = record;
    return {
      kind: 'state',
      bucket: encodeValue(bucket, to),
      ...(key !== undefined && { key: encodeValue(key, to) }),
    };
  }
  const outputs = [...record.outputs].map(([name, value]) => [name, encodeValue(value, to)] as const);
  return { kind: 'stack', outputs: Object.fromEntries(outputs) };
}

function documentResource(resource: Resource, to: Encoding): DocumentResource {
  const { id, type, address, deployment, aliases, onDelete, onReplace, dependsOn, suppressions } = resource;
  return {
    id,
    type,
    address,
    deployment,
    ...optionalGuard(resource.guard, to.redaction),
    name: encodeText(resource.name, to.redaction),
    ...(resource.arn !== undefined && { arn: encodeText(resource.arn, to.redaction) }),
    aliases,
    onDelete,
    onReplace,
    dependsOn,
    properties: encodeValue(resource.properties, to),
    ...(suppressions.length > 0 && {
      suppressions: suppressions.map(({ origin, ...rest }) => ({ ...rest, ...sourceOf(to.origins, origin) })),
    }),
    ...sourceOf(to.origins, resource.origin),
  };
}

function relationsOf(resources: readonly Resource[]): SystemDocument['relations'] {
  return resources.flatMap(({ id, properties }) => {
    const found = new Map<string, { readonly from: string; readonly to: string; readonly property: string }>();
    for (const { value, path } of valuesIn(properties)) {
      for (const { resource } of ('refs' in value ? value.refs : undefined) ?? []) {
        found.set(`${resource}\0${path}`, { from: id, to: resource, property: path });
      }
    }
    return [...found.values()];
  });
}

/** What stays open in properties, by the input that would settle it. */
function unknownsOf(resources: readonly Resource[]): SystemDocument['unknowns'] {
  const counts = new Map<string, { readonly question: string; readonly settledBy: string; count: number }>();
  for (const { type, properties } of resources) {
    for (const { value, path } of valuesIn(properties)) {
      if (value.kind !== 'unknown') continue;
      const { settledBy } = value.hole;
      const question = `${path} of ${type}`;
      const key = `${settledBy}\0${question}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { question, settledBy, count: 1 });
      else known.count += 1;
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unknown]) => unknown);
}

/** The sections of `bartizan.yaml` under the names that they have there. */
function declaredOf(
  declared: Declared,
  origins: OriginTable,
): Readonly<Record<string, readonly DocumentDeclaration[]>> {
  const entries = (list: readonly { readonly origin: Origin }[]) =>
    list.map(({ origin, ...rest }): DocumentDeclaration => {
      const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
      return { entry: Object.fromEntries(given), ...sourceOf(origins, origin) };
    });
  const { acceptances } = declared;
  const isSingle = ({ threat, element }: (typeof acceptances)[number]) => threat !== undefined || element !== undefined;
  return {
    parts: entries(declared.parts),
    flows: entries(declared.flows),
    threats: entries(declared.threats),
    controls: entries(declared.controls),
    tests: entries(declared.tests),
    assets: entries(declared.assets),
    appetite: entries(declared.appetite),
    accept: entries(acceptances.filter(isSingle)),
    suppress: entries(acceptances.filter((each) => !isSingle(each))),
    moved: entries(declared.moved),
    assume: entries(declared.assumptions),
  };
}
