import { type Text, textKey } from '../../../model/text.ts';
import type { AccountGuardrails, OrganizationPolicies } from '../access-options.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { compilePolicy, type PolicyCode } from '../compile/policy-code.ts';
import type { Subject } from '../subject.ts';

/** What an organization lays on requests. */
export interface OrganizationCode {
  /** Service control policies on the caller, level by level from the root; none for whom they leave alone. */
  levelsFor(subject: Subject): readonly (readonly PolicyCode[])[];
  /** Resource control policies on what the account owns. */
  controlsFor(subject: Subject, ownedBy: Text | undefined, action: ActionName): readonly PolicyCode[];
}

interface AccountCode {
  readonly levels: readonly (readonly PolicyCode[])[];
  readonly controls: readonly PolicyCode[];
}

const free: AccountCode = { levels: [], controls: [] };

/**
 * Services that resource control policies work on, as far as known here.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const controlled: ReadonlySet<string> = new Set(['s3', 'sts', 'kms', 'sqs', 'secretsmanager', 'ecr', 'aoss']);

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
    levelsFor: (subject) => (isUnderControl(subject) ? codeOf(subject.account).levels : free.levels),
    controlsFor(subject, ownedBy, { service }) {
      if (ownedBy === undefined || isServiceLinked(subject) || !controlled.has(service)) return free.controls;
      return codeOf(ownedBy).controls;
    },
  };
}

/** "SCPs don't affect users or roles in the management account." */
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

function isUnderControl(subject: Subject): subject is Extract<Subject, { kind: 'role' | 'user' }> {
  return (subject.kind === 'role' || subject.kind === 'user') && !subject.serviceLinked;
}

function isServiceLinked(subject: Subject): boolean {
  return (subject.kind === 'role' || subject.kind === 'user') && subject.serviceLinked;
}
