import type { Decision } from '../model/access.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { literalOf, matchPatternIgnoringCase, type Text, textKey } from '../model/text.ts';
import { isCandidate } from './is-candidate.ts';
import { everything } from './moves/making-administrators.ts';
import { remembered } from './moves/remembered.ts';

/** A role of a fixed name that is not in the input, which a principal may make and give any rights. */
export interface RoleMaking {
  readonly arn: Text;
  readonly decisions: readonly Decision[];
}

/** Names of roles that exist: making one of these fails. */
const existing = remembered(
  (ask): ReadonlySet<string> =>
    new Set(ask.system.ofType('AWS::IAM::Role').flatMap(({ arn }) => (arn === undefined ? [] : [textKey(arn)]))),
);

/**
 * May the principal make a role under a name that its policies spell out, and give it any rights? Whose trust policy he
 * writes, he takes. Names with room in them are told by administration.
 */
export function roleMaking(ask: Questions, principal: Resource): RoleMaking | undefined {
  if (!isCandidate(ask.access, 'iam:CreateRole', principal)) return undefined;
  for (const arn of namedRoles(ask, principal)) {
    if (existing(ask).has(textKey(arn))) continue;
    const making = decide(ask, principal, { action: 'iam:CreateRole', arn });
    const giving = ['iam:AttachRolePolicy', 'iam:PutRolePolicy']
      .map((action) => decide(ask, principal, { action, arn }))
      .find(({ verdict }) => verdict === 'allow');
    if (making.verdict === 'allow' && giving !== undefined) return { arn, decisions: [making, giving] };
  }
  return undefined;
}

function namedRoles(ask: Questions, principal: Resource): readonly Text[] {
  return ask.access
    .policiesOf(principal.id)
    .flatMap(({ document }) => document.statements)
    .filter(
      ({ effect, actions = [] }) =>
        effect === 'Allow' &&
        actions.some((pattern) => matchPatternIgnoringCase(pattern, ['iam:CreateRole']) === 'yes'),
    )
    .flatMap(({ resources = [] }) => resources)
    .filter((pattern) => isRole(pattern) && !/[*?]|\$\{/.test(pattern.map(plain).join('')));
}

function isRole(pattern: Text): boolean {
  return (literalOf(pattern) ?? pattern.map(plain).join('')).includes(':role/');
}

function plain(part: Text[number]): string {
  return typeof part === 'string' ? part : '';
}

function decide(
  ask: Questions,
  principal: Resource,
  { action, arn }: { readonly action: string; readonly arn: Text },
): Decision {
  return ask.access.decide({
    caller: { kind: 'resource', resource: principal.id },
    action,
    resource: arn,
    context: everything,
  });
}
