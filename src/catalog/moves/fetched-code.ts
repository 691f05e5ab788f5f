import type { ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { portionOf } from '../../model/store-part.ts';
import { textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import type { CodeSource } from '../../model/workload.ts';
import { optionsOf } from '../answer.ts';
import { type CodeLocation, codeLocations } from '../data/code-locations.ts';
import { dataArn } from '../data-arn.ts';
import { rolesOf } from '../roles-of.ts';
import { fetchedAtStart } from './fetched-scripts.ts';
import { allowed } from './permission.ts';
import { remembered } from './remembered.ts';
import { type ObjectPlace, objectsNamed } from './stored-objects.ts';
import { piecesOf } from './text-pieces.ts';
import { valuesAlong } from './values-along.ts';
import { workloads } from './workloads.ts';

/** Something that takes code or instructions from an object of a bucket of the system. */
export interface Fetch {
  /** What runs the code, or acts by it. */
  readonly by: Resource;
  /** Where the object is named: the thing itself, or what it is made from. */
  readonly holder: Resource;
  readonly place: ObjectPlace;
  readonly origin: Origin;
  readonly guard: Guard;
  /** Whose right to read the object counts: the role of the thing, or nobody's that is known. */
  readonly as: 'role' | 'nobody';
  /** What must happen until the object is taken again. */
  readonly provided: string;
}

/** Everything in the system that takes its code from a bucket by a key that does not fix the content. */
export const fetchedCode = remembered((ask): readonly Fetch[] => [
  ...workloads(ask).flatMap((workload) => [...stated(ask, workload), ...inScripts(ask, workload)]),
  ...Object.entries(codeLocations).flatMap(([type, locations]) =>
    ask.system.ofType(type).flatMap((thing) => locations.flatMap((location) => takenFrom(ask, thing, location))),
  ),
]);

/** Sources that the answers about a workload name, where its properties are not gone through by themselves. */
function stated(ask: Questions, workload: Resource): readonly Fetch[] {
  if (Object.hasOwn(codeLocations, workload.type)) return [];
  return casesOf(ask.system.fact(workload.id, 'workload')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.code.flatMap((code) =>
          objectsOf(ask, workload, code).flatMap((place) =>
            fetchOf(place, {
              by: workload,
              holder: workload,
              origin: code.origin,
              guard: and(guard, workload.guard),
              as: 'nobody',
              provided: `${workload.address} is deployed or started again`,
            }),
          ),
        ),
  );
}

function objectsOf(ask: Questions, workload: Resource, code: CodeSource): readonly ObjectPlace[] {
  const { kind, bucket, location, pinned, origin } = code;
  if (pinned || (kind !== 'object' && kind !== 'download')) return [];
  const address: Value | undefined = location && { kind: 'text', text: location, origin };
  if (bucket === undefined) return address === undefined ? [] : objectsNamed(ask, workload, { bucket: address });
  // Some name bucket and key in one text.
  const isWhole = location !== undefined && textKey(textOf(bucket) ?? []) === textKey(location);
  return objectsNamed(ask, workload, { bucket, ...(address !== undefined && !isWhole && { key: address }) });
}

/** Most of what a start script fetches it runs, or installs. */
function inScripts(ask: Questions, workload: Resource): readonly Fetch[] {
  return fetchedAtStart(ask, workload).flatMap(({ place, holder, origin, ownCredentials }) =>
    fetchOf(place, {
      by: workload,
      holder,
      origin,
      guard: workload.guard,
      as: ownCredentials ? 'nobody' : 'role',
      provided: `${workload.address} is started again, and what it fetches then runs`,
    }),
  );
}

const scripts = /\.(py|jar|sh|bash|sql|hql|q|pig|r|scala|egg|whl|zip)$/i;

function takenFrom(ask: Questions, thing: Resource, location: CodeLocation): readonly Fetch[] {
  const { at, key, fixedBy = [], folder, several, scripts: onlyScripts, byRole, runsIn } = location;
  if (fixedBy.some((path) => isStated(thing, path))) return [];
  const keys = key === undefined ? [undefined] : valuesAlong(thing.properties, key);
  const names = valuesAlong(thing.properties, at).flatMap((value) => (several ? partedAtCommas(value) : [value]));
  const runners = runsIn === undefined ? [thing] : runnersOf(ask, thing, runsIn);
  return names
    .filter((value) => onlyScripts !== true || scripts.test(piecesOf(textOf(value) ?? []).source))
    .flatMap((bucket) =>
      keys.flatMap((one) =>
        objectsNamed(ask, thing, { bucket, ...(one && { key: one }), ...(folder && { folder }) }).flatMap((place) =>
          runners.flatMap((by) =>
            fetchOf(place, {
              by,
              holder: thing,
              origin: (one ?? bucket).origin,
              guard: and(thing.guard, by.guard),
              as: byRole === true ? 'role' : 'nobody',
              provided: `${by.address} runs or is deployed again`,
            }),
          ),
        ),
      ),
    );
}

/** Whatever the conditions are. */
function isStated({ properties }: Resource, path: string): boolean {
  const values = valuesAlong(properties, path);
  return (
    values.length > 0 && values.flatMap(optionsOf).every(({ value }) => value !== undefined && value.kind !== 'absent')
  );
}

function partedAtCommas(value: Value): readonly Value[] {
  return optionsOf(value).flatMap(({ value: one }) => {
    const pieces = piecesOf((one && textOf(one)) ?? []);
    return pieces.source
      .split(',')
      .map((piece): Value => ({ kind: 'text', text: pieces.text(piece.trim()), origin: value.origin }));
  });
}

function runnersOf(ask: Questions, { id }: Resource, types: readonly string[]): readonly Resource[] {
  const near = new Set([...ask.system.references(id), ...ask.system.referrers(id)]);
  return [...near].flatMap((one) => ask.system.resource(one) ?? []).filter(({ type }) => types.includes(type));
}

function fetchOf(place: ObjectPlace, of: Omit<Fetch, 'place'>): readonly Fetch[] {
  const guard = and(of.guard, place.guard);
  return isPossible(guard) ? [{ ...of, place, guard }] : [];
}

/**
 * That a role may fetch the object; undefined where it surely may not, so that nothing runs. The key of the object is not
 * asked for: whoever writes it chooses how it is encrypted. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export function fetchedAs(
  ask: Questions,
  role: Resource,
  { bucket, part }: Pick<ObjectPlace, 'bucket' | 'part'>,
): readonly ProofItem[] | undefined {
  const on = portionOf(bucket, part);
  const wish = { action: 's3:GetObject', on, resource: dataArn(on) };
  const item = allowed(ask, role, wish);
  if (item !== undefined) return [item];
  const { verdict } = ask.access.decide({
    caller: { kind: 'resource', resource: role.id },
    action: wish.action,
    resource: wish.resource,
    on: bucket.id,
  });
  return verdict === 'deny' ? undefined : [];
}

/** The same for what works with one of several roles, or with one that the input does not show. */
export function fetchedBySome(
  ask: Questions,
  by: Resource,
  place: Pick<ObjectPlace, 'bucket' | 'part'>,
): readonly ProofItem[] | undefined {
  const roles = rolesOf(ask.system, by.id);
  const found = roles.map(({ role }) => fetchedAs(ask, role, place));
  return roles.length === 0 ? [] : found.find((one) => one !== undefined);
}
