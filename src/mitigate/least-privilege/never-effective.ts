import { mayName, type ServiceActions } from '../../catalog/service-actions.ts';
import type { Supposition } from '../../model/access.ts';
import { casesOf } from '../../model/fact.ts';
import type { NeedlessRight } from '../../model/least-privilege.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, type Text, type TextPart, text } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { literalText, membersOf } from '../choke/stated.ts';
import type { HeldStatement } from './held-statements.ts';

/** Actions of a statement that may go, and why. */
export interface Cut {
  readonly right: NeedlessRight;
  /** The members of its list of actions that go. */
  readonly gone: readonly Value[];
  /** What takes the place of a member, for wildcards of which a part stays. */
  readonly instead?: ReadonlyMap<Value, readonly string[]>;
}

/** Actions that can never be used by this statement: whatever the code of anybody does, nothing changes without them. */
export function neverEffective(held: HeldStatement, ask: Questions, reference: ServiceActions): readonly Cut[] {
  const { statement } = held.cited;
  const entries = membersOf(held.stated.map.entries.get('Action'));
  if (statement.actions === undefined || statement.resources === undefined || entries.length === 0) return [];
  if (held.principals.every((principal) => nobodyTakes(ask, principal)))
    return [cutOf(entries, 'nobody can take the role: its trust policy allows nobody')];
  const reasons = new Map<string, Value[]>();
  for (const entry of entries) {
    const because = whyNever(entry, held, ask, reference);
    if (because !== undefined) reasons.set(because, [...(reasons.get(because) ?? []), entry]);
  }
  return [...reasons].map(([because, gone]) => cutOf(gone, because));
}

function cutOf(gone: readonly Value[], because: string): Cut {
  const what = gone.map((entry) => literalText(entry) ?? 'an action');
  return { gone, right: { kind: 'never-effective', what, because } };
}

function nobodyTakes(ask: Questions, principal: Resource): boolean {
  if (principal.type !== 'AWS::IAM::Role') return false;
  return casesOf(ask.system.fact(principal.id, 'trustPolicy')).every(
    ({ fact }) =>
      fact.kind === 'known' &&
      fact.value.every(
        ({ document }) =>
          document.open === undefined &&
          document.statements.every(({ effect, open }) => effect === 'Deny' && open === undefined),
      ),
  );
}

/** Why the entry has no effect, if that is certain. */
function whyNever(entry: Value, held: HeldStatement, ask: Questions, reference: ServiceActions): string | undefined {
  const pattern = literalText(entry);
  const [prefix = '', name] = pattern?.split(':') ?? [];
  if (pattern === undefined || name === undefined || /[*?]/.test(prefix)) return undefined;
  if (!reference.hasService(prefix)) return `AWS has no service with the prefix ${prefix}`;
  const actions = reference.matching(pattern);
  if (actions.length === 0) return `the service ${prefix} has no such action`;
  const resources = held.cited.statement.resources ?? [];
  if (actions.every((action) => isNeverOn(resources, action, reference)))
    return `it is never asked on ${resources.map(describeText).join(' or ')}: ${takenText(actions, reference)}`;
  return /[*?]/.test(name) ? undefined : whyDenied(actions[0] ?? pattern, held, ask, reference);
}

/**
 * Is none of the resources one that the action takes? Where the reference lists none for an action, other pages of AWS name
 * resources for some (`dynamodb:ListStreams`), so that is no proof.
 */
function isNeverOn(resources: readonly Text[], action: string, reference: ServiceActions): boolean {
  const types = reference.resourcesOf(action);
  return types.length > 0 && resources.every((one) => !types.some((type) => mayName(one, type)));
}

function takenText(actions: readonly string[], reference: ServiceActions): string {
  const arns = actions.flatMap((action) =>
    reference.resourcesOf(action).map(({ arn }) => arn.map((part) => (typeof part === 'string' ? part : '…')).join('')),
  );
  return `it is asked on ${[...new Set(arns)].slice(0, 2).join(' or ')}`;
}

/**
 * What keeps everybody who has the statement from using it for the action: with nothing else to allow it, it is never what
 * allows a request, and would be without the stop. What allows it besides, such as the policy of a queue, goes on doing so.
 */
function whyDenied(
  action: string,
  { principals, cited }: HeldStatement,
  ask: Questions,
  reference: ServiceActions,
): string | undefined {
  const namesNothing = reference.resourcesOf(action).length === 0;
  const resources = (namesNothing ? ['*'] : (cited.statement.resources ?? [])).map((one) =>
    typeof one === 'string' ? text(one) : anyOf(one),
  );
  const reasons = principals.map((principal) => {
    const identity = withoutOthers(ask.access.policiesOf(principal.id), cited.statement);
    const decide = (supposing: Supposition) =>
      resources.map((resource) =>
        ask.access.decide({ caller: { kind: 'resource', resource: principal.id }, action, resource, supposing }),
      );
    const allows = (supposing: Supposition) =>
      decide(supposing).some(({ allowedBy }) => allowedBy.some(({ statement }) => statement === cited.statement));
    if (allows({ identity })) return undefined;
    if (allows({ identity, boundary: [] })) return 'the permissions boundary does not allow it';
    if (allows({ identity, unguarded: true })) return 'a service control policy does not allow it';
    const denials = decide({ identity }).flatMap(({ blockedBy }) =>
      blockedBy.flatMap(({ kind, because }) => (kind === 'explicit-deny' ? [because] : [])),
    );
    return denials[0];
  });
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

function withoutOthers(policies: readonly PolicySource[], statement: Statement): readonly PolicySource[] {
  return policies.map((policy) => ({
    ...policy,
    document: {
      ...policy.document,
      statements: policy.document.statements.filter((one) => one.effect === 'Deny' || one === statement),
    },
  }));
}

/** Anything that a pattern of a statement names. */
function anyOf(pattern: Text): Text {
  const hole = (at: string): TextPart => ({
    symbol: `expression:any ${at}`,
    kind: 'expression',
    settledBy: 'the request',
  });
  const parts = pattern.flatMap((part, at): readonly TextPart[] =>
    typeof part === 'string'
      ? part.split(/([*?])/).map((piece, inner) => (/^[*?]$/.test(piece) ? hole(`${at}.${inner}`) : piece))
      : [part],
  );
  return text(...parts);
}
