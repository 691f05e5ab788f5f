import { type Authorizers, type DoorSetting, doorSettings } from '../../catalog/data/door-settings.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { refsOf, type Value } from '../../model/value.ts';
import { literalText, type Place, partAt } from './stated.ts';

/** One way in of a front door that asks nobody who he is, and what makes it ask. */
export interface Door {
  /** The method, route or address that states it; the API itself where its definition does. */
  readonly part: Resource;
  /** For people: `GET /orders`. */
  readonly name: string;
  readonly sets: readonly { readonly place: Place; readonly value: Value }[];
  /** The authorizer that is asked; callers sign with AWS credentials where there is none. */
  readonly by?: Resource;
}

/** The ways through a front door to what it hands requests on to, or to itself, that ask nobody who he is. */
export function openDoors(ask: Questions, front: Resource, target: ResourceId): readonly Door[] {
  const element = ask.system.elementOf(front.id);
  const parts = (element?.resources ?? [front.id]).flatMap((id) => ask.system.resource(id) ?? []);
  return [
    ...parts.flatMap((part) => (leadsTo(ask, part, { front, target }) ? doorsOf(ask, part) : [])),
    ...(front.id === target ? [] : definedDoors(front, target)),
  ];
}

/** By itself, or by the integration that it names; an address of a function leads to the function. */
function leadsTo(
  ask: Questions,
  part: Resource,
  { front, target }: { readonly front: Resource; readonly target: ResourceId },
): boolean {
  if (front.id === target) return doorSettings[part.type]?.toItself === true;
  if (part.id === front.id) return true;
  const named = ask.system.references(part.id).filter((id) => id !== front.id);
  return [part.id, ...named].some((id) => ask.reach.handedOn(id).some(({ resource }) => resource.id === target));
}

function doorsOf(ask: Questions, part: Resource): readonly Door[] {
  const setting = doorSettings[part.type];
  if (setting === undefined || !isOpen(part.properties, setting)) return [];
  const { origin } = part;
  const by = setting.authorizer === undefined ? undefined : authorizerOf(ask, part, setting.authorizer);
  const literal = (value: string): Value => ({ kind: 'literal', value, origin });
  const sets =
    by === undefined
      ? [{ place: [setting.property], value: literal(setting.signed) }]
      : [
          { place: [setting.property], value: literal(by.word) },
          { place: [by.named], value: referenceTo(by.authorizer) },
        ];
  const door = { part, name: nameOf(part), sets };
  return [by === undefined ? door : { ...door, by: by.authorizer }];
}

function isOpen(at: Value, { property, open }: DoorSetting): boolean {
  const value = partAt(at, [property]);
  if (value === undefined || value.kind === 'absent') return true;
  return literalText(value) === open;
}

/** An authorizer that stands in the input for the same API. */
function authorizerOf(ask: Questions, part: Resource, { type, api, kind, words, named }: Authorizers) {
  const apiOf = (of: Resource) => {
    const value = of.properties.entries.get(api);
    const ends = value === undefined ? [] : ask.system.resolve(value, of.id);
    return ends.flatMap((end) => (end.kind === 'resource' ? [end.resource.id] : []));
  };
  const own = apiOf(part);
  return ask.system.ofType(type).flatMap((authorizer) => {
    const word = words[literalText(authorizer.properties.entries.get(kind)) ?? ''];
    const isSame = word !== undefined && apiOf(authorizer).some((one) => own.includes(one));
    return isSame ? [{ authorizer, word, named }] : [];
  })[0];
}

function referenceTo({ id, name, origin }: Resource): Value {
  return { kind: 'text', text: name, refs: [{ resource: id, attribute: 'Ref' }], origin };
}

function nameOf({ properties, address }: Resource): string {
  return literalText(properties.entries.get('RouteKey')) ?? address;
}

/**
 * Operations of a definition in `Body` that ask nobody. The extension holds for one operation:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html
 */
function definedDoors(front: Resource, target: ResourceId): readonly Door[] {
  const paths = partAt(front.properties, ['Body', 'paths']);
  const found = entries(paths).flatMap(([path, item]) =>
    entries(item).flatMap(([method, definition]) => {
      const asked = ['security', 'x-amazon-apigateway-auth'].some((name) => partAt(definition, [name]) !== undefined);
      const integration = partAt(definition, ['x-amazon-apigateway-integration']);
      return integration === undefined || asked ? [] : [{ path, method, definition }];
    }),
  );
  const leading = found.filter(({ definition }) => names(definition, target));
  return (leading.length > 0 ? leading : found).map(({ path, method, definition: { origin } }) => ({
    part: front,
    name: `${method} ${path}`,
    sets: [
      {
        place: ['Body', 'paths', path, method, 'x-amazon-apigateway-auth'],
        value: { kind: 'map', entries: new Map([['type', { kind: 'literal', value: 'AWS_IAM', origin }]]), origin },
      },
    ],
  }));
}

function entries(value: Value | undefined): readonly (readonly [string, Value])[] {
  return value?.kind === 'map' ? [...value.entries] : [];
}

function names(value: Value, resource: ResourceId): boolean {
  if (value.kind === 'map') return [...value.entries.values()].some((one) => names(one, resource));
  if (value.kind === 'list') return value.items.some((one) => names(one, resource));
  return refsOf(value).some((ref) => ref.resource === resource);
}
