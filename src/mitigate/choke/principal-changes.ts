import { trustedParty } from '../../catalog/trusted-party.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import type { PolicyPrincipal } from '../../model/policy.ts';
import { describeText, literalOf, text, textKey } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';
import { type ChangeContext, changeOfPart, type Granted, withEntry } from './change-context.ts';
import { isLast, listed, titleOf } from './right-changes.ts';
import { sparingChange } from './sparing.ts';
import { absentAt, membersOf } from './stated.ts';
import type { StatementUses } from './statement-uses.ts';

/** Somebody whom a statement names, and where: `*` has no kind. */
export interface Named {
  readonly kind: PolicyPrincipal['kind'];
  readonly value: Value;
}

/**
 * A trust or resource policy no longer names those through whom attack paths lead. Everybody becomes the own account, in
 * which a statement of the caller's own is needed then.
 */
export function principalChanges(uses: StatementUses, context: ChangeContext): readonly Change[] {
  const named = principalsIn(uses.stated.map.entries.get('Principal'));
  const meantBy = (item: Granted) => named.filter((one) => means(one, item, uses, context));
  const isFree = ({ value }: Named) =>
    !context.needs.some(({ trust }) => trust?.role === uses.holder.id && trust.names === textKey(textOf(value) ?? []));
  const known = new Set<ProofItem>(uses.items);
  const usedBy = (item: ProofItem) => {
    const used = known.has(item) ? meantBy(item as Granted) : [];
    return used.length > 0 && used.every(isFree) ? used : undefined;
  };
  const change = sparingChange(uses.items, {
    usedBy,
    weigh: () => 1,
    make(gone) {
      if (gone.size === 0) return undefined;
      const everybody = [...gone].some(isEverybody);
      const names = listed([...gone].map(({ value }) => nameOf(value)));
      const whole = !everybody && gone.size === named.length && isLast(uses);
      const rest =
        uses.policy.kind === 'trust'
          ? 'the role with it: nobody else may take it'
          : 'the policy with it: it says nothing else';
      return changeOfPart(context, {
        control: uses.policy.kind === 'trust' ? 'narrow-trust' : 'narrow-resource-policy',
        title: everybody
          ? `Let only the own account in by ${titleOf(uses)}`
          : `Take ${names} out of ${titleOf(uses)}${whole ? `, and ${rest}` : ''}`,
        resource: uses.holder,
        place: uses.stated.place,
        value: everybody ? 'Principal: the own account' : `Principal without ${names}`,
        kind: 'Principal',
        loss: everybody ? 1 : 6,
        hits: (item) => usedBy(item)?.every((one) => gone.has(one)) === true,
        edit(part) {
          const before = part.kind === 'map' ? part.entries.get('Principal') : undefined;
          const left = leftOf(before, gone, ownAccount(uses, context));
          return left === undefined ? absentAt(part) : withEntry(part, 'Principal', left);
        },
      });
    },
  });
  return change === undefined ? [] : [change];
}

const kinds: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

/** Whom a statement names. */
export function principalsIn(value: Value | undefined): readonly Named[] {
  if (value?.kind !== 'map') return membersOf(value).map((one) => ({ kind: '*', value: one }));
  return [...value.entries].flatMap(([kind, names]) =>
    kinds.has(kind) ? membersOf(names).map((one) => ({ kind: kind as PolicyPrincipal['kind'], value: one })) : [],
  );
}

function isEverybody({ kind, value }: Named): boolean {
  return (kind === '*' || kind === 'AWS') && literalOf(textOf(value) ?? []) === '*';
}

/** Is it this principal who is let in, rather than the own account as a whole? */
function means(named: Named, item: Granted, { holder }: StatementUses, context: ChangeContext): boolean {
  if (isEverybody(named)) return true;
  const by = item.kind === 'trusted' ? item.by : item.kind === 'open-to' ? item.who : item.principal;
  const value = textOf(named.value) ?? [];
  if (literalOf(value) === by || refsOf(named.value).some(({ resource }) => resource === by)) return true;
  const who = context.resource(by);
  if (who !== undefined) return [textKey(who.arn ?? who.name), textKey(who.name)].includes(textKey(value));
  return trustedParty(context.ask.system, holder, { kind: named.kind, value })?.id === by;
}

function ownAccount({ holder }: StatementUses, context: ChangeContext): Value {
  const { account, partition } = context.ask.system.deploymentOf(holder.id);
  return { kind: 'text', text: text('arn:', ...partition, ':iam::', ...account, ':root'), origin: holder.origin };
}

/** The principals that are left, the own account in place of everybody; undefined when nobody is. */
function leftOf(value: Value | undefined, going: ReadonlySet<Named>, own: Value): Value | undefined {
  const gone = new Set([...going].filter((one) => !isEverybody(one)).map((one) => one.value));
  const open = new Set([...going].filter(isEverybody).map((one) => one.value));
  const kept = (names: Value): Value | undefined => {
    const items = membersOf(names).flatMap((one) => (gone.has(one) ? [] : [open.has(one) ? own : one]));
    const [only] = items;
    if (only === undefined) return undefined;
    return names.kind === 'list' ? { ...names, items } : only;
  };
  if (value?.kind !== 'map') return { kind: 'map', entries: new Map([['AWS', own]]), origin: own.origin };
  const entries = [...value.entries].flatMap(([kind, names]) => {
    const left = kept(names);
    return left === undefined ? [] : [[kind, left] as const];
  });
  return entries.length === 0 ? undefined : { ...value, entries: new Map(entries) };
}

function nameOf(value: Value): string {
  const [first] = refsOf(value);
  return first === undefined ? describeText(textOf(value) ?? []) : first.resource.replace(/^.*\//, '');
}
