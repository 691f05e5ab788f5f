import { always } from '../../../model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../../model/id.ts';
import type { OriginTable } from '../../../model/origin.ts';
import { text } from '../../../model/text.ts';
import { type MapValue, type Reference, refsOf, type Value } from '../../../model/value.ts';
import { absentValue, mapCases, textValue } from '../../cloudformation/value-case.ts';
import { policyDocument } from '../data/policy-document.ts';
import { createRun } from '../expression/create-run.ts';
import type { Scope } from '../expression/scope.ts';
import { asJson } from '../expression/special.ts';
import { attributeHole, attributeReference, type TerraformInstance } from '../instance.ts';
import { settled } from '../module/settle.ts';

const TYPE = 'aws_iam_policy_document';

/**
 * Computes the policy documents that a plan will only read when it is applied, from what it knows of their blocks and what
 * the configuration makes the rest of. Documents that others are made of come first.
 */
export function withPolicyDocuments(
  instances: readonly TerraformInstance[],
  deployment: DeploymentId,
  origins: OriginTable,
): readonly TerraformInstance[] {
  const open = new Map<ResourceId, TerraformInstance>();
  for (const instance of instances)
    if (isOpen(instance)) open.set(id<ResourceId>(`${deployment}/${instance.address}`), instance);
  if (open.size === 0) return instances;
  const scope = planScope(deployment, origins);
  const documents = new Map<ResourceId, Value | 'busy'>();
  const documentOf = (of: ResourceId): Value | undefined => {
    const known = documents.get(of);
    const instance = open.get(of);
    if (known !== undefined || instance === undefined) return known === 'busy' ? undefined : known;
    documents.set(of, 'busy');
    const document = computed(instance, scope, documentOf);
    documents.set(of, document);
    return document;
  };
  return instances.map((instance) => {
    const document = documentOf(id<ResourceId>(`${deployment}/${instance.address}`));
    if (document === undefined) return instance;
    const json = settled(document, always, `the document of ${instance.address}`, scope.run);
    const entries = new Map([...instance.attributes.entries, ['json', json], ['minified_json', json]] as const);
    return { ...instance, attributes: { ...instance.attributes, entries } };
  });
}

function isOpen({ mode, type, attributes }: TerraformInstance): boolean {
  return mode === 'data' && type === TYPE && attributes.entries.get('json')?.kind !== 'literal';
}

/** There is no source: what blocks give is all that is asked for. */
function planScope(deployment: DeploymentId, origins: OriginTable): Scope {
  const nowhere = { read: () => ({ kind: 'missing' }) as const, list: () => [] };
  const source = {
    deployment,
    folder: '',
    files: [],
    variableFiles: [],
    variableValues: new Map(),
    account: [],
    region: [],
    partition: [],
  };
  return {
    module: { address: '', folder: '', lookup: (_, __, ___, origin) => ({ value: absentValue(origin), used: 0 }) },
    mode: 'property',
    run: createRun(source, { origins, files: nowhere }, nowhere),
  };
}

function computed(
  { attributes, origin }: TerraformInstance,
  scope: Scope,
  documentOf: (of: ResourceId) => Value | undefined,
): Value {
  const given = (name: string): Value | undefined => {
    const value = attributes.entries.get(name);
    if (value === undefined) return undefined;
    if (name === 'statement') return mapCases(value, value.origin, withTargets);
    return /_(json|policy_documents)$/.test(name) ? inMembers(value, (one) => included(one, documentOf)) : value;
  };
  return policyDocument(given, scope, origin);
}

function inMembers(value: Value, change: (one: Value) => Value): Value {
  return value.kind === 'list' ? { ...value, items: value.items.map(change) } : change(value);
}

/** Another document that is taken in, where it is one that is computed here. */
function included(value: Value, documentOf: (of: ResourceId) => Value | undefined): Value {
  const [ref, more] = refsOf(value);
  const document = ref === undefined || more !== undefined ? undefined : documentOf(ref.resource);
  return document?.kind === 'map' || document?.kind === 'list' ? asJson(document) : value;
}

/** Statements with what their principals and resources will be. */
function withTargets(statements: Value): Value {
  return inMembers(statements, (statement) => {
    if (statement.kind !== 'map') return statement;
    const principals = changed(statement, ['principals', 'not_principals'], (blocks) =>
      inMembers(blocks, (block) =>
        block.kind === 'map' ? changed(block, ['identifiers'], (names) => members(names, named).value) : block,
      ),
    );
    return withResources(principals);
  });
}

function changed(map: MapValue, names: readonly string[], change: (value: Value) => Value): MapValue {
  const entries = new Map(map.entries);
  for (const name of names) {
    const value = entries.get(name);
    if (value !== undefined) entries.set(name, change(value));
  }
  return { ...map, entries };
}

/**
 * The resources of a statement that are known after apply begin with the ARN that they are made of, and which of the things
 * below it are meant is open.
 */
function withResources(statement: MapValue): MapValue {
  const resources = statement.entries.get('resources');
  if (resources === undefined) return statement;
  const { value, made } = members(resources, below);
  const open = statement.open ?? made;
  const entries = new Map([...statement.entries, ['resources', value] as const]);
  return open === undefined ? statement : { ...statement, entries, open };
}

/** Every member of a list that is one reference to an ARN, changed; `made` is the hole of one that was. */
function members(list: Value, change: (ref: Reference, value: Value) => Value) {
  let made: TerraformHole;
  const one = (value: Value): Value => {
    const [ref, more] = value.kind === 'unknown' ? refsOf(value) : [];
    if (value.kind !== 'unknown' || ref === undefined || more !== undefined || ref.attribute !== 'arn') return value;
    made = value.hole;
    return change(ref, value);
  };
  return { value: inMembers(list, one), made };
}

type TerraformHole = Extract<Value, { kind: 'unknown' }>['hole'] | undefined;

/** A principal is named by its whole ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function named({ resource, attribute }: Reference, { origin }: Value): Value {
  return attributeReference(resource, attribute, origin);
}

/** The thing itself and what may be below it: an object of a bucket, a stream of a log group. */
function below(ref: Reference, { origin }: Value): Value {
  const items = ['', ':*', '/*'].map((rest) =>
    textValue(text(attributeHole(ref.resource, ref.attribute), rest), origin, { defaults: [], refs: [ref] }),
  );
  return { kind: 'list', items, origin };
}
