import type { AttackFact, Move, MoveInstance } from '../../model/attack.ts';
import { goesAWay, handsOut, isOfPod, may, principalsOf, startsPodsIn } from './check-means.ts';
import type { CheckContext } from './check-premise.ts';
import { tokensOpen } from './check-tokens.ts';
import { isOfHost, isPartOfOne } from './check-wholes.ts';

const becoming = /^iam:(CreateAccessKey|CreateLoginProfile|UpdateLoginProfile|UpdateAssumeRolePolicy)$/;

/** Does the fact make somebody the outside party, or the account of that number? */
export function isParty(party: string, fact: AttackFact): boolean {
  if (fact.kind === 'controls-external') return fact.party === party;
  return fact.kind === 'administrates' && party === `external/aws-account/${fact.account}`;
}

/** Is it of the account? */
export function isOfAccount(account: string, what: string | undefined, { accountOf }: CheckContext): boolean {
  return what !== undefined && account === accountOf(what);
}

interface Taken {
  readonly principal: string;
  /** What else is held: where code runs. */
  readonly places: readonly string[];
  readonly context: CheckContext;
}

/**
 * By trust, by a credential or trust that the caller may write, from inside a workload, or over something that acts as the
 * role: new and the role passed to it, there already and taken over, or not in the input, so that it is not certain.
 */
export function takesIdentity(instance: MoveInstance, move: Move, { principal, places, context }: Taken): boolean {
  const { needs, proof, certainty } = instance;
  const trusted = proof.flatMap((item) => (item.kind === 'trusted' && item.role === principal ? [item.by] : []));
  const carrying = proof.flatMap((item) => (item.kind === 'runs-as' && item.role === principal ? [item.workload] : []));
  const isInside = needs.every(({ kind }) => kind !== 'can-call') || certainty === 'weakness';
  if (isInside && carrying.some((workload) => places.includes(workload))) return true;
  const told = proof.flatMap((item) => (item.kind === 'setting' ? [item.resource] : []));
  if (needs.every(({ kind }) => kind === 'writes'))
    return carrying.some((workload) => told.includes(workload as never));
  if (isOfPod(instance, principal, context) || isOfHost(instance, principal, context)) return true;
  if (principalsOf(instance).length === 0)
    return (
      places.length === 0 &&
      (isTakenByIdentity(instance, principal, context) ||
        needs.every(
          (need) =>
            trusted.length > 0 &&
            (!('party' in need || 'account' in need) || trusted.some((by) => isParty(by, need))) &&
            (need.kind !== 'controls-external' || tokensOpen(instance, need, { role: principal, context })),
        ))
    );
  const isTrustedBy = trusted.some((by) => !by.includes('/'));
  const over =
    (isTrustedBy && (may(instance, /^iam:PassRole$/, principal) || certainty !== 'certain')) ||
    carrying.some((workload) => may(instance, /./, workload) || isPartOfOne(instance, workload, context));
  return (
    (over && goesAWay(instance, move)) ||
    carrying.some((workload) => startsPodsIn(instance, workload, context)) ||
    may(instance, becoming, principal) ||
    showsFactor(instance, principal) ||
    handsOut(instance, principal) ||
    may(instance, /^sts:AssumeRole$/, principal) ||
    trusted.some((by) => principalsOf(instance).includes(by))
  );
}

/** May an identity of an account that is administrated take the role? */
function isTakenByIdentity({ needs, proof }: MoveInstance, role: string, context: CheckContext): boolean {
  return proof.some(
    (item) =>
      item.kind === 'allowed' &&
      item.action === 'sts:AssumeRole' &&
      item.on === role &&
      needs.every((need) => 'account' in need && isOfAccount(need.account, item.principal, context)),
  );
}

/** The same user, with a second factor that is assumed, or that somebody who is held registers. */
function showsFactor(instance: MoveInstance, principal: string): boolean {
  const { gives, proof } = instance;
  return (
    gives.kind === 'acts-as' &&
    gives.principal === principal &&
    gives.session !== undefined &&
    gives.session.multiFactor !== false &&
    (proof.some(({ kind }) => kind === 'assumed') || may(instance, /^iam:EnableMFADevice$/, principal))
  );
}
