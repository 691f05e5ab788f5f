import { isUnderResourceControl } from '../../../catalog/data/resource-control.ts';
import { isAlways } from '../../../model/guard.ts';
import { describeText, type Text, textKey } from '../../../model/text.ts';
import type { AccountGuardrails, OrganizationPolicies } from '../access-options.ts';
import { type ActionName, matchActions } from '../compile/action-matcher.ts';
import { compilePolicy, type PolicyCode, type StatementCode } from '../compile/policy-code.ts';
import { YES } from '../compile/three-valued.ts';
import { accountOf, isPrincipal, type Subject } from '../subject.ts';

/** What an organization lays on requests. */
export interface OrganizationCode {
  /** Service control policies on the caller, level by level from the root; none for those whom they leave alone. */
  levelsFor(subject: Subject): readonly (readonly PolicyCode[])[];
  /** Resource control policies on what the account owns. */
  controlsFor(
    subject: Subject,
    asked: { readonly ownedBy: Text | undefined; readonly action: ActionName; readonly resource: Text },
  ): readonly PolicyCode[];
  /** May a policy on the account refuse the action to its principals, or on what it owns? */
  mayRefuse(account: Text, action: ActionName): boolean;
}

interface AccountCode {
  readonly levels: readonly (readonly PolicyCode[])[];
  readonly controls: readonly PolicyCode[];
}

const free: AccountCode = { levels: [], controls: [] };

/** Policies of the organization are shared between its accounts and compiled once. */
export function compileOrganization(organization: OrganizationPolicies | undefined): OrganizationCode {
  const accounts = new Map<string, AccountCode>();
  const compiled = new Map<unknown, PolicyCode>();
  const compile = (source: Parameters<typeof compilePolicy>[0]): PolicyCode => {
    const code = compiled.get(source) ?? compilePolicy(source);
    compiled.set(source, code);
    return code;
  };
  for (const [account, guardrails] of organization?.accounts ?? [])
    accounts.set(account, accountCode(guardrails, compile));
  const codeOf = (account: Text) => (accounts.size === 0 ? free : (accounts.get(textKey(account)) ?? free));
  return {
    levelsFor(subject) {
      const account = accountOf(subject);
      return account === undefined || isServiceLinked(subject) ? free.levels : codeOf(account).levels;
    },
    controlsFor(subject, { ownedBy, action, resource }) {
      if (ownedBy === undefined || accounts.size === 0 || isServiceLinked(subject)) return free.controls;
      return isUnderResourceControl(action.given) && !isKeyOfAws(resource) ? codeOf(ownedBy).controls : free.controls;
    },
    mayRefuse(account, action) {
      const { levels, controls } = codeOf(account);
      return controls.some((policy) => denies(policy, action)) || levels.some((level) => !letsAll(level, action));
    },
  };
}

function denies({ isPlain, document }: PolicyCode, action: ActionName): boolean {
  return !isPlain || document.about(action, 'Deny').length > 0;
}

/** A level lets through what one of its policies allows on everything, and none denies. */
function letsAll(level: readonly PolicyCode[], action: ActionName): boolean {
  if (level.some((policy) => denies(policy, action))) return false;
  return level.some(({ document }) => document.about(action, 'Allow').some((code) => allowsOnAll(code, action)));
}

function allowsOnAll({ actions, resources, conditions, guard }: StatementCode, action: ActionName): boolean {
  const isSure = actions !== undefined && matchActions(actions, action) === YES && isAlways(guard);
  return isSure && conditions.length === 0 && resources?.some(({ pattern }) => pattern.kind === 'any') === true;
}

/** "RCPs do not apply to AWS managed keys", which are named by an alias of AWS. */
function isKeyOfAws(resource: Text): boolean {
  return describeText(resource).includes(':alias/aws/');
}

/** "SCPs don't affect users or roles in the management account"; elsewhere they hold for the root user as well. */
function accountCode(
  { management, serviceControl, resourceControl }: AccountGuardrails,
  compile: typeof compilePolicy,
): AccountCode {
  if (management) return free;
  return {
    levels: serviceControl.map((level) => level.map(compile)),
    controls: resourceControl.flat().map(compile),
  };
}

function isServiceLinked(subject: Subject): boolean {
  return isPrincipal(subject) && subject.serviceLinked;
}
