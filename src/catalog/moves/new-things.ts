import type { ProofItem } from '../../model/attack.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, matchPatternIgnoringCase, type Text, text, textKey } from '../../model/text.ts';
import { type Context, firstAllowed, isSure, type Wish } from './permission.ts';
import { remembered } from './remembered.ts';

/** Actions that together make something new, each with the kind of ARN that it names: `function:`, or `*` for none. */
export type Making = readonly (readonly [action: string, kind: string])[];

/**
 * May the principal make something new in one of these ways? All actions of a way must be allowed on the same new thing:
 * who may make any function but call only his own ones can do nothing with it. A right to make a thing of one certain name
 * counts while nothing in the system has it, and is not sure: it may be there already.
 */
export function makesNew(
  ask: Questions,
  principal: Resource,
  ways: readonly Making[],
  context?: Context,
): readonly ProofItem[] | undefined {
  const policies = ask.access.policiesOf(principal.id);
  const wishes = (way: Making, nameOf: (kind: string) => Text): readonly Wish[] =>
    way.map(([action, kind]) => ({
      action,
      on: '*',
      resource: kind === '*' ? ['*'] : newArn(ask, principal, { action, kind, name: nameOf(kind) }),
      ...(context !== undefined && { context }),
    }));
  const chosen = ways.flatMap((way) => namings(policies, way).map((nameOf) => wishes(way, nameOf)));
  const granted = firstAllowed(ask, principal, chosen);
  if (granted?.every(isSure)) return granted;
  for (const way of ways)
    for (const name of fixedNames(policies, way)) {
      const fixed = wishes(way, () => name);
      const isFree = fixed.every(({ resource }) => !arnsTaken(ask).has(textKey(resource)));
      const items = granted === undefined && isFree ? firstAllowed(ask, principal, [fixed]) : undefined;
      if (items !== undefined)
        return [...items, { kind: 'assumed', note: `nothing is called ${describeText(name)} yet` }];
    }
  return granted;
}

const arnsTaken = remembered(
  (ask): ReadonlySet<string> =>
    new Set(ask.system.model.resources.flatMap(({ arn }) => (arn === undefined ? [] : [textKey(arn)]))),
);

/** ARN of something of this kind with this name, in the principal’s own account; of one thing of AWS for `::document/…`. */
export function newArn(
  ask: Questions,
  principal: Resource,
  of: { readonly action: string; readonly kind: string; readonly name: Text },
): Text {
  const { account, region, partition } = ask.system.deploymentOf(principal.id);
  const [service = ''] = of.action.split(':');
  if (of.kind.startsWith('::')) return text('arn:', ...partition, `:${service}:`, ...region, of.kind);
  const place: Text = service === 'iam' || service === 'sts' ? [] : region;
  const owner = service === 'sts' ? 'iam' : service;
  return text('arn:', ...partition, `:${owner}:`, ...place, ':', ...account, `:${of.kind}`, ...of.name);
}

/** A name that nothing has and no policy means. */
export const plainName: Text = ['bartizan-new'];
/** Names beyond these are not tried. */
const mostNames = 6;

/** A plain name, and those that patterns of Allow statements about the actions make room for. */
export function namesFor(policies: readonly PolicySource[], way: Making): readonly Text[] {
  const made = statedNames(policies, way).flatMap((name) => (hasRoom(name) ? [filled(name)] : []));
  return distinct([plainName, ...made]);
}

/** Names for everything that is made: the same one for all of it, and where it is of several kinds one for each. */
function namings(policies: readonly PolicySource[], way: Making): readonly ((kind: string) => Text)[] {
  const kinds = [...new Set(way.map(([, kind]) => kind))].filter((kind) => kind !== '*');
  const same = namesFor(policies, way).map((name) => () => name);
  if (kinds.length < 2) return same;
  const ofKind = kinds.map((kind) => ({
    kind,
    names: namesFor(
      policies,
      way.filter((made) => made[1] === kind),
    ),
  }));
  const each = ofKind.reduce<readonly ReadonlyMap<string, Text>[]>(
    (before, { kind, names }) => before.flatMap((some) => names.map((name) => new Map([...some, [kind, name]]))),
    [new Map()],
  );
  return [
    ...same,
    ...each.slice(0, mostNames * mostNames).map((some) => (kind: string) => some.get(kind) ?? plainName),
  ];
}

/** A name with which a pattern that has room for one means something new of this kind; none where it has no room. */
export function nameWithRoom(pattern: Text, kind: string): readonly Text[] {
  const name = nameIn(pattern, kind);
  return name !== undefined && hasRoom(name) ? [filled(name)] : [];
}

/** Names that Allow statements about the actions spell out. */
function fixedNames(policies: readonly PolicySource[], way: Making): readonly Text[] {
  return distinct(statedNames(policies, way).filter((name) => !hasRoom(name)));
}

function distinct(names: readonly Text[]): readonly Text[] {
  return [...new Map(names.map((name) => [textKey(name), name])).values()].slice(0, mostNames);
}

function statedNames(policies: readonly PolicySource[], way: Making): readonly Text[] {
  const statements = policies.flatMap(({ document }) => document.statements);
  return way.flatMap(([action, kind]) =>
    statements
      .filter((statement) => speaksOf(statement, action))
      .flatMap(({ resources = [] }) =>
        resources.flatMap((pattern): readonly Text[] => {
          const name = nameIn(pattern, kind);
          return name === undefined ? [] : [name];
        }),
      ),
  );
}

function speaksOf({ effect, actions }: Statement, action: string): boolean {
  return effect === 'Allow' && actions?.some((one) => matchPatternIgnoringCase(one, [action]) !== 'no') === true;
}

/** `app-*` of `arn:…:function:app-*`; none where a policy variable stands for the caller's own name. */
function nameIn(pattern: Text, kind: string): Text | undefined {
  const at = kind === '*' ? -1 : pattern.findIndex((part) => typeof part === 'string' && part.includes(`:${kind}`));
  const first = pattern[at];
  if (typeof first !== 'string') return undefined;
  const name = text(first.slice(first.indexOf(`:${kind}`) + kind.length + 1), ...pattern.slice(at + 1));
  const isOpen = name.length === 0 || name.some((part) => typeof part === 'string' && part.includes('${'));
  return isOpen ? undefined : name;
}

function hasRoom(name: Text): boolean {
  return name.some((part) => typeof part === 'string' && /[*?]/.test(part));
}

function filled(name: Text): Text {
  return name.map((part) => (typeof part === 'string' ? part.replace(/\*+/g, 'new').replaceAll('?', 'x') : part));
}
