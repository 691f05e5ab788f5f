import { dataActions } from '../catalog/data-actions.ts';
import { dataArn } from '../catalog/data-arn.ts';
import { rolesOf } from '../catalog/roles-of.ts';
import { describeGuard, isAlways } from '../model/guard.ts';
import type { Caller, CitedStatement, Decision, DefinedSystem } from '../model/questions.ts';
import { describeText, type Text, text } from '../model/text.ts';
import { placeText } from '../report/words.ts';
import { buildModel } from './build-model.ts';
import type { ExplainOptions, Explanation } from './explain.ts';
import { findNamed } from './find-named.ts';
import { UsageError } from './usage-error.ts';

/** A question to the IAM engine, in the words of the command line. */
export interface AccessQuestion {
  readonly who: string;
  readonly action: string;
  readonly what: string;
}

/** May somebody do something, and which statements say so? A workload acts as each of its roles. */
export async function explainAccess(
  question: AccessQuestion,
  paths: readonly string[],
  options: ExplainOptions,
): Promise<Explanation> {
  if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(question.action)) {
    throw new UsageError(`${question.action} is no single action; give one as service:Action, s3:GetObject`);
  }
  const { analysis } = await buildModel(paths, options);
  const { defined } = analysis;
  const target = targetOf(defined, question);
  const answers = callersOf(defined, question.who).map(({ caller, title }) => ({
    title,
    decision: defined.ask.access.decide({ caller, action: question.action, ...target }),
  }));
  return {
    lines: answers.flatMap(({ title, decision }) => decisionLines(defined, decision, { ...question, who: title })),
    value: {
      question,
      answers: answers.map(({ title, decision }) => ({
        who: title,
        resource: describeText(target.resource),
        verdict: decision.verdict,
        ...(hasGuard(decision) && { guard: describeGuard(decision.guard) }),
        conditions: decision.conditions.map(conditionText),
        allowedBy: decision.allowedBy.map((cited) => citation(defined, cited)),
        blockedBy: decision.blockedBy.map(({ kind, because, statement }) => ({
          kind,
          because,
          ...(statement !== undefined && { statement: citation(defined, statement) }),
        })),
      })),
    },
  };
}

function callersOf(
  defined: DefinedSystem,
  who: string,
): readonly { readonly caller: Caller; readonly title: string }[] {
  if (who === 'anonymous' || who === 'any-aws-account') return [{ caller: { kind: who }, title: who }];
  const [, kind, name = ''] = /^(account|service):(.+)$/.exec(who) ?? [];
  if (kind === 'account') return [{ caller: { kind, account: text(name) }, title: who }];
  if (kind === 'service') return [{ caller: { kind, service: name }, title: who }];
  const resource = findNamed(defined, who);
  const { system, access } = defined.ask;
  if (access.principals().some(({ id }) => id === resource.id)) {
    return [{ caller: { kind: 'resource', resource: resource.id }, title: resource.id }];
  }
  const roles = [...new Map(rolesOf(system, resource.id).map(({ role }) => [role.id, role])).values()];
  if (roles.length === 0) {
    throw new UsageError(
      `${resource.id} (${resource.type}) is neither a role nor a user, and runs as no role of the input`,
    );
  }
  return roles.map((role) => ({
    caller: { kind: 'resource', resource: role.id },
    title: `${resource.id} as ${role.id}`,
  }));
}

/** Data has a path behind the resource's own ARN: objects of a bucket. */
function targetOf(
  defined: DefinedSystem,
  { what, action }: AccessQuestion,
): { readonly resource: Text; readonly on?: ReturnType<typeof findNamed>['id'] } {
  if (what === '*') return { resource: text('*') };
  const known = defined.ask.system.model.resources.some(({ id, address }) => id === what || address === what);
  if (!known && what.startsWith('arn:')) return { resource: text(what) };
  const resource = findNamed(defined, what);
  const { read, write, invoke } = dataActions(resource.type);
  const isData = [...read, ...write, ...invoke].some((each) => each.toLowerCase() === action.toLowerCase());
  return { resource: isData ? dataArn(resource) : (resource.arn ?? resource.name), on: resource.id };
}

function decisionLines(
  defined: DefinedSystem,
  decision: Decision,
  { who, action, what }: AccessQuestion,
): readonly string[] {
  const verdicts = { allow: 'yes', deny: 'no', conditional: 'only under conditions' } as const;
  return [
    `${who}: ${action} on ${what}: ${verdicts[decision.verdict]}`,
    ...(hasGuard(decision) ? [`  only if ${describeGuard(decision.guard)}`] : []),
    ...decision.conditions.map((condition) => `  condition: ${conditionText(condition)}`),
    ...decision.allowedBy.map((cited) => `  allowed by ${citationText(citation(defined, cited))}`),
    ...decision.blockedBy.map(({ kind, because, statement }) => {
      const cited = statement === undefined ? '' : `: ${citationText(citation(defined, statement))}`;
      return `  ${decision.verdict === 'allow' ? 'not stopped' : 'stopped'} by ${kind}: ${because}${cited}`;
    }),
  ];
}

/** A denial holds always: its guard says when there would be a grant. */
function hasGuard({ verdict, guard }: Decision): boolean {
  return verdict !== 'deny' && !isAlways(guard);
}

function conditionText({ operator, key, values, control }: Decision['conditions'][number]): string {
  return `${key} ${operator} ${values.map(describeText).join(' or ')} (decided by ${control})`;
}

interface Citation {
  readonly policy: string;
  readonly kind: string;
  readonly statement: string;
  readonly place?: string;
}

function citation(defined: DefinedSystem, { policy, statement }: CitedStatement): Citation {
  const span = defined.ask.system.model.origins.span(statement.origin);
  return {
    policy: policy.name,
    kind: policy.kind,
    statement: statement.sid ?? String(statement.index + 1),
    ...(span !== undefined && { place: placeText(span) }),
  };
}

function citationText({ policy, kind, statement, place }: Citation): string {
  return `${policy} (${kind}), statement ${statement}${place === undefined ? '' : ` (${place})`}`;
}
