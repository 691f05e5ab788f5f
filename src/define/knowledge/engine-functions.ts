import { anyTrue } from '../../catalog/combine-facts.ts';
import { dataArn } from '../../catalog/data-arn.ts';
import { takesPort, waysIn } from '../../catalog/ways-in.ts';
import type { Decision } from '../../model/access.ts';
import type { Caller } from '../../model/caller.ts';
import { bindFact, byDefault, type Case, casesOf, type Fact, factOf, given, unknown } from '../../model/fact.ts';
import { always, type Guard, isAlways, isPossible, not } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Connection, NetworkEnd } from '../../model/reach.ts';
import type { Resource } from '../../model/resource.ts';
import type { Element } from '../../model/system.ts';
import { text } from '../../model/text.ts';
import { type Datum, listOf } from './expression/values.ts';

/** The element that a function is asked of. */
interface Asked {
  readonly element: Element;
  readonly resource: Resource;
  readonly ask: Questions;
}

type EngineFunction = (of: Asked, args: readonly Datum[]) => Fact<Datum>;

/** How many arguments each function takes, least and most. */
export const engineArguments = {
  canAct: [2, 2],
  whoMay: [1, 1],
  mayDo: [2, 2],
  reachableFromInternet: [0, 1],
  reachableFrom: [1, 2],
  protectedBy: [1, 1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

/** The questions to the engines that expressions may ask, by name. */
export const engineFunctions: ReadonlyMap<string, EngineFunction> = new Map<
  keyof typeof engineArguments,
  EngineFunction
>([
  ['canAct', canAct],
  ['whoMay', whoMay],
  ['mayDo', mayDo],
  ['reachableFromInternet', reachableFromInternet],
  ['reachableFrom', reachableFrom],
  ['protectedBy', protectedBy],
]);

/** May somebody use an action on the element? `canAct("anyone", "s3:GetObject")`. */
function canAct({ resource, ask }: Asked, [who, action]: readonly Datum[]): Fact<Datum> {
  const caller = typeof who === 'string' ? callerNamed(who, ask) : undefined;
  if (caller === undefined)
    return wrong(
      'canAct names who asks: "anyone", "any-aws-account", twelve digits of an account, "service:NAME", or a role or user of the input',
    );
  if (!isAction(action)) return wrong('canAct names an action such as "s3:GetObject"');
  return allowed(ask.access.decide({ caller, action, resource: dataArn(resource), on: resource.id }));
}

function callerNamed(who: string, { access }: Questions): Caller | undefined {
  if (who === 'anyone') return { kind: 'anonymous' };
  if (who === 'any-aws-account') return { kind: 'any-aws-account' };
  if (/^\d{12}$/.test(who)) return { kind: 'account', account: text(who) };
  if (who.startsWith('service:')) return { kind: 'service', service: who.slice('service:'.length) };
  const found = access.principals().find(({ id, address }) => id === who || address === who);
  return found === undefined ? undefined : { kind: 'resource', resource: found.id };
}

/** Addresses of the roles and users that may use an action on the element. */
function whoMay({ resource, ask }: Asked, [action]: readonly Datum[]): Fact<Datum> {
  if (!isAction(action)) return wrong('whoMay names an action such as "s3:DeleteObject"');
  const principals = ask.access.principals();
  const cells = ask.access.whoMay({ action, on: [resource], arn: dataArn });
  const items = cells.flatMap((cell) =>
    [...cell.principals].map((at) => () => {
      const there = conditionally(cell.verdict, cell.guard, cell.conditions[0]?.key);
      return bindFact(there, (may): Fact<Datum> => given<Datum>(may ? (principals[at]?.address ?? null) : null));
    }),
  );
  return given<Datum>(listOf(items));
}

/** May the element itself do something, as itself or as a role that it runs as? `mayDo("iam:CreateUser", "*")`. */
function mayDo({ resource, ask }: Asked, [action, target]: readonly Datum[]): Fact<Datum> {
  if (!isAction(action) || typeof target !== 'string')
    return wrong('mayDo names an action and the ARN of what it is done to, or "*" for actions that name nothing');
  const { access, system } = ask;
  const decideAs = (as: Resource): Fact<boolean> =>
    allowed(access.decide({ caller: { kind: 'resource', resource: as.id }, action, resource: text(target) }));
  const roles = casesOf(system.fact(resource.id, 'runsAs')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? [factOf<boolean>([{ guard, fact }])]
      : fact.value
          .flatMap(({ role }) => system.resolve(role, resource.id))
          .map((end): Fact<boolean> => {
            if (end.kind === 'unknown') return unknown('what it runs as is not known', end.settledBy);
            if (end.kind === 'external') return unknown('the role is not in the input', `the policies of the role`);
            return decideAs(end.resource);
          }),
  );
  const isPrincipal = access.principals().some(({ id }) => id === resource.id);
  return anyTrue(isPrincipal ? [decideAs(resource)] : roles);
}

function allowed({ verdict, guard, conditions }: Decision): Fact<boolean> {
  return verdict === 'deny' ? given(false) : conditionally(verdict, guard, conditions[0]?.key);
}

/** True under the guard and false elsewhere; unknown instead of true where a condition is open. */
function conditionally(verdict: 'allow' | 'conditional', guard: Guard, key: string | undefined): Fact<boolean> {
  const there =
    verdict === 'allow'
      ? given(true)
      : unknown('it is allowed under a condition', key === undefined ? 'what a policy names' : `the value of ${key}`);
  return underGuard(there, guard);
}

function underGuard(
  there: ReturnType<typeof given<boolean>> | ReturnType<typeof unknown>,
  guard: Guard,
): Fact<boolean> {
  if (isAlways(guard)) return there;
  const cases: readonly Case<boolean>[] = [
    { guard, fact: there },
    { guard: not(guard), fact: given(false) },
  ];
  return factOf(cases.filter((one) => isPossible(one.guard)));
}

/** Can the internet open a connection to the element, itself and not through what hands requests on? */
function reachableFromInternet({ resource, ask }: Asked, [port]: readonly Datum[]): Fact<Datum> {
  if (port !== undefined && !isPort(port)) return wrong('a port is a number up to 65535');
  if (port === undefined || typeof port !== 'number') return connected(waysIn(ask.reach, resource.id).direct);
  const way = waysIn(ask.reach, resource.id).direct;
  if (way !== undefined && way.verdict === 'open' && !takesPort(way, port)) return given(false);
  return connected(ask.reach.connect({ kind: 'internet' }, { kind: 'resource', resource: resource.id }, port));
}

/** Can a connection be opened from a range of addresses, or from a resource? `reachableFrom("10.0.0.0/8", 22)`. */
function reachableFrom({ resource, ask }: Asked, [from, port]: readonly Datum[]): Fact<Datum> {
  const end = typeof from === 'string' ? endNamed(from, ask) : undefined;
  if (end === undefined) return wrong('reachableFrom names a range such as "10.0.0.0/8", or a resource of the input');
  if (port !== undefined && !isPort(port)) return wrong('a port is a number up to 65535');
  return connected(ask.reach.connect(end, { kind: 'resource', resource: resource.id }, port));
}

function endNamed(from: string, { system }: Questions): NetworkEnd | undefined {
  if (/^[0-9a-fA-F:.]+\/\d{1,3}$/.test(from)) return { kind: 'cidr', cidr: from };
  const found = system.model.resources.find(({ id, address }) => id === from || address === from);
  return found === undefined ? undefined : { kind: 'resource', resource: found.id };
}

function connected(connection: Connection | undefined): Fact<boolean> {
  if (connection === undefined || connection.verdict === 'blocked') return given(false);
  const { verdict, settledBy, guard } = connection;
  const there =
    verdict === 'open' ? given(true) : unknown('whether it can be reached is not known', settledBy ?? 'more input');
  return underGuard(there, guard ?? always);
}

/** Does a control of the catalogue stand before the element, in force? `protectedBy("web-acl")`. */
function protectedBy({ resource, ask }: Asked, [control]: readonly Datum[]): Fact<Datum> {
  const stated = ask.system.fact(resource.id, 'protections');
  if (stated.kind === 'not-applicable') return byDefault(false);
  return bindFact(stated, (protections): Fact<boolean> => {
    const meant = protections.filter((each) => each.control === control).map(({ inForce }) => inForce);
    return meant.length === 0 ? byDefault(false) : anyTrue(meant);
  });
}

function isAction(datum: Datum | undefined): datum is string {
  return typeof datum === 'string' && /^[a-z0-9-]+:[A-Za-z0-9]+$/.test(datum);
}

function isPort(datum: Datum): datum is number {
  return typeof datum === 'number' && Number.isInteger(datum) && datum >= 0 && datum <= 65_535;
}

function wrong(why: string): Fact<never> {
  return unknown(why, 'a correction of the expression');
}
