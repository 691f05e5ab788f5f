import { optionsOf } from '../../catalog/answer.ts';
import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Target } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { holesOf, literalOf, type Text, text, textKey } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';

/** Where references lead: by ARN for everybody, by name within one account. */
export interface Directory {
  resolve(value: Value, from: Resource, types: readonly string[] | undefined): readonly Target[];
}

/** `accountOf` gives equal keys for resources that share an account. */
export function createDirectory(
  resources: readonly Resource[],
  byId: ReadonlyMap<ResourceId, Resource>,
  accountOf: (resource: Resource) => string,
): Directory {
  const byArn = new Map<string, Resource[]>();
  const byName = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (resource.arn !== undefined) push(byArn, textKey(resource.arn), resource);
    push(byName, `${accountOf(resource)} ${textKey(resource.name)}`, resource);
  }

  /** Names in IAM are unique whatever their path, which whoever looks them up by name does not know. */
  const withPath = (wanted: Text, from: Resource): readonly Resource[] => {
    const at = wanted.findIndex((part) => typeof part !== 'string' && part.symbol.startsWith('iam-path:'));
    if (at < 0) return [];
    const start = textKey(wanted.slice(0, at));
    const named = byName.get(`${accountOf(from)} ${textKey(wanted.slice(at + 1))}`) ?? [];
    return named.filter(({ arn }) => arn !== undefined && textKey(arn).startsWith(start));
  };

  const find = (
    value: Value,
    wanted: Text,
    from: Resource,
    types: readonly string[] | undefined,
  ): readonly Resource[] => {
    const ofType = (all: readonly Resource[]) =>
      types === undefined ? all : all.filter((resource) => types.includes(resource.type));
    const referred = () => ofType([...new Set(refsOf(value).flatMap(({ resource }) => byId.get(resource) ?? []))]);
    // A policy may be called after what it is attached to: a reference means what it refers to all the same.
    const isReference = wanted.length === 1 && typeof wanted[0] !== 'string';
    const [only, another] = isReference ? referred() : [];
    if (only !== undefined && another === undefined) return [only];
    const key = textKey(wanted);
    const typed = ofType(byArn.get(key) ?? byName.get(`${accountOf(from)} ${key}`) ?? withPath(wanted, from));
    if (typed.length > 0 && (types !== undefined || typed.length === 1)) return typed;
    const others = referred();
    return wanted.length === 1 && others.length === 1 ? others : others.filter((resource) => isAbout(wanted, resource));
  };

  const resolveOne = (
    value: Value,
    guard: Guard,
    from: Resource,
    types: readonly string[] | undefined,
  ): readonly Target[] => {
    const wanted = textOf(value);
    if (wanted === undefined) return [];
    const found = find(value, wanted, from, types)
      .map((resource): Target => ({ kind: 'resource', resource, guard: and(guard, resource.guard) }))
      .filter((target) => isPossible(target.guard));
    if (found.length > 0) return found;
    const [hole] = holesOf(wanted);
    return hole === undefined || literalOf(wanted) !== undefined || hole.kind === 'account'
      ? [{ kind: 'external', text: wanted, guard }]
      : [{ kind: 'unknown', settledBy: hole.settledBy, guard }];
  };

  return {
    resolve: (value, from, types) =>
      optionsOf(value).flatMap(({ guard, value: option }) => {
        if (option === undefined || option.kind === 'absent') return [];
        if (option.kind === 'list') return option.items.flatMap((item) => resolveOne(item, guard, from, types));
        return resolveOne(option, guard, from, types);
      }),
  };
}

function push(index: Map<string, Resource[]>, key: string, resource: Resource): void {
  const there = index.get(key);
  if (there === undefined) index.set(key, [resource]);
  else there.push(resource);
}

/**
 * A longer text means a resource when it holds the resource's ARN, is an ARN or address that holds its name, or a host
 * name that begins with it (`${Bucket}.s3.amazonaws.com`).
 */
function isAbout(wanted: Text, resource: Resource): boolean {
  const key = textKey(wanted);
  if (resource.arn !== undefined && key.includes(textKey(resource.arn))) return true;
  const first = wanted[0];
  const addressed = typeof first === 'string' && /^(arn:|[a-z0-9]+:\/\/)/.test(first);
  const name = textKey(text(...resource.name));
  return key.startsWith(`${name}.`) || (addressed && key.includes(name));
}
