import type { Decision } from '../../model/access.ts';
import type { AttackFact, ProofItem } from '../../model/attack.ts';
import type { Caller } from '../../model/caller.ts';
import { casesOf } from '../../model/fact.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Portion } from '../../model/store-part.ts';
import { literalOf } from '../../model/text.ts';
import { awsAccounts } from '../data/aws-accounts.ts';
import { dataArn } from '../data-arn.ts';
import { accountsOutside } from './accounts-outside.ts';
import { isUsable } from './permission.ts';
import { meansEverybody } from './permissions.ts';
import { keyNeeds } from './store-keys.ts';

type OpenTo = Extract<ProofItem, { kind: 'open-to' }>;

/** A resource that strangers may use, with what they need for it. */
export interface OpenResource {
  readonly resource: Portion;
  readonly needs: AttackFact;
  readonly proof: readonly ProofItem[];
  /** What must hold besides. */
  readonly provided?: string;
}

/** Somebody outside who may be let in. */
interface Stranger {
  readonly who: string;
  readonly caller: Caller;
  readonly needs: AttackFact;
  readonly provided?: string;
}

const anyone: readonly Stranger[] = [
  { who: 'anonymous', caller: { kind: 'anonymous' }, needs: { kind: 'network', where: 'internet' } },
  { who: 'any-aws-account', caller: { kind: 'any-aws-account' }, needs: { kind: 'any-aws-account' } },
];

/**
 * Of the resources, those whose own policies let somebody outside do all of the actions: everybody, every AWS account, or an account
 * that is named. Who reads or changes data with a key of ours must be let use that key as well.
 */
export function* openTo(
  ask: Questions,
  {
    actions,
    resources,
    way,
  }: { readonly actions: readonly string[]; readonly resources: readonly Portion[]; readonly way?: 'read' | 'write' },
): Generator<OpenResource> {
  for (const resource of resources) {
    const strangers = [...(mayLetAnyoneIn(ask, resource) ? anyone : []), ...namedAccounts(ask, resource)];
    for (const stranger of strangers) {
      const items = actions.flatMap((action) => openItem(ask, action, resource, stranger) ?? []);
      if (items.length < actions.length) continue;
      const key = way === undefined ? [] : unlocked(ask, { resource, stranger, way });
      if (key === undefined) continue;
      const { needs, provided } = stranger;
      yield { resource, needs, proof: [...items, ...key], ...(provided !== undefined && { provided }) };
      // Whoever has an account can ask without it as well.
      if ([...items, ...key].every(({ decision }) => isOpen(decision))) break;
    }
  }
}

function isOpen({ verdict }: Decision): boolean {
  return verdict === 'allow';
}

/** Accounts of others that its policy names, but for those that AWS writes logs from. */
function namedAccounts(ask: Questions, resource: Resource): readonly Stranger[] {
  return accountsOutside(ask, resource, 'resourcePolicy')
    .filter(({ account }) => !awsAccounts.has(literalOf(account) ?? ''))
    .map(({ party, name, account, needs, maybeOurs }) => ({
      who: party,
      caller: { kind: 'account', account },
      needs,
      ...(maybeOurs && { provided: `${name} is another account than that of ${resource.address}` }),
    }));
}

function openItem(ask: Questions, action: string, on: Portion, { who, caller }: Stranger): OpenTo | undefined {
  const decision = ask.access.decide({ caller, action, resource: dataArn(on, action), on: on.id });
  const isGranted = isUsable(decision) && decision.allowedBy.length > 0;
  return isGranted ? { kind: 'open-to', who, action, ...saidOn(on), decision } : undefined;
}

function saidOn({ id, part }: Portion): Pick<OpenTo, 'on' | 'part'> {
  return { on: id, ...(part !== undefined && { part }) };
}

interface Locked {
  readonly resource: Resource;
  readonly stranger: Stranger;
  readonly way: 'read' | 'write';
}

/** The premises about the key; none where it takes no key of ours, undefined where every key stays shut. */
function unlocked(ask: Questions, { resource, stranger, way }: Locked): readonly OpenTo[] | undefined {
  const opened = keyNeeds(ask, resource, way).map(({ wish }) => {
    if (wish === undefined || wish.on === '*') return [];
    const item = openItem(ask, wish.action, wish.on, stranger);
    return item === undefined ? undefined : [item];
  });
  return opened.find((items) => items !== undefined);
}

/** A resource lets anyone in by a statement that may mean everybody, or by a public list. */
function mayLetAnyoneIn(ask: Questions, resource: Resource): boolean {
  const policies = casesOf(ask.system.fact(resource.id, 'resourcePolicy'));
  const gates = casesOf(ask.system.fact(resource.id, 'publicAccessGate'));
  return (
    policies.some(({ fact }) => fact.kind === 'unknown' || fact.value.some(mayMeanAnyone)) ||
    gates.some(({ fact }) => fact.kind === 'known' && fact.value.publicAcl !== undefined)
  );
}

function mayMeanAnyone({ document }: PolicySource): boolean {
  return document.open !== undefined || document.statements.some(isForAnyone);
}

function isForAnyone({ effect, principals, notPrincipals, open }: Statement): boolean {
  if (effect !== 'Allow') return false;
  if (open !== undefined || notPrincipals !== undefined || principals === undefined) return true;
  return principals.some((one) => meansEverybody(one) || (one.kind === 'AWS' && literalOf(one.value) === undefined));
}
