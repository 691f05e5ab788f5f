import { and, isAlways, isPossible, not } from '../../../model/guard.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import { choiceOf, expression, relocated, type ValueCase } from '../../cloudformation/value-case.ts';
import type { Lookup, Scope } from '../expression/scope.ts';
import { failure, type OpenInstances } from '../expression/special.ts';
import { plainString } from '../expression/text.ts';
import type { AccessStep } from '../hcl/syntax.ts';
import { openModules, outputValue } from './called-module.ts';
import { type Expansion, expand, type Member } from './expansion.ts';
import { type CalledModule, type ModuleInstance, moduleScope, within } from './module-instance.ts';
import { local, pathValue, remembered, undeclared, variable, workspace } from './named-value.ts';
import { type ResourceInstance, resourceInstances } from './resource-instance.ts';

/** The value of a reference by its first words, with the number of steps that it has used up. */
export function lookup(
  module: ModuleInstance,
  name: string,
  steps: readonly AccessStep[],
  scope: Scope,
  origin: Origin,
): Lookup {
  const [first, second] = steps;
  const word = first?.kind === 'attribute' ? first.name : undefined;
  switch (name) {
    case 'var':
      return { value: variable(module, word ?? '', scope, origin), used: 1 };
    case 'local':
      return { value: local(module, word ?? '', scope, origin), used: 1 };
    case 'path':
      return { value: pathValue(module, word ?? '', scope, origin), used: 1 };
    case 'terraform':
      return { value: workspace(word ?? '', scope, origin), used: 1 };
    case 'each':
    case 'count':
    case 'self':
      return { value: failure('unknown-reference', `${name} has no meaning here`, origin), used: steps.length };
    case 'module':
      return moduleOutput(module, word ?? '', steps, scope, origin);
    case 'data': {
      const label = second?.kind === 'attribute' ? second.name : '';
      return resource(module, `data.${word}.${label}`, { steps, skip: 2 }, scope, origin);
    }
    default:
      return resource(module, `${name}.${word ?? ''}`, { steps, skip: 1 }, scope, origin);
  }
}

/** The instances of a resource block, evaluated lazily; `busy` when its own count asks for it. */
export function instancesOf(module: ModuleInstance, key: string): readonly ResourceInstance[] | 'busy' | undefined {
  const known = module.resources.get(key);
  if (known !== undefined) return known;
  const block = module.configuration.resources.get(key);
  if (block === undefined) return undefined;
  const expansion = expansionOf(module, key);
  if (expansion === 'busy') return 'busy';
  const instances = resourceInstances(module, key, block, expansion);
  module.resources.set(key, instances);
  return instances;
}

function expansionOf(module: ModuleInstance, key: string): Expansion | 'busy' {
  const known = module.expansions.get(key);
  if (known !== undefined) return known;
  const block =
    module.configuration.resources.get(key) ?? module.configuration.modules.get(key.slice('module.'.length));
  if (block === undefined) return 'busy';
  module.expansions.set(key, 'busy');
  const expansion = expand(block.body, moduleScope(module), within(module, key));
  module.expansions.set(key, expansion);
  return expansion;
}

interface Path {
  readonly steps: readonly AccessStep[];
  /** How many of them name the block. */
  readonly skip: number;
}

function resource(module: ModuleInstance, key: string, { steps, skip }: Path, scope: Scope, origin: Origin): Lookup {
  const instances = instancesOf(module, key);
  if (instances === undefined) return { value: undeclared(key, 'a block', origin), used: steps.length };
  const expansion = expansionOf(module, key);
  if (instances === 'busy' || expansion === 'busy')
    return {
      value: failure('cyclic-reference', `${key} needs itself to tell how many of it there are`, origin),
      used: steps.length,
    };
  const byMember = new Map(instances.map((instance) => [instance.member, instance]));
  return member(expansion, { steps, skip }, scope, origin, {
    attribute: (one, name) => byMember.get(one)?.attribute(name, origin) ?? failure('unknown-reference', key, origin),
    object: (one) => byMember.get(one)?.object() ?? failure('unknown-reference', key, origin),
  });
}

/** How the parts of one member are read. */
interface Reading {
  readonly attribute: (member: Member, name: string) => Value;
  readonly object: (member: Member) => Value;
}

/** Follows `[key]` and `.name`, so that only what is asked for is evaluated. */
function member(expansion: Expansion, { steps, skip }: Path, scope: Scope, origin: Origin, reading: Reading): Lookup {
  const next = steps[skip];
  const [single] = expansion.members;
  if (expansion.shape === 'single' && single !== undefined) {
    if (next?.kind === 'attribute') return { value: reading.attribute(single, next.name), used: skip + 1 };
    return { value: reading.object(single), used: skip };
  }
  if (next?.kind === 'index') {
    const key = scope.run.evaluate(next.key, scope);
    const known = plainString(key, scope.run, origin);
    const one =
      expansion.members.find((each) => !each.symbolic && String(each.key) === known) ??
      (known !== undefined || key.kind === 'unknown' ? expansion.members.find((each) => each.symbolic) : undefined);
    if (one !== undefined && (known !== undefined || expansion.members.length === 1)) {
      const after = steps[skip + 1];
      const value = after?.kind === 'attribute' ? reading.attribute(one, after.name) : reading.object(one);
      return { value: present(value, one, String(known), origin), used: skip + (after?.kind === 'attribute' ? 2 : 1) };
    }
  }
  return { value: wholeOf(expansion, origin, reading), used: skip };
}

/** A failure where the member does not exist: `try` and `one` ask for that. */
function present(value: Value, one: Member, key: string, origin: Origin): Value {
  if (isAlways(one.guard) || one.symbolic) return value;
  const missing = failure('invalid-index', `there is no instance ${key}`, origin);
  const inside = value.kind === 'choice' ? value.options : [{ guard: [[]], value }];
  const cases: ValueCase[] = inside
    .map((option) => ({ guard: and(one.guard, option.guard), value: option.value }))
    .filter((option) => isPossible(option.guard));
  return choiceOf([...cases, { guard: not(one.guard), value: missing }], origin);
}

/** All members as a list or map, for every condition that decides which there are. */
function wholeOf(expansion: Expansion, origin: Origin, { object }: Reading): Value {
  const cases = expansion.cases.map(({ guard, members, open }): ValueCase => {
    if (expansion.shape === 'list') {
      const items = members.map((one) => object(one));
      return { guard, value: { kind: 'list', items, origin, ...(open && { open }) } };
    }
    const known = members.filter((one) => !one.symbolic);
    const entries = known.map((one) => [String(one.key), object(one)] as const);
    const map: Value = { kind: 'map', entries: new Map(entries), origin, ...(open && { open }) };
    const symbolic = members.find((one) => one.symbolic);
    return { guard, value: symbolic === undefined ? map : ({ ...map, symbolic: object(symbolic) } as OpenInstances) };
  });
  return choiceOf(cases, origin);
}

/** The modules that a call makes, opened. */
export function calledModules(module: ModuleInstance, name: string): readonly CalledModule[] | 'busy' | undefined {
  const known = module.modules.get(name);
  if (known !== undefined) return known;
  const block = module.configuration.modules.get(name);
  if (block === undefined) return undefined;
  const expansion = expansionOf(module, `module.${name}`);
  if (expansion === 'busy') return 'busy';
  const called = openModules(module, name, block, expansion, lookup);
  module.modules.set(name, called);
  return called;
}

function moduleOutput(
  module: ModuleInstance,
  name: string,
  steps: readonly AccessStep[],
  scope: Scope,
  origin: Origin,
): Lookup {
  const called = calledModules(module, name);
  if (called === undefined)
    return { value: undeclared(`module.${name}`, `module "${name}"`, origin), used: steps.length };
  const expansion = expansionOf(module, `module.${name}`);
  if (called === 'busy' || expansion === 'busy')
    return {
      value: failure('cyclic-reference', `module.${name} needs itself to tell how many of it there are`, origin),
      used: steps.length,
    };
  const byMember = new Map(called.map((one) => [one.member, one]));
  const attribute = (one: Member, output: string): Value => {
    const made = byMember.get(one);
    return made === undefined ? failure('unknown-reference', name, origin) : outputOf(made, output, scope, origin);
  };
  const object = (one: Member): Value => {
    const made = byMember.get(one);
    const outputs = [...(made?.instance?.configuration.outputs.keys() ?? [])];
    const entries = outputs.map((output) => [output, attribute(one, output)] as const);
    const open = made?.instance === undefined ? missingHole(made?.address ?? name) : undefined;
    return { kind: 'map', entries: new Map(entries), origin, ...(open !== undefined && { open }) };
  };
  return member(expansion, { steps, skip: 1 }, scope, origin, { attribute, object });
}

function missingHole(address: string) {
  return expression(address, `the source of ${address}, which is not on disk`);
}

function outputOf(made: CalledModule, output: string, scope: Scope, origin: Origin): Value {
  const { instance } = made;
  if (instance === undefined) {
    const hole = expression(
      `${scope.run.source.deployment}/${made.address}.${output}`,
      missingHole(made.address).settledBy,
    );
    return { kind: 'unknown', hole, origin };
  }
  if (!instance.configuration.outputs.has(output))
    return failure('unknown-reference', `${made.address} has no output ${output}`, origin);
  return relocated(
    remembered(instance, 'output', output, scope, () => outputValue(instance, output, scope)),
    origin,
  );
}
