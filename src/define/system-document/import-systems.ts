import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Assumed } from '../../model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../model/id.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Deployment, DeploymentRecord, ParameterUse, Resource } from '../../model/resource.ts';
import type { Assumption, Declared } from '../../model/system.ts';
import type { Value } from '../../model/value.ts';
import { nothingDeclared } from '../declared/parse-declarations.ts';
import type { InputFile, InputRole, ReadResult, SystemInput } from '../input.ts';
import { decodeDeclared } from './decode-declared.ts';
import { entries, field, items, type Json, jsonRoot, Malformed, oneOf, optionalField, string } from './decode-json.ts';
import { boolean, decodeGuard, decodeMap, decodeText, decodeValue, originOf } from './decode-value.ts';

/** What saved system documents say, as if their templates had been read. */
export interface ImportedSystems {
  readonly deployments: readonly Deployment[];
  readonly resources: readonly Resource[];
  readonly declared: readonly Declared[];
  readonly assumed: Assumed;
  readonly assumptions: readonly Assumption[];
  /** As accounts of the documents have them. */
  readonly managedPolicies: ReadonlyMap<string, Value>;
  readonly diagnostics: readonly Diagnostic[];
  /** The files that the documents were made from. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly notAssessed: readonly string[];
}

/** Reads the saved system documents among the inputs. What cannot be read of one is told, and the rest counts. */
export function importSystems(
  { sources }: ReadResult,
  taken: ReadonlySet<DeploymentId>,
  origins: OriginTable,
): ImportedSystems {
  const known = new Set(taken);
  const parts = sources
    .filter((source): source is SystemInput => source.kind === 'system')
    .map((source) => {
      const part = importSystem(source, known, origins);
      for (const deployment of part.deployments) known.add(deployment.id);
      return part;
    });
  return {
    deployments: parts.flatMap((part) => part.deployments),
    resources: parts.flatMap((part) => part.resources),
    declared: parts.flatMap((part) => part.declared),
    assumed: new Map(parts.flatMap((part) => [...part.assumed])),
    assumptions: parts.flatMap((part) => part.assumptions),
    managedPolicies: new Map(parts.flatMap((part) => [...part.managedPolicies])),
    diagnostics: parts.flatMap((part) => part.diagnostics),
    inputs: parts.flatMap((part) => part.inputs),
    notAssessed: parts.flatMap((part) => part.notAssessed),
  };
}

/** One document while it is read. */
interface Reading {
  readonly input: InputFile;
  readonly role: InputRole;
  readonly origins: OriginTable;
  readonly diagnostics: Diagnostic[];
}

function importSystem(
  { input, role }: SystemInput,
  taken: ReadonlySet<DeploymentId>,
  origins: OriginTable,
): ImportedSystems {
  const reading: Reading = { input, role, origins, diagnostics: [] };
  const root = jsonRoot(parsed(reading));
  const outline = orNothing(reading, () => versionOf(root));
  if (outline === undefined) return nothing(reading.diagnostics);
  const list = <T>(name: string, read: (json: Json) => T): readonly T[] =>
    listOf(reading, orNothing(reading, () => optionalField(root, name, items)) ?? [], read);
  const deployments = list('deployments', (json) => deployment(json, reading)).filter(({ id: own }) => {
    if (taken.has(own))
      report(reading, `another input is called ${own} too, so what the document says of it is left out`);
    return !taken.has(own);
  });
  const present = new Set(deployments.map(({ id: own }) => own));
  const resources = list('resources', (json) => resource(json, reading)).filter((each) => present.has(each.deployment));
  const declared = orNothing(reading, () =>
    role === 'context'
      ? undefined
      : optionalField(root, 'declared', (json) => decodeDeclared(json, origins, (message) => report(reading, message))),
  );
  const assumed = orNothing(reading, () =>
    optionalField(root, 'assumed', (json) => entries(json).map(([symbol, value]) => [symbol, string(value)] as const)),
  );
  const managed = orNothing(reading, () =>
    optionalField(root, 'managedPolicies', (json) =>
      entries(json).map(([path, value]) => [path, decodeValue(value, origins)] as const),
    ),
  );
  const scope = orNothing(reading, () => scopeOf(root));
  const told = list('diagnostics', diagnostic);
  return {
    deployments,
    resources,
    declared: [declared ?? nothingDeclared],
    assumed: new Map(assumed ?? []),
    assumptions: list('assumptions', (json) => assumption(json, origins)),
    managedPolicies: new Map(managed ?? []),
    diagnostics: [...reading.diagnostics, ...told],
    inputs: scope?.inputs ?? [],
    notAssessed: scope?.notAssessed ?? [],
  };
}

function nothing(diagnostics: readonly Diagnostic[]): ImportedSystems {
  const none = { deployments: [], resources: [], declared: [], assumptions: [], inputs: [], notAssessed: [] };
  return { ...none, assumed: new Map(), managedPolicies: new Map(), diagnostics };
}

function parsed(reading: Reading): unknown {
  try {
    return JSON.parse(reading.input.text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown error';
    report(reading, `it is not JSON (${why.replaceAll(/\s+/g, ' ')}); write it again with bartizan system`);
    return undefined;
  }
}

function versionOf(root: Json): string {
  const version = string(field(root, 'schemaVersion'));
  if (!version.startsWith('1.')) throw new Malformed(`schemaVersion is ${version}, and this bartizan reads 1.x`);
  return version;
}

function report({ input, diagnostics }: Reading, message: string): void {
  const source = { file: input.file, line: 1, column: 1, endLine: 1 };
  diagnostics.push({ level: 'error', code: 'system-document', message: `saved system document: ${message}`, source });
}

function orNothing<T>(reading: Reading, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    if (reading.diagnostics.length < mostReports) report(reading, error.message);
    return undefined;
  }
}

/** A document that is wrong throughout is told about once more, not a thousand times. */
const mostReports = 20;

/** Keeps what can be read. */
function listOf<T>(reading: Reading, list: readonly Json[], read: (json: Json) => T): readonly T[] {
  return list.flatMap((json) => {
    const value = orNothing(reading, () => read(json));
    return value === undefined ? [] : [value];
  });
}

function deployment(json: Json, { role, origins }: Reading): Deployment {
  const own = string(field(json, 'id'));
  const stage = optionalField(json, 'stage', string);
  const record = optionalField(json, 'record', (value) => recordOf(value, origins));
  const completeness = optionalField(json, 'completeness', (value) => oneOf(value, 'complete', 'partial'));
  return {
    id: id<DeploymentId>(own),
    account: decodeText(field(json, 'account')),
    region: decodeText(field(json, 'region')),
    partition: decodeText(field(json, 'partition')),
    ...(stage !== undefined && { stage }),
    origin: originOf(json, origins),
    role: role === 'context' ? role : oneOf(field(json, 'role'), 'subject', 'context'),
    ...(completeness !== undefined && { completeness }),
    parameters: items(field(json, 'parameters')).map((parameter): ParameterUse => {
      const value = optionalField(parameter, 'value', string);
      return {
        name: string(field(parameter, 'name')),
        given: oneOf(field(parameter, 'given'), 'explicit', 'default', 'missing'),
        ...(value !== undefined && { value }),
        secret: optionalField(parameter, 'secret', boolean) ?? false,
        origin: originOf(parameter, origins),
      };
    }),
    ...(record !== undefined && { record }),
  };
}

function recordOf(json: Json, origins: OriginTable): DeploymentRecord {
  const kind = oneOf(field(json, 'kind'), 'stack', 'state');
  if (kind === 'state') {
    const key = optionalField(json, 'key', (one) => decodeValue(one, origins));
    return {
      kind,
      bucket: decodeValue(field(json, 'bucket'), origins),
      ...(key !== undefined && { key }),
    };
  }
  const outputs = entries(field(json, 'outputs')).map(([name, value]) => [name, decodeValue(value, origins)] as const);
  return { kind, outputs: new Map(outputs) };
}

function resource(json: Json, { origins }: Reading): Resource {
  const arn = optionalField(json, 'arn', decodeText);
  const strings = (name: string) => items(field(json, name)).map(string);
  const fates = ['delete', 'retain', 'snapshot', 'unknown'] as const;
  return {
    id: id<ResourceId>(string(field(json, 'id'))),
    type: string(field(json, 'type')),
    address: string(field(json, 'address')),
    deployment: id<DeploymentId>(string(field(json, 'deployment'))),
    guard: decodeGuard(field(json, 'guard')),
    properties: decodeMap(field(json, 'properties'), origins),
    origin: originOf(json, origins),
    name: decodeText(field(json, 'name')),
    ...(arn !== undefined && { arn }),
    aliases: strings('aliases'),
    onDelete: oneOf(field(json, 'onDelete'), ...fates),
    onReplace: oneOf(field(json, 'onReplace'), ...fates),
    dependsOn: strings('dependsOn').map((other) => id<ResourceId>(other)),
    suppressions: (optionalField(json, 'suppressions', items) ?? []).map((entry) => ({
      rule: string(field(entry, 'rule')),
      reason: string(field(entry, 'reason')),
      owner: string(field(entry, 'owner')),
      expires: string(field(entry, 'expires')),
      origin: originOf(entry, origins),
    })),
  };
}

function assumption(json: Json, origins: OriginTable): Assumption {
  return {
    id: string(field(json, 'id')),
    text: string(field(json, 'text')),
    settledBy: string(field(json, 'settledBy')),
    origin: originOf(json, origins),
  };
}

function diagnostic(json: Json): Diagnostic {
  const source = field(json, 'source');
  const number = (name: string) => Number(field(source, name).value) || 1;
  return {
    level: oneOf(field(json, 'level'), 'error', 'warning', 'info'),
    code: string(field(json, 'code')),
    message: string(field(json, 'message')),
    source: {
      file: string(field(source, 'file')),
      line: number('line'),
      column: number('column'),
      endLine: number('endLine'),
    },
  };
}

function scopeOf(root: Json): Pick<ImportedSystems, 'inputs' | 'notAssessed'> {
  const scope = field(root, 'scope');
  return {
    inputs: items(field(scope, 'inputs')).map((input) => ({
      path: string(field(input, 'path')),
      sha256: string(field(input, 'sha256')),
    })),
    notAssessed: items(field(scope, 'notAssessed')).map(string),
  };
}
