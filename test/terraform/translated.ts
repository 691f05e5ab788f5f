import { terraformKnowledge } from '../../src/catalog/terraform.generated.ts';
import { attributeReference, type TerraformInstance } from '../../src/define/terraform/instance.ts';
import { terraformTypes } from '../../src/define/terraform/translate/knowledge.ts';
import { type TranslatedTerraform, translateTerraform } from '../../src/define/terraform/translate/translate.ts';
import { always, type Guard } from '../../src/model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../src/model/id.ts';
import { createOrigins, type Origin } from '../../src/model/origin.ts';
import type { Resource } from '../../src/model/resource.ts';
import { describeText } from '../../src/model/text.ts';
import { type MapValue, textOf, type Value } from '../../src/model/value.ts';

/** Attributes as a test writes them; `ref('aws_vpc.main', 'id')` stands for what another resource tells. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | Ref
  | Value
  | readonly Plain[]
  | { readonly [name: string]: Plain };

interface Ref {
  readonly refers: string;
  readonly attribute: string;
}

export function ref(address: string, attribute: string): Ref {
  return { refers: address, attribute };
}

export interface Given {
  readonly [address: string]: Readonly<Record<string, Plain>>;
}

export interface Translated extends TranslatedTerraform {
  resource(address: string): Resource;
  /** The properties of a resource as plain data; texts with holes and references as people read them. */
  properties(address: string): unknown;
}

const deployment = id<DeploymentId>('infra');
const types = terraformTypes(terraformKnowledge);
const origin = 0 as Origin;

/** Resources as the translation makes them of attributes, in account 111122223333 and region eu-west-1. */
export function translated(given: Given, guards: Readonly<Record<string, Guard>> = {}): Translated {
  const origins = createOrigins();
  origins.source('main.tf', 1, 1, 1);
  const place = { deployment, account: ['111122223333'], region: ['eu-west-1'], partition: ['aws'] };
  const instances = Object.entries(given).map(([address, attributes]): TerraformInstance => {
    const data = address.startsWith('data.');
    const [type = ''] = address.replace(/^(module\.\w+(\[[^\]]*\])?\.)*(data\.)?/, '').split('.');
    return {
      address,
      mode: data ? 'data' : 'managed',
      type,
      provider: { name: 'aws' },
      guard: guards[address] ?? always,
      attributes: asValue(attributes) as MapValue,
      origin,
      aliases: [],
      dependsOn: [],
      preventDestroy: false,
    };
  });
  const result = translateTerraform({ deployment, instances, placeOf: () => place }, types, origins);
  const resource = (address: string) => {
    const found = result.resources.find((each) => each.address === address);
    if (found === undefined)
      throw new Error(`no resource ${address} among ${result.resources.map((each) => each.address).join(', ')}`);
    return found;
  };
  return { ...result, resource, properties: (address) => plainOf(resource(address).properties) };
}

export function asValue(plain: Plain): Value {
  if (plain === null || typeof plain !== 'object') return { kind: 'literal', value: plain, origin };
  if (isRef(plain)) return attributeReference(id<ResourceId>(`infra/${plain.refers}`), plain.attribute, origin);
  if (isValue(plain)) return plain;
  if (isList(plain)) return { kind: 'list', items: plain.map(asValue), origin };
  return { kind: 'map', entries: new Map(Object.entries(plain).map(([key, item]) => [key, asValue(item)])), origin };
}

function isRef(plain: object): plain is Ref {
  return 'refers' in plain;
}

function isValue(plain: object): plain is Value {
  return 'kind' in plain && 'origin' in plain;
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

export function plainOf(value: Value): unknown {
  if (value.kind === 'literal') return value.value;
  if (value.kind === 'list') return value.items.map(plainOf);
  if (value.kind === 'map') return Object.fromEntries([...value.entries].map(([key, item]) => [key, plainOf(item)]));
  if (value.kind === 'choice') return { oneOf: value.options.map((option) => plainOf(option.value)) };
  if (value.kind === 'absent') return 'absent';
  return describeText(textOf(value) ?? []);
}
