import { everyObjectArn } from '../../catalog/data-arn.ts';
import type { AccessRequest } from '../../model/access.ts';
import type { MoveInstance, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { anyName } from '../../model/store-part.ts';
import { describeText, matchPattern, matchPatternIgnoringCase, type Text, text } from '../../model/text.ts';

/** More patterns than these are not told. */
const mostShown = 4;

/**
 * Which objects of a bucket the last step of a path is about, as patterns of keys (`reports/*`); undefined where it is all of
 * them, or about no objects. Nothing in the list says that it could not be told.
 */
export function coveredObjects(ask: Questions, { gives, proof }: MoveInstance): readonly string[] | undefined {
  if (gives.kind !== 'reads' && gives.kind !== 'writes' && gives.kind !== 'destroys') return undefined;
  const store = ask.system.resource(gives.resource);
  const item = proof.find((one) => isUse(one, gives.resource));
  const request = item && requestOf(item);
  const arn = store?.arn;
  if (store?.type !== 'AWS::S3::Bucket' || arn === undefined || request === undefined) return undefined;
  const asked = (resource: Text) => ask.access.decide({ ...request, resource }).verdict;
  if (asked(everyObjectArn(store)) === 'allow') return undefined;
  const found = new Set<string>();
  for (const key of keysIn(ask, request, store))
    if (asked(text(...arn, '/', ...exampleOf(key, store))) !== 'deny') found.add(describeText(key));
  const shown = [...found].slice(0, mostShown);
  // Where everything is named, something is denied.
  if (found.has('*')) return ['all but some objects'];
  return found.size > shown.length ? [...shown, 'others'] : shown;
}

type Use = Extract<ProofItem, { readonly kind: 'allowed' | 'supposed' | 'open-to' }>;

function isUse(item: ProofItem, store: string): item is Use {
  const isGranted = item.kind === 'allowed' || item.kind === 'supposed' || item.kind === 'open-to';
  return isGranted && item.on === store && item.part === undefined && /^s3:(Get|Put|Delete)Object/.test(item.action);
}

function requestOf(item: Use): AccessRequest | undefined {
  if (item.kind !== 'open-to') return item.request;
  if (item.who !== 'anonymous' && item.who !== 'any-aws-account') return undefined;
  return { caller: { kind: item.who }, action: item.action, resource: [], on: item.on };
}

/** What statements that speak for the caller, or of the bucket, say of keys. */
function keysIn(ask: Questions, { caller, action, supposing }: AccessRequest, store: Resource): readonly Text[] {
  const own = caller.kind === 'resource' ? (supposing?.identity ?? ask.access.policiesOf(caller.resource)) : [];
  const ofStore = casesOf(ask.system.fact(store.id, 'resourcePolicy')).flatMap(({ fact }) =>
    fact.kind === 'known' ? fact.value : [],
  );
  const statements = [...own, ...(supposing?.target ?? ofStore)].flatMap(({ document }) => document.statements);
  return statements.filter((one) => isAbout(one, action)).flatMap(({ resources = [] }) => keysOf(resources, store));
}

function isAbout({ effect, actions = [] }: Statement, action: string): boolean {
  return effect === 'Allow' && actions.some((one) => matchPatternIgnoringCase(one, [action]) !== 'no');
}

/** `reports/*` of `arn:aws:s3:::data/reports/*`; `*` of what begins with a wildcard within the name of the bucket. */
function keysOf(patterns: readonly Text[], store: Resource): readonly Text[] {
  const arn = store.arn ?? store.name;
  const some = text(...arn, '/', ...anyName('object', store, []).name);
  return patterns.flatMap((pattern): readonly Text[] => {
    if (matchPattern(pattern, some) === 'no') return [];
    const behind = keyBehind(pattern, arn);
    return [behind ?? ['*']];
  });
}

function keyBehind(pattern: Text, arn: Text): Text | undefined {
  const written = describeText(pattern);
  const start = `${describeText(arn)}/`;
  return written.startsWith(start) ? [written.slice(start.length)] : undefined;
}

/** The key itself, or any that begins as the pattern does. */
function exampleOf([pattern = '']: Text, store: Resource): Text {
  const written = typeof pattern === 'string' ? pattern : '';
  const wildcard = written.search(/[*?]/);
  return wildcard < 0 ? [written] : anyName('object', store, text(written.slice(0, wildcard))).name;
}
