import type { Guard } from '../../../model/guard.ts';
import { id, type ResourceId } from '../../../model/id.ts';
import type { Origin } from '../../../model/origin.ts';
import type { MapValue, Value } from '../../../model/value.ts';
import { knownData, knownDataAttributes } from '../data/known-data.ts';
import { bind, type Scope } from '../expression/scope.ts';
import { failure, type ResourceObject, referredTo } from '../expression/special.ts';
import type { Block } from '../hcl/syntax.ts';
import { attributeReference, type TerraformProvider } from '../instance.ts';
import { secretReference } from '../json/secret-attributes.ts';
import { blocksValue, blockTypes, unreadable } from './body-value.ts';
import { type Expansion, type Member, memberScope } from './expansion.ts';
import { guardWithin, type ModuleInstance, moduleScope, within } from './module-instance.ts';
import { providerName } from './provider.ts';

/** One resource or data source, evaluated attribute by attribute when asked. */
export interface ResourceInstance {
  readonly id: ResourceId;
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly block: Block;
  readonly member: Member;
  readonly guard: Guard;
  readonly provider: TerraformProvider;
  /** What the block gives for an attribute or for nested blocks; undefined when it gives nothing. */
  given(name: string): Value | undefined;
  /** What a reference to the attribute gives. */
  attribute(name: string, origin: Origin): Value;
  /** All that is given, as one object. */
  object(): Value;
}

/** Arguments of the language itself, which no provider sees. `provisioner` stays: its commands are worth a look. */
const metaArguments: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'connection',
]);

/** The instances of a resource block. */
export function resourceInstances(
  module: ModuleInstance,
  key: string,
  block: Block,
  expansion: Expansion,
): readonly ResourceInstance[] {
  return expansion.members.map((member) => resourceInstance(module, within(module, key) + member.label, block, member));
}

function resourceInstance(module: ModuleInstance, address: string, block: Block, member: Member): ResourceInstance {
  const [type = ''] = block.labels;
  const mode = block.type === 'data' ? 'data' : 'managed';
  const resource = id<ResourceId>(`${module.run.source.deployment}/${address}`);
  const scope = selfScope(memberScope(moduleScope(module), member), resource, block.origin);
  const values = new Map<string, Value | 'busy'>();
  const provider = module.provider(
    providerName(block.body.attributes.get('provider')?.value) ?? type.split('_', 1)[0] ?? type,
  );

  const given = (name: string): Value | undefined => {
    const known = values.get(name);
    if (known === 'busy') {
      const message = `${address} needs its own ${name} to make it; break the circle`;
      return failure('cyclic-reference', message, block.body.attributes.get(name)?.origin ?? block.origin);
    }
    if (known !== undefined) return known;
    const attribute = block.body.attributes.get(name);
    if (metaArguments.has(name) || (attribute === undefined && !blockTypes(block.body).has(name))) return undefined;
    values.set(name, 'busy');
    const value =
      attribute === undefined ? blocksValue(block.body, name, scope) : scope.run.evaluate(attribute.value, scope);
    values.set(name, value);
    return value.kind === 'literal' && value.value === null ? undefined : value;
  };

  const names = () => [...new Set([...block.body.attributes.keys(), ...blockTypes(block.body)])];
  const instance: ResourceInstance = {
    id: resource,
    address,
    mode,
    type,
    block,
    member,
    guard: guardWithin(module, member),
    provider,
    given,
    attribute(name, origin) {
      const value = given(name);
      if (value !== undefined && !(value.kind === 'literal' && value.value === null))
        return referredTo(value, { resource, attribute: name });
      const data = mode === 'data' ? knownData(instance, name, scope, origin) : undefined;
      if (data !== undefined) return data;
      if (block.body.broken && mode === 'managed')
        return {
          ...attributeReference(resource, name, origin),
          hole: { ...unreadable(scope, block.origin), symbol: `${resource}.${name}` },
        };
      return secretReference(attributeReference(resource, name, origin), name, { type, address });
    },
    object(): Value {
      const entries = new Map<string, Value>();
      for (const name of names()) {
        const value = given(name);
        if (value !== undefined && !(value.kind === 'literal' && value.value === null)) entries.set(name, value);
      }
      for (const name of mode === 'data' ? knownDataAttributes(type) : []) {
        const value = entries.has(name) ? undefined : knownData(instance, name, scope, block.origin);
        if (value !== undefined) entries.set(name, value);
      }
      const map: MapValue = { kind: 'map', entries, origin: block.origin };
      return { ...map, resource: { id: resource, path: '' } } as ResourceObject;
    },
  };
  return instance;
}

/** `self` in provisioners: its attributes are references, so that they do not wait for the whole resource. */
function selfScope(scope: Scope, resource: ResourceId, origin: Origin): Scope {
  const self = { kind: 'map', entries: new Map(), origin, resource: { id: resource, path: '' } } as ResourceObject;
  return bind(scope, { self });
}
