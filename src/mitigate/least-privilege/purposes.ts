import { codeActions } from '../../catalog/data/code-actions.ts';
import type { CitedStatement, Decision } from '../../model/access.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, type TextPart, text, textKey } from '../../model/text.ts';
import { type Need, needsOf } from '../choke/needs.ts';
import { isAsGood, isResource, type Right, roleUses } from '../choke/rights.ts';

/** A right that code has on something that its workload refers to. */
export interface PurposeRight extends Right {
  readonly on: Resource;
  /** What a statement names behind the ARN, `/*` for objects of a bucket. */
  readonly behind: string;
}

/** Something that must stay possible; of a right of code, what a statement has to name for it. */
export interface Purpose extends Need {
  readonly code?: PurposeRight;
}

/**
 * What the system needs of its rights: its flows and trusts, what services use to run workloads, and everything that code
 * does with what its workload refers to. Management of these things (deleting a table, sharing a bucket) is no such need.
 */
export function purposesOf(ask: Questions): readonly Purpose[] {
  const others = needsOf(ask).filter(({ right }) => right === undefined || !isManagement(right));
  const done = new Set<string>();
  const rights = roleUses(ask).flatMap(({ role, targets }) =>
    targets.flatMap((on) => {
      const key = `${role.id} ${on.id}`;
      if (done.has(key)) return [];
      done.add(key);
      return codeRights(ask, role, on);
    }),
  );
  return [...others, ...rights];
}

/** Is it a right that only those who look after the thing use? What code does is said by `codeRights`. */
function isManagement({ on }: Right): boolean {
  return isResource(on) && codeActions(on.type) !== undefined;
}

function codeRights(ask: Questions, role: Resource, on: Resource): readonly Purpose[] {
  return (codeActions(on.type) ?? []).flatMap(([behind, actions]) => {
    const resource = askedArn(on, behind);
    return actions.flatMap((action): readonly Purpose[] => {
      const decide = (one: Questions): Decision =>
        one.access.decide({ caller: { kind: 'resource', resource: role.id }, action, resource, on: on.id });
      const before = decide(ask);
      if (before.verdict === 'deny' || !before.allowedBy.some((cited) => reaches(cited, on, behind))) return [];
      const code: PurposeRight = { principal: role.id, action, on, behind, allowedBy: before.allowedBy };
      const title = `${role.address} uses ${action} on ${on.address}`;
      return [{ title, right: code, code, holds: (changed) => isAsGood(decide(changed), before) }];
    });
  });
}

/**
 * Does a statement name what is behind the ARN? A name that AWS makes up may be anything, so that matching alone would say
 * "perhaps" of a table for all that is inside of it.
 */
function reaches({ statement }: CitedStatement, on: Resource, behind: string): boolean {
  const arn = textKey(on.arn ?? on.name);
  return (statement.resources ?? [text('*')]).some((resource) => {
    const key = textKey(resource);
    if (!key.startsWith(arn)) return true;
    const rest = key.slice(arn.length);
    return rest === behind || rest.startsWith('*') || (rest === `${behind.slice(0, 1)}*` && behind !== '');
  });
}

function askedArn(on: Resource, behind: string): Text {
  const some: TextPart = { symbol: `object:${on.id}`, kind: 'expression', settledBy: 'the name of what is asked for' };
  const [before = '', after] = behind.split('*');
  return after === undefined ? (on.arn ?? on.name) : text(...(on.arn ?? on.name), before, some, after);
}
