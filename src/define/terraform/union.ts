import { always } from '../../model/guard.ts';
import { holesOf } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';
import type { TerraformInstance } from './instance.ts';

/**
 * What source and plan of one root module tell together: the places and references of the source, with values that only
 * the plan knows. What the plan makes exists without condition, and what it does not make in spite of a condition does not.
 */
export function union(
  source: readonly TerraformInstance[],
  plan: readonly TerraformInstance[],
): readonly TerraformInstance[] {
  const planned = new Map(plan.map((instance) => [instance.address, instance]));
  const evaluated = new Set(source.map(({ address }) => address));
  const both = source.flatMap((instance): readonly TerraformInstance[] => {
    const other = planned.get(instance.address);
    if (other !== undefined) return [joined(instance, other)];
    return instance.guard === always || instance.mode === 'data' ? [instance] : [];
  });
  return [...both, ...plan.filter(({ address }) => !evaluated.has(address))];
}

function joined(source: TerraformInstance, plan: TerraformInstance): TerraformInstance {
  const attributes = filled(source.attributes, plan.attributes);
  return {
    ...source,
    guard: always,
    provider: { ...plan.provider, ...source.provider },
    attributes: attributes.kind === 'map' ? attributes : source.attributes,
    aliases: [...new Set([...source.aliases, ...plan.aliases])],
  };
}

/** The value of the source, with what the plan knows in place of what the source does not. */
function filled(source: Value, plan: Value): Value {
  if (source.kind === 'map' && plan.kind === 'map') {
    const entries = new Map(source.entries);
    for (const [key, value] of plan.entries) {
      const own = entries.get(key);
      entries.set(key, own === undefined ? value : filled(own, value));
    }
    return { kind: 'map', entries, origin: source.origin };
  }
  if (
    source.kind === 'list' &&
    plan.kind === 'list' &&
    source.open === undefined &&
    source.items.length === plan.items.length
  )
    return { ...source, items: source.items.map((item, at) => filled(item, plan.items[at] ?? item)) };
  if (isKnown(source) || !isKnown(plan)) return source;
  const refs = refsOf(source);
  if (plan.kind === 'literal' && refs.length > 0) return { ...plan, origin: source.origin, refs };
  return { ...plan, origin: source.origin };
}

/** Nothing in it is left open. Lists and maps of the plan are known as far as they go. */
function isKnown(value: Value): boolean {
  if (value.kind === 'literal') return value.value !== null;
  if (value.kind === 'text') return holesOf(textOf(value) ?? []).length === 0;
  if (value.kind === 'list') return value.open === undefined && value.items.every(isKnown);
  if (value.kind === 'map') return value.open === undefined && [...value.entries.values()].every(isKnown);
  return false;
}
