import type { Access, AccessRequest, Cell, Decision, OpenCondition } from '../../model/access.ts';
import { always } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';

/** Something that is refused, and was taken for allowed. */
export interface Missing {
  readonly request: AccessRequest;
  readonly decision: Decision;
}

/** A system in which some principals may do more, and what that is: the condition of a supposed decision tells which. */
export interface Supposition {
  readonly ask: Questions;
  missingIn(conditions: readonly OpenCondition[]): readonly Missing[];
}

const operator = 'supposed';

/**
 * The same system, but the principals are allowed whatever they ask to do to the targets or to something new, and the
 * targets trust every service. Each answer that this changes is conditional, so that the search takes as few of them as it can.
 */
export function suppose(
  ask: Questions,
  { principals, targets }: { readonly principals: ReadonlySet<ResourceId>; readonly targets: ReadonlySet<ResourceId> },
): Supposition {
  const missing: Missing[] = [];
  const isMeant = ({ caller, on }: AccessRequest) =>
    (on === undefined || targets.has(on)) &&
    (caller.kind === 'resource' ? principals.has(caller.resource) : caller.kind === 'service' && on !== undefined);
  const supposed = (request: AccessRequest, decision: Decision): Decision => {
    missing.push({ request, decision });
    const condition: OpenCondition = {
      key: request.action,
      operator,
      values: [[String(missing.length - 1)]],
      control: 'environment',
    };
    return { verdict: 'conditional', conditions: [condition], guard: always, allowedBy: [nobodys], blockedBy: [] };
  };
  const decide: Access['decide'] = (request) => {
    const decision = ask.access.decide(request);
    return decision.verdict === 'deny' && isMeant(request) ? supposed(request, decision) : decision;
  };
  const whoMay: Access['whoMay'] = (question) => {
    const cells = ask.access.whoMay(question);
    return [...cells, ...moreCells(ask, question, { cells, principals, targets, decide })];
  };
  return {
    ask: { ...ask, access: { ...ask.access, decide, whoMay } },
    missingIn: (conditions) =>
      conditions.flatMap((one) => (one.operator === operator ? (missing[Number(one.values[0]?.[0])] ?? []) : [])),
  };
}

function moreCells(
  ask: Questions,
  { action, on, arn, context }: Parameters<Access['whoMay']>[0],
  world: {
    readonly cells: readonly Cell[];
    readonly principals: ReadonlySet<ResourceId>;
    readonly targets: ReadonlySet<ResourceId>;
    readonly decide: Access['decide'];
  },
): readonly Cell[] {
  const meant = on.flatMap((resource, at) => (world.targets.has(resource.id) ? [[resource, at] as const] : []));
  if (meant.length === 0) return [];
  return ask.access.principals().flatMap((principal, who) =>
    world.principals.has(principal.id)
      ? meant.flatMap(([resource, what]): readonly Cell[] => {
          if (world.cells.some((cell) => cell.principals.includes(who) && cell.resources.includes(what))) return [];
          const decision = world.decide({
            caller: { kind: 'resource', resource: principal.id },
            action,
            resource: arn?.(resource) ?? resource.arn ?? resource.name,
            on: resource.id,
            ...(context !== undefined && { context }),
          });
          const { verdict, conditions, guard } = decision;
          if (verdict === 'deny') return [];
          const [principals, resources] = [Uint32Array.of(who), Uint32Array.of(what)];
          return [{ principals, resources, verdict, conditions, guard, decision: () => decision }];
        })
      : [],
  );
}

const nowhere = 0 as Origin;
const policy: PolicySource = {
  name: 'what is missing',
  kind: 'inline',
  document: { version: '2012-10-17', statements: [], origin: nowhere, guard: always },
};

/** Stands for the statement that is not there. */
const nobodys: Decision['allowedBy'][number] = {
  policy,
  statement: { effect: 'Allow', conditions: [], origin: nowhere, guard: always, index: 0 },
};
