import type { Decision, OpenCondition } from '../../model/access.ts';
import type { PolicyChange, ProofItem } from '../../model/attack.ts';
import type { Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, type Text, textKey } from '../../model/text.ts';
import { policyWritingActions } from '../data/granting-actions.ts';
import { losses } from '../data/losses.ts';
import { powerfulActions } from '../data/powerful-actions.ts';
import { dataActions } from '../data-actions.ts';
import { boundaryPolicies } from './boundary-policies.ts';
import { makers, wouldMake } from './making-administrators.ts';
import { type Allowed, allowed, isSure, type Wish } from './permission.ts';
import { suppositionOf } from './policy-change.ts';
import { remembered } from './remembered.ts';

/** Somebody who may do all that an administrator of his account could, with the rights that show it. */
export interface Equal {
  readonly principal: Resource;
  readonly proof: readonly ProofItem[];
}

/**
 * Principals of accounts in which guardrails keep even an administrator from making another one, who hold the rights of one
 * all the same. Each is compared with itself under AdministratorAccess and without a boundary: what the organization leaves
 * to that one, it must be allowed as surely.
 */
export const equalsOf = remembered((ask): readonly Equal[] => {
  const rich = ask.access.candidates(compared[0] ?? '').filter(({ id }) => !makers(ask).has(id));
  const found = compared.slice(1).reduce((left, action) => {
    if (left.length === 0) return left;
    const some = new Set(ask.access.candidates(action));
    return left.filter(
      (principal) => some.has(principal) || decisionLeft(ask, principal, onAll(action)).verdict === 'deny',
    );
  }, rich);
  return found.flatMap((principal) => {
    const proof = wouldMake(ask, principal, asAdministrator(ask, principal)) === undefined && equality(ask, principal);
    return proof === false || proof === undefined ? [] : [{ principal, proof }];
  });
});

/** Calls of which the comparison asks: they give rights, use, open or destroy data, start code, or switch off what records. */
const compared: readonly string[] = [
  ...new Set([
    's3:GetObject',
    'ec2:RunInstances',
    'lambda:UpdateFunctionCode',
    'cloudformation:CreateStack',
    'ssm:SendCommand',
    'cloudtrail:StopLogging',
    'guardduty:DeleteDetector',
    'ec2:AuthorizeSecurityGroupIngress',
    ...powerfulActions,
    ...Object.values(policyWritingActions).flat(),
    ...Object.entries(losses).flatMap(([type, each]) => [
      ...each.map(({ action }) => action),
      ...dataActions(type).read,
      ...dataActions(type).write,
    ]),
  ]),
];

/** So many of the rights stand in a proof; with fewer there is next to nothing that the organization leaves. */
const mostTold = 8;
const fewestTold = 3;

/** The rights that show that it may do all that is left; undefined when it may not. */
function equality(ask: Questions, principal: Resource): readonly ProofItem[] | undefined {
  const told: Allowed[] = [];
  for (const wish of [...compared.map(onAll), ...limitedBy(ask, principal)]) {
    const left = decisionLeft(ask, principal, wish);
    if (left.verdict === 'deny') continue;
    const own = allowed(ask, principal, wish);
    if (own === undefined || !isNoLess(own.decision, left)) return undefined;
    if (isSure(own) && told.length < mostTold) told.push(own);
  }
  if (told.length < fewestTold) return undefined;
  const note = `${principal.address} may do all that AdministratorAccess would let it do under the guardrails of its account`;
  return [...told, { kind: 'setting', resource: principal.id, property: '', note, origin: principal.origin }];
}

function onAll(action: string): Wish {
  return { action, on: '*', resource: ['*'] };
}

/** What its own Deny statements, and those of its boundary, are about. */
function limitedBy(ask: Questions, principal: Resource): readonly Wish[] {
  return [...ask.access.policiesOf(principal.id), ...boundaryPolicies(ask, principal)]
    .flatMap(({ document }) => document.statements)
    .filter(({ effect }) => effect === 'Deny')
    .flatMap(wishesAbout);
}

/** A request for each action and resource that a statement lists; what NotAction and NotResource mean, others ask for. */
function wishesAbout({ actions, resources = [['*']] }: Statement): readonly Wish[] {
  const named = actions?.map((action) => describeText(filled(action, 'New'))) ?? compared;
  return named.flatMap((action) =>
    (action === 'New' ? compared : [action]).flatMap((one) =>
      resources.map((resource): Wish => ({ action: one, on: '*', resource: filled(resource, 'new') })),
    ),
  );
}

/** With words in place of wildcards; `*` alone stays. */
function filled(pattern: Text, word: string): Text {
  if (word === 'new' && textKey(pattern) === '*') return pattern;
  return pattern.map((part) => (typeof part === 'string' ? part.replace(/\*+/g, word).replaceAll('?', 'x') : part));
}

/** What the organization leaves to somebody with every right of his own. */
function decisionLeft(ask: Questions, principal: Resource, { action, resource }: Wish): Decision {
  const supposing = suppositionOf(ask, principal, asAdministrator(ask, principal));
  return ask.access.decide({ caller: { kind: 'resource', resource: principal.id }, action, resource, supposing });
}

/** AdministratorAccess in place of all that it has. */
export function asAdministrator(ask: Questions, { id }: Resource): PolicyChange {
  return { granted: true, unbounded: true, removed: ask.access.policiesOf(id) };
}

/** Does nothing but what the organization asks for stand before it? */
function isNoLess(own: Decision, left: Decision): boolean {
  if (own.verdict === 'allow') return true;
  const asked = new Set(left.verdict === 'allow' ? [] : left.conditions.map(conditionKey));
  return own.conditions.every((condition) => asked.has(conditionKey(condition)));
}

function conditionKey({ key, operator, values }: OpenCondition): string {
  return JSON.stringify([key, operator, values]);
}
