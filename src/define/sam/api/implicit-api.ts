import type { MappingEntry } from '../../cloudformation/node.ts';
import type { Expansion, SamResource } from '../expansion.ts';
import { samResource } from '../expansion.ts';
import { entriesOf, fieldOf, isTrue, textAt, textOf } from '../fields.ts';
import { type Made, opened, toNode } from '../made.ts';
import { conditionOf } from '../put.ts';
import { sha1 } from '../sha1.ts';
import type { ApiDraft, Route } from './api-draft.ts';

/** Logical ids of the APIs that events get which name none. */
export const implicitRestApi = 'ServerlessRestApi';
export const implicitHttpApi = 'ServerlessHttpApi';

const kinds = {
  Api: { id: implicitRestApi, type: 'AWS::Serverless::Api', names: 'RestApiId', properties: { StageName: 'Prod' } },
  HttpApi: { id: implicitHttpApi, type: 'AWS::Serverless::HttpApi', names: 'ApiId', properties: {} },
} as const;

/**
 * The APIs for events that name none, as if the template declared them: at the first of these events, with what the
 * resource there says of deletion.
 */
export function implicitApis(resources: ReadonlyMap<string, SamResource>): readonly SamResource[] {
  const found = new Map<string, SamResource>();
  for (const resource of resources.values()) {
    for (const event of entriesOf(fieldOf(resource.properties, 'Events'))) {
      const type = textAt(event.value, 'Type');
      const kind = hasApi(resource.type) && (type === 'Api' || type === 'HttpApi') ? kinds[type] : undefined;
      if (kind === undefined || found.has(kind.id) || resources.get(kind.id)?.type === kind.type) continue;
      if (fieldOf(event.value, 'Properties', kind.names) !== undefined) continue;
      found.set(kind.id, declared(kind, event));
    }
  }
  return [...found.values()];
}

function hasApi(type: string): boolean {
  return type === 'AWS::Serverless::Function' || type === 'AWS::Serverless::StateMachine';
}

function declared(kind: (typeof kinds)[keyof typeof kinds], event: MappingEntry): SamResource {
  const value = toNode({ Type: kind.type, Properties: kind.properties }, event.origin);
  const made = samResource({ key: kind.id, keyOrigin: event.keyOrigin, origin: event.origin, value });
  if (made === undefined) throw new Error('a mapping is a resource');
  return made;
}

/** The most conditions that one `Fn::Or` takes. */
const MOST_CONDITIONS = 10;

/** An implicit API as its routes make it: with their condition, what they say of deletion, and the tags they hand on. */
export function withRoutes(draft: ApiDraft, expansion: Expansion): SamResource {
  const { resource, implicit, routes } = draft;
  if (!implicit) return resource;
  const { origin } = resource.entry;
  const Condition = commonCondition(routes, `${resource.id}Condition`, expansion);
  const added = opened(toNode({ ...implicitPolicies(draft), Condition }, origin));
  const body = toNode(new Map([...resource.body.entries, ...added]), origin);
  const owners = routes.map(({ event }) => event.owner.properties);
  const tags = owners
    .filter((owner) => isTrue(fieldOf(owner, 'PropagateTags')))
    .flatMap((owner) => entriesOf(fieldOf(owner, 'Tags')));
  if (body.kind !== 'mapping' || tags.length === 0) return { ...resource, ...(body.kind === 'mapping' && { body }) };
  const known = entriesOf(fieldOf(resource.properties, 'Tags'));
  const Tags = new Map([...tags, ...known].map((entry) => [entry.key, entry]));
  const properties = toNode(opened(resource.properties).set('Tags', Tags).set('PropagateTags', true), origin);
  return { ...resource, body, properties: properties.kind === 'mapping' ? properties : resource.properties };
}

/** Conditions of the paths of an implicit API. */
export function pathConditions(draft: ApiDraft, expansion: Expansion): ReadonlyMap<string, string> {
  const byPath = new Map<string, Route[]>();
  for (const route of draft.routes) {
    const known = byPath.get(route.path) ?? [];
    known.push(route);
    byPath.set(route.path, known);
  }
  const result = new Map<string, string>();
  for (const [path, routes] of byPath) {
    const name = `${draft.resource.id}${pathInId(path)}PathCondition`;
    const condition = commonCondition(routes, name, expansion);
    if (condition !== undefined) result.set(path, condition);
  }
  return result;
}

function commonCondition(routes: readonly Route[], name: string, expansion: Expansion): string | undefined {
  const conditions = routes.map(({ event }) => conditionOf(event.owner));
  const given = [...new Set(conditions.filter((one) => one !== undefined))].sort();
  if (given.length === 0 || conditions.includes(undefined)) return undefined;
  return given.length === 1 ? given[0] : anyOf(given, name, expansion);
}

/** Adds a condition that holds when one of them does, in several steps when there are many. */
export function anyOf(names: readonly string[], name: string, expansion: Expansion): string {
  const [...open] = names;
  let [group, rest] = [open.slice(0, MOST_CONDITIONS), open.slice(MOST_CONDITIONS)];
  for (let at = Math.ceil(rest.length / (MOST_CONDITIONS - 1)); rest.length > 0; at -= 1) {
    expansion.conditions.set(`${name}${at}`, disjunction(group));
    group = [`${name}${at}`, ...rest.slice(0, MOST_CONDITIONS - 1)];
    rest = rest.slice(MOST_CONDITIONS - 1);
  }
  expansion.conditions.set(name, disjunction(group));
  return name;
}

function disjunction(names: readonly string[]): Made {
  return { 'Fn::Or': names.map((Condition) => ({ Condition })) };
}

const spelled: Readonly<Record<string, string>> = { '/': 'SLASH', '{': 'OPENCURLYBRACE', '}': 'CLOSECURLYBRACE' };

/** A path in a name that has letters and digits only. */
function pathInId(path: string): string {
  return path.replace(/[^A-Za-z0-9]/g, (sign) => spelled[sign] ?? sha1(sign).slice(0, 8));
}

/** What the routes' functions say of deletion and replacement: kept when one of them is to be kept. */
function implicitPolicies(draft: ApiDraft): Readonly<Record<string, Made>> {
  const policies = ['DeletionPolicy', 'UpdateReplacePolicy'].map((name) => {
    const given = draft.routes.flatMap(({ event }) => textOf(fieldOf(event.owner.body, name)) ?? []);
    return [name, given.length === 0 ? undefined : given.includes('Retain') ? 'Retain' : given[0]] as const;
  });
  return Object.fromEntries(policies);
}
