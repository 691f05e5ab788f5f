import { dataActions } from '../catalog/data-actions.ts';
import { dataArn } from '../catalog/data-arn.ts';
import { apiId, invocationArn } from '../catalog/invocation-arn.ts';
import { pathsAbove, readingByPath } from '../catalog/moves/parameter-paths.ts';
import type { CitedStatement, Decision, NearMiss, OpenCondition } from '../model/access.ts';
import type { ConditionControl } from '../model/caller.ts';
import { describeGuard, isAlways } from '../model/guard.ts';
import type { DefinedSystem } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { describeText, literalOf, type Text, text } from '../model/text.ts';
import { placeText } from '../report/words.ts';
import { callersOf, type RequestOptions, requestParts } from './access-question.ts';
import { buildModel } from './build-model.ts';
import type { ExplainOptions, Explanation } from './explain.ts';
import { findNamed } from './find-named.ts';
import { statedText } from './stated-text.ts';
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
  options: ExplainOptions & RequestOptions,
): Promise<Explanation> {
  if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(question.action)) {
    throw new UsageError(`${question.action} is no single action; give one as service:Action, s3:GetObject`);
  }
  const { analysis } = await buildModel(paths, options);
  const { defined } = analysis;
  const { access } = defined.ask;
  const targets = targetsOf(defined, question);
  const parts = requestParts(defined, options);
  const answers = callersOf(defined, question.who, options).flatMap(({ caller, title }): readonly Answer[] => {
    const asked = targets.map((target) => ({ caller, action: question.action, ...target, ...parts }));
    const decided = asked.map((request) => ({ request, decision: access.decide(request) }));
    const [best] = decided.sort((left, right) => order[left.decision.verdict] - order[right.decision.verdict]);
    if (best === undefined) return [];
    const { request, decision } = best;
    const misses = decision.verdict === 'deny' ? access.nearMisses(request) : [];
    return [{ title, decision, misses, resource: describeText(request.resource) }];
  });
  return {
    lines: answers.flatMap((answer) => answerLines(defined, answer, question)),
    value: {
      question,
      answers: answers.map(({ title, decision, misses, resource }) => ({
        who: title,
        resource,
        verdict: decision.verdict,
        ...(hasGuard(decision) && { guard: describeGuard(decision.guard) }),
        conditions: decision.conditions.map(conditionText),
        conditionsBy: grouped(decision),
        allowedBy: decision.allowedBy.map((cited) => citation(defined, cited)),
        blockedBy: decision.blockedBy.map(({ kind, because, statement }) => ({
          kind,
          because,
          ...(statement !== undefined && { statement: citation(defined, statement) }),
        })),
        nearMisses: misses.map((miss) => ({
          statement: citation(defined, miss.cited),
          ...(miss.condition !== undefined && { condition: statedText(miss.condition) }),
          because: miss.because,
        })),
      })),
    },
  };
}

interface Answer {
  readonly title: string;
  readonly decision: Decision;
  readonly misses: readonly NearMiss[];
  /** What the request named. */
  readonly resource: string;
}

/** Of several requests that come to the same, the one that is allowed counts. */
const order: Readonly<Record<Decision['verdict'], number>> = { allow: 0, conditional: 1, deny: 2 };

interface Target {
  readonly resource: Text;
  readonly on?: Resource['id'];
}

/** Data has a path behind the resource's own ARN: objects of a bucket. A parameter is read by each of the paths above it. */
function targetsOf(defined: DefinedSystem, { what, action }: AccessQuestion): readonly Target[] {
  if (what === '*') return [{ resource: text('*') }];
  const invoked = action.toLowerCase() === 'execute-api:invoke' ? invocationOf(defined, what) : undefined;
  if (invoked !== undefined) return [invoked];
  const known = defined.ask.system.model.resources.some(({ id, address }) => id === what || address === what);
  if (!known && what.startsWith('arn:')) {
    const holder = holderOf(defined, what);
    return [{ resource: text(what), ...(holder !== undefined && { on: holder.id }) }];
  }
  const resource = findNamed(defined, what);
  const isByPath = action.toLowerCase() === readingByPath.toLowerCase();
  const paths = isByPath ? pathsAbove(resource) : [];
  if (paths.length > 0) return paths.map((path) => ({ resource: path, on: resource.id }));
  const { read, write, invoke } = dataActions(resource.type);
  const isData = [...read, ...write, ...invoke].some((each) => each.toLowerCase() === action.toLowerCase());
  return [{ resource: isData ? dataArn(resource) : (resource.arn ?? resource.name), on: resource.id }];
}

/** A call of an API: by the API alone, `Api`, with stage, method and path, `Api/live/GET/orders`, or by its ARN. */
function invocationOf({ ask: { system } }: DefinedSystem, what: string): Target | undefined {
  for (const api of system.model.resources) {
    const id = apiId(api);
    if (id === undefined) continue;
    const [, named] = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([^/]+)(?:\/|$)/.exec(what) ?? [];
    if (named !== undefined && named === literalOf(id)) return { resource: text(what), on: api.id };
    const start = [api.id, api.address].find((name) => what === name || what.startsWith(`${name}/`));
    if (start === undefined) continue;
    const asked = what === start ? undefined : what.slice(start.length + 1);
    const resource = invocationArn(api, system.deploymentOf(api.id), asked);
    if (resource !== undefined) return { resource, on: api.id };
  }
  return undefined;
}

/** The resource whose ARN it is, or of which it names a part: a bucket of which it names an object. The closest one counts. */
function holderOf(defined: DefinedSystem, arn: string): Resource | undefined {
  const named = defined.ask.system.model.resources.flatMap((resource) => {
    const own = literalOf(resource.arn ?? []);
    const isHeld = own !== undefined && (arn === own || arn.startsWith(`${own}/`) || arn.startsWith(`${own}:`));
    return isHeld ? [{ resource, length: own.length }] : [];
  });
  return named.sort((left, right) => right.length - left.length)[0]?.resource;
}

function answerLines(
  defined: DefinedSystem,
  { title, decision, misses }: Answer,
  { action, what }: AccessQuestion,
): readonly string[] {
  const verdicts = { allow: 'yes', deny: 'no', conditional: 'only under conditions' } as const;
  return [
    `${title}: ${action} on ${what}: ${verdicts[decision.verdict]}`,
    ...(hasGuard(decision) ? [`  only if ${describeGuard(decision.guard)}`] : []),
    ...Object.entries(grouped(decision)).flatMap(([control, conditions]) => [
      `  ${headings[control as ConditionControl]}:`,
      ...conditions.map((condition) => `    ${condition}`),
    ]),
    ...decision.allowedBy.map((cited) => `  allowed by ${citationText(citation(defined, cited))}`),
    ...decision.blockedBy.map(({ kind, because, statement }) => {
      const cited = statement === undefined ? '' : `: ${citationText(citation(defined, statement))}`;
      return `  ${decision.verdict === 'allow' ? 'not stopped' : 'stopped'} by ${kind}: ${because}${cited}`;
    }),
    ...misses.map(({ cited, condition, because }) => {
      const but = condition === undefined ? because : `${statedText(condition)}, and ${because}`;
      return `  nearly allowed by ${citationText(citation(defined, cited))}: ${but}`;
    }),
  ];
}

/** Who decides whether an open condition holds, as a heading. */
const headings: Readonly<Record<ConditionControl, string>> = {
  attacker: 'as the caller writes the request',
  environment: 'if where and how the caller signed in is so',
  topology: 'if tags, accounts or organizations are so',
  unknown: 'if what is not known yet is so',
  never: 'if what never is were so',
};

function grouped({ conditions }: Decision): Readonly<Partial<Record<ConditionControl, readonly string[]>>> {
  const controls = ['attacker', 'environment', 'topology', 'unknown', 'never'] as const;
  return Object.fromEntries(
    controls.flatMap((control) => {
      const those = conditions.filter((condition) => condition.control === control);
      return those.length === 0 ? [] : [[control, those.map(statedText)]];
    }),
  );
}

/** A denial holds always: its guard says when there would be a grant. */
function hasGuard({ verdict, guard }: Decision): boolean {
  return verdict !== 'deny' && !isAlways(guard);
}

function conditionText(condition: OpenCondition): string {
  return `${statedText(condition)} (decided by ${condition.control})`;
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
