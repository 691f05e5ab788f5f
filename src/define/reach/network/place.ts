import { optionsOf } from '../../../catalog/answer.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Target } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { describeText, holesOf, textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { ResourceBase } from '../../system/create-system.ts';

/**
 * What a reference to a part of the network means: a resource of the input, or something supplied from outside (a
 * parameter, a literal id). Equal keys are the same thing.
 */
export interface Place {
  readonly key: string;
  readonly resource?: Resource;
  /** For people: the address of the resource, or what was supplied. */
  readonly name: string;
  /** The input that would tell more; absent for resources. */
  readonly settledBy?: string;
  /** It is a hole: another hole, or anything else, may turn out to be the same thing. */
  readonly open: boolean;
  readonly guard: Guard;
}

/** The places that a value may mean, each with its guard. Lists give all their members; `AWS::NoValue` gives none. */
export function placesOf(base: ResourceBase, value: Value | undefined, from: Resource): readonly Place[] {
  return optionsOf(value).flatMap(({ guard, value: option }): readonly Place[] => {
    if (option === undefined || option.kind === 'absent') return [];
    if (option.kind === 'list') return option.items.flatMap((item) => guarded(placesOf(base, item, from), guard));
    return guarded(
      base.resolve(option, from.id).map((target) => placeOf(base, { target, value: option, from })),
      guard,
    );
  });
}

function guarded(places: readonly Place[], guard: Guard): readonly Place[] {
  return places.flatMap((place) => {
    const both = and(guard, place.guard);
    return isPossible(both) ? [{ ...place, guard: both }] : [];
  });
}

function placeOf(
  base: ResourceBase,
  found: { readonly target: Target; readonly value: Value; readonly from: Resource },
): Place {
  const { target, value, from } = found;
  if (target.kind === 'resource') {
    const { resource } = target;
    return { key: resource.id, resource, name: resource.address, open: false, guard: target.guard };
  }
  const text = textOf(value) ?? [];
  const account = textKey(base.deploymentOf(from.id).account);
  const name = describeText(text);
  const [hole] = holesOf(text);
  return {
    // Holes are qualified by their deployment, ids of AWS are unique; any other text means something in its account only.
    key: hole === undefined && !isUnique(name) ? `supplied ${account} ${textKey(text)}` : `supplied ${textKey(text)}`,
    name,
    settledBy: hole?.settledBy ?? `the definition of ${name}`,
    open: hole !== undefined,
    guard: target.guard,
  };
}

/** `subnet-0a1b…`: two accounts that name one id share it, as they do the subnets of a shared VPC. */
function isUnique(name: string): boolean {
  return /^[a-z]+(-[a-z]+)*-[0-9a-f]{8}([0-9a-f]{9})?$/.test(name);
}

/** Are two places the same? `maybe` when one of them is supplied and not known. */
export function samePlace(left: Place, right: Place): 'yes' | 'no' | 'maybe' {
  if (left.key === right.key) return 'yes';
  return left.open || right.open ? 'maybe' : 'no';
}
