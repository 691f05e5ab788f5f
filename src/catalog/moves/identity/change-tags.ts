import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { PolicyCondition, Statement } from '../../../model/policy.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf, matchPatternIgnoringCase } from '../../../model/text.ts';
import { taggingActions } from '../../data/tagging-actions.ts';
import { isAdministrator } from '../administrators.ts';
import { type Aim, allAims } from '../changed-gains.ts';
import type { Going } from '../going.ts';
import { instance } from '../instance.ts';
import { instanceArn, managed } from '../instances.ts';
import { leaveOut } from '../left-out.ts';
import { allowed, arnOf, isSure } from '../permission.ts';
import { permissions } from '../permissions.ts';
import { remembered } from '../remembered.ts';
import { keyNeeds } from '../store-keys.ts';

const shell = 'ssm:StartSession';
const tagging = [...new Set(Object.values(taggingActions))];

export default defineMove({
  title: 'Set the tag that a condition asks for',
  description:
    'A permission holds for what carries a certain tag, or for whoever does, and somebody who is held may set that tag.',
  technique: 'T1098.003',
  actions: tagging,
  ways: tagging.map((action) => [action, shell]),
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html'],
  cost: 1,
  *instances(ask) {
    for (const principal of ask.access.principals())
      if (!isAdministrator(ask, principal))
        for (const statement of taggedStatements(ask, principal)) yield* opened(ask, principal, statement);
  },
});

/** A tag that a statement asks for: of the principal, or of what is asked for. */
interface TagAsked {
  readonly of: 'principal' | 'resource';
  readonly condition: PolicyCondition;
  readonly name: string;
  readonly value: string;
}

interface TaggedStatement {
  readonly statement: Statement;
  readonly asked: TagAsked;
}

function taggedStatements(ask: Questions, { id }: Resource): readonly TaggedStatement[] {
  return ask.access
    .policiesOf(id)
    .flatMap(({ document }) => document.statements)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      statement.conditions.flatMap((condition) => tagAsked(condition).map((asked) => ({ statement, asked }))),
    );
}

function tagAsked(condition: PolicyCondition): readonly TagAsked[] {
  const [, kind = '', name] = /^[\w-]+:(PrincipalTag|ResourceTag)\/(.+)$/i.exec(condition.key) ?? [];
  const value = condition.values.map(literalOf).find((one) => one !== undefined && !/[*?]|\$\{/.test(one));
  if (name === undefined || value === undefined || !/^(\w+:)?String(Equals|Like)/.test(condition.operator)) return [];
  return [{ of: kind.toLowerCase() === 'principaltag' ? 'principal' : 'resource', condition, name, value }];
}

/** More requests than these are not tried for one system. */
const mostRequests = 4_000;

const requestsMade = remembered(() => ({ count: 0 }));

function* opened(ask: Questions, principal: Resource, { statement, asked }: TaggedStatement): Generator<MoveInstance> {
  const context = new Map([
    [asked.condition.key, [asked.value]],
    ...(asked.of === 'resource' ? [[`aws:ResourceTag/${asked.name}`, [asked.value]] as const] : []),
  ]);
  const meant = [...aimsByAction(ask)].filter(([action]) => speaksOf(statement, action));
  for (const aim of meant.flatMap(([, aims]) => aims)) {
    const { wish, gives } = aim;
    requestsMade(ask).count += 1;
    if (requestsMade(ask).count > mostRequests)
      return leaveOut(ask, `permissions that hang on tags which somebody may set, beyond ${mostRequests}`);
    if (wish.on.id === principal.id || isSureNow(ask, principal, aim)) continue;
    const item = allowed(ask, principal, { ...wish, context });
    if (item === undefined || !isSure(item)) continue;
    const tagged = asked.of === 'principal' ? principal : wish.on;
    for (const state of statesOf(ask, principal, aim))
      for (const setting of settersOf(ask, tagged, asked))
        yield* instance({
          needs: [...new Set([principal.id, setting.principal.id])].map((one) => ({ kind: 'acts-as', principal: one })),
          gives,
          proof: [setting.item, item, ...state.proof],
          guard: state.guard ?? wish.on.guard,
          ...(state.provided !== undefined && { provided: state.provided }),
        });
  }
}

function speaksOf({ actions }: Statement, action: string): boolean {
  return actions?.some((one) => matchPatternIgnoringCase(one, [action]) !== 'no') === true;
}

function isSureNow(ask: Questions, principal: Resource, { wish }: Aim): boolean {
  const now = allowed(ask, principal, wish);
  return now !== undefined && isSure(now);
}

/** Everything that a single request gives, shells in instances among it, by the action. */
const aimsByAction = remembered((ask): ReadonlyMap<string, readonly Aim[]> => {
  const shells = ask.system.ofType('AWS::EC2::Instance').map(
    (target): Aim => ({
      wish: { action: shell, on: target, resource: instanceArn(ask, target) },
      gives: { kind: 'runs-code', resource: target.id },
    }),
  );
  const found = new Map<string, Aim[]>();
  for (const aim of [...allAims(ask), ...shells]) {
    const there = found.get(aim.wish.action);
    if (there === undefined) found.set(aim.wish.action, [aim]);
    else there.push(aim);
  }
  return found;
});

/** What has to be so besides: an agent in the instance, the key of a store. */
function statesOf(ask: Questions, principal: Resource, { wish, store }: Aim): readonly Going[] {
  if (wish.action === shell) {
    const state = managed(ask, wish.on);
    return state === undefined ? [] : [state];
  }
  if (store === undefined) return [{ proof: [] }];
  return keyNeeds(ask, wish.on, store).flatMap(({ guard, wish: key, foreign }): readonly Going[] => {
    if (foreign !== undefined) return [{ proof: [], guard, provided: `${principal.address} may use key ${foreign}` }];
    const item = key === undefined ? undefined : allowed(ask, principal, key);
    return key !== undefined && item === undefined ? [] : [{ proof: item === undefined ? [] : [item], guard }];
  });
}

/** Who may set the tag on it. */
function settersOf(ask: Questions, tagged: Resource, { name, value }: TagAsked) {
  const action = Object.hasOwn(taggingActions, tagged.type) ? taggingActions[tagged.type] : undefined;
  if (action === undefined) return [];
  const context = new Map([
    [`aws:RequestTag/${name}`, [value]],
    ['aws:TagKeys', [name]],
  ]);
  const arn = tagged.type === 'AWS::EC2::Instance' ? (one: Resource) => instanceArn(ask, one) : arnOf;
  return permissions(ask, { action, targets: [tagged], arn, context }).slice(0, mostSetters);
}

/** One who sets it is enough; a few are told. */
const mostSetters = 4;
