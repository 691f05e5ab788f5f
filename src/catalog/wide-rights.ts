import type { AccessRequest, CitedStatement, Decision, OpenCondition } from '../model/access.ts';
import { casesOf } from '../model/fact.ts';
import type { PolicySource, Statement } from '../model/policy.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { type Hole, literalOf, matchPatternIgnoringCase, type Text, text, textKey } from '../model/text.ts';
import type { Evidence } from '../model/threat.ts';
import { isCandidate } from './is-candidate.ts';

/** A right that does harm when it holds for every resource of its kind. */
export interface SensitiveRight {
  readonly action: string;
  /** Start of the ARN's last part, `role/`; `*` for actions that name no resource. */
  readonly kind: string;
  /** What it lets somebody do, `read every object`. */
  readonly means: string;
  /** What that costs, 1 to 5. */
  readonly weight: number;
}

/** Rights on data and on what runs; those on identities make their holder more powerful and are judged on their own. */
const sensitiveRights: readonly SensitiveRight[] = [
  { action: 's3:GetObject', kind: '', means: 'read every object', weight: 3 },
  { action: 's3:PutObject', kind: '', means: 'replace every object', weight: 3 },
  { action: 's3:PutBucketPolicy', kind: '', means: 'open every bucket', weight: 4 },
  { action: 'dynamodb:GetItem', kind: 'table/', means: 'read every table', weight: 3 },
  { action: 'dynamodb:DeleteTable', kind: 'table/', means: 'delete every table', weight: 4 },
  { action: 'secretsmanager:GetSecretValue', kind: 'secret:', means: 'read every secret', weight: 4 },
  { action: 'ssm:GetParameter', kind: 'parameter/', means: 'read every parameter', weight: 2 },
  { action: 'ssm:SendCommand', kind: 'instance/', means: 'run commands on every instance', weight: 4 },
  { action: 'kms:Decrypt', kind: 'key/', means: 'decrypt with every key', weight: 3 },
  { action: 'kms:ScheduleKeyDeletion', kind: 'key/', means: 'delete every key', weight: 4 },
  { action: 'kms:PutKeyPolicy', kind: 'key/', means: 'open every key', weight: 4 },
  { action: 'sqs:ReceiveMessage', kind: '', means: 'take messages out of every queue', weight: 3 },
  { action: 'rds:DeleteDBInstance', kind: 'db:', means: 'delete every database', weight: 4 },
  { action: 'rds:ModifyDBSnapshotAttribute', kind: 'snapshot:', means: 'share every database snapshot', weight: 4 },
  { action: 'ec2:TerminateInstances', kind: 'instance/', means: 'end every instance', weight: 3 },
  { action: 'ec2:ModifySnapshotAttribute', kind: 'snapshot/', means: 'share every disk snapshot', weight: 4 },
  { action: 'ec2:AuthorizeSecurityGroupIngress', kind: 'security-group/', means: 'open every firewall', weight: 3 },
  { action: 'lambda:UpdateFunctionCode', kind: 'function:', means: 'replace the code of every function', weight: 4 },
  { action: 'cloudtrail:StopLogging', kind: 'trail/', means: 'switch every audit trail off', weight: 3 },
  { action: 'logs:DeleteLogGroup', kind: 'log-group:', means: 'delete every log', weight: 2 },
];

/** A sensitive right that a principal has on everything, or has but for what bounds it. */
export interface WideRight {
  readonly right: SensitiveRight;
  readonly decision: Decision;
}

/** Asks the access engine whether a principal may use an action on a resource that is named at will. */
export function decideOnAny(
  ask: Questions,
  principal: Resource,
  right: Pick<SensitiveRight, 'action' | 'kind'> & {
    readonly context?: AccessRequest['context'];
  },
): Decision {
  const [service = ''] = right.action.split(':');
  return ask.access.decide({
    caller: { kind: 'resource', resource: principal.id },
    action: right.action,
    resource: right.kind === '*' ? ['*'] : everyArn(ask, principal, [service, right.kind]),
    ...(right.context !== undefined && { context: right.context }),
  });
}

/**
 * ARN of whichever resource of a kind: its name is nobody's choice, so that only a pattern which takes in all of them
 * surely matches.
 */
function everyArn(ask: Questions, principal: Resource, [service, kind]: readonly [string, string]): Text {
  const { account, region, partition } = ask.system.deploymentOf(principal.id);
  if (service === 's3') return text('arn:', ...partition, ':s3:::', whichever);
  const place: Text = service === 'iam' || service === 'sts' ? [] : region;
  return text(
    'arn:',
    ...partition,
    `:${service === 'sts' ? 'iam' : service}:`,
    ...place,
    ':',
    ...account,
    `:${kind}`,
    whichever,
  );
}

const whichever: Hole = { symbol: 'any:resource', kind: 'expression', settledBy: 'the resource that is meant' };

/** The sensitive rights that a principal has on every resource of their kind. */
export function wideRights(ask: Questions, principal: Resource): readonly WideRight[] {
  return asked(ask, principal).filter(({ decision }) => holdsOnAny(ask, principal, decision));
}

/** Services whose actions taken together do no harm worth telling: metrics, traces, channels of an agent. */
const quietServices: ReadonlySet<string> = new Set([
  'ec2messages',
  'ssmmessages',
  'xray',
  'cloudwatch',
  'synthetics',
  'health',
  'support',
  'pricing',
  'ce',
  'tag',
  'resource-groups',
  'sts',
  'iam',
  'organizations',
]);

/**
 * Whole services that its policies give on everything, `iot:*` on `*`, of which none of the rights above tells. Those on
 * identities are judged on their own.
 */
export function wholeServices(ask: Questions, principal: Resource): readonly WideRight[] {
  const told = new Set([...quietServices, ...sensitiveRights.map(({ action }) => serviceIn(action))]);
  const named = ask.access
    .policiesOf(principal.id)
    .flatMap(({ document }) => document.statements)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions = [] }) =>
      actions.flatMap((pattern) => /^([a-z0-9-]+):\*$/.exec(literalOf(pattern) ?? '')?.[1] ?? []),
    )
    .filter((service) => !told.has(service));
  return [...new Set(named)]
    .sort()
    .map((service): WideRight => {
      // No action has this name: only a pattern that takes in all of them meets it.
      const decision = decideOnAny(ask, principal, { action: `${service}:AnyActionAtAll`, kind: '*' });
      return {
        right: { action: `${service}:*`, kind: '*', means: `do everything in ${service}`, weight: 2 },
        decision,
      };
    })
    .filter(({ decision }) => holdsOnAny(ask, principal, decision));
}

function serviceIn(action: string): string {
  return action.slice(0, action.indexOf(':'));
}

/** Those that its policies give and that its permissions boundary takes away again. */
export function boundedRights(ask: Questions, principal: Resource): readonly WideRight[] {
  return asked(ask, principal).filter(({ right, decision }) => isBounded(ask, principal, { right, decision }));
}

/**
 * Is it allowed on whatever belongs to the account, apart from the consent of resources such as keys, which leave that to
 * the account as a rule?
 */
export function holdsOnAny(ask: Questions, principal: Resource, decision: Decision): boolean {
  const { verdict, allowedBy, conditions } = decision;
  if (verdict !== 'conditional') return verdict === 'allow';
  const own = textKey(ask.system.deploymentOf(principal.id).account);
  return allowedBy.length > 0 && conditions.every((condition) => isConsent(condition, own));
}

/** What nobody knows of a resource because any is meant: what its policy says, and that the account owns it. */
function isConsent({ key, operator, control, values }: OpenCondition, own: string): boolean {
  if (key === 'aws:ResourceAccount' && operator === 'StringEquals')
    return values.every((value) => textKey(value) === own);
  return operator === 'matches' && control === 'unknown' && values.length === 0;
}

type Right = Pick<SensitiveRight, 'action' | 'kind'>;

/** Do its policies allow it outright on everything, and does its permissions boundary stop it? */
export function isBounded(
  ask: Questions,
  principal: Resource,
  { right, decision }: { readonly right: Right; readonly decision: Decision },
): boolean {
  if (decision.allowedBy.length > 0 || holdsOnAny(ask, principal, decision)) return false;
  const bounds = casesOf(ask.system.fact(principal.id, 'permissionsBoundary')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.length > 0,
  );
  if (!bounds) return false;
  const speaking = ask.access
    .policiesOf(principal.id)
    .flatMap(({ document }) => document.statements)
    .filter((statement) => isAboutAll(statement, right.action));
  return speaking.length > 0 && speaking.every(({ effect }) => effect === 'Allow');
}

function isAboutAll({ actions = [], resources = [], conditions }: Statement, action: string): boolean {
  return (
    conditions.length === 0 &&
    actions.some((pattern) => matchPatternIgnoringCase(pattern, [action]) === 'yes') &&
    resources.some((pattern) => literalOf(pattern) === '*')
  );
}

function asked(ask: Questions, principal: Resource): readonly WideRight[] {
  // Without a wildcard nothing is allowed on everything: most principals, told without asking the engine.
  if (
    !ask.access
      .policiesOf(principal.id)
      .some(({ document }) => document.open !== undefined || document.statements.some(isWide))
  )
    return [];
  return sensitiveRights
    .filter(({ action }) => isCandidate(ask.access, action, principal))
    .map((right) => ({ right, decision: decideOnAny(ask, principal, right) }));
}

/** Does the statement allow something on resources that it does not name one by one? */
function isWide({ effect, resources, open }: Statement): boolean {
  if (effect === 'Deny') return false;
  if (resources === undefined || open !== undefined) return true;
  return resources.some((pattern) =>
    pattern.some((part) => (typeof part === 'string' ? part.includes('*') : !certainHoles.has(part.kind))),
  );
}

/** Holes that stand for one thing, and never for a wildcard that somebody passes in. */
const certainHoles: ReadonlySet<Hole['kind']> = new Set([
  'account',
  'region',
  'partition',
  'physical-name',
  'attribute',
]);

/** The statements that allow it, each at its place in the user's files: a policy that AWS manages stands where it is attached. */
export function citations(
  ask: Questions,
  principal: Resource,
  decision: Decision,
  note: (cited: CitedStatement) => string,
): readonly Evidence[] {
  return decision.allowedBy.map((cited) => ({ note: note(cited), origin: placeOf(ask, principal, cited) }));
}

function placeOf(ask: Questions, principal: Resource, { policy, statement }: CitedStatement): Evidence['origin'] {
  if (ask.system.model.origins.span(statement.origin) !== undefined) return statement.origin;
  return attached(ask, principal).find(({ name }) => name === policy.name)?.document.origin ?? principal.origin;
}

function attached(ask: Questions, principal: Resource): readonly PolicySource[] {
  return casesOf(ask.system.fact(principal.id, 'identityPolicies')).flatMap(({ fact }) =>
    fact.kind === 'known' ? fact.value : [],
  );
}
