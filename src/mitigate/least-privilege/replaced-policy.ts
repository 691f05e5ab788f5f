import { codeActions } from '../../catalog/data/code-actions.ts';
import type { Change } from '../../model/choke-points.ts';
import { id, type MitigationId } from '../../model/id.ts';
import type { TighterPolicy } from '../../model/least-privilege.ts';
import { describeText } from '../../model/text.ts';
import { type MapValue, textOf, type Value } from '../../model/value.ts';
import type { ChangeContext } from '../choke/change-context.ts';
import { needName } from '../choke/needed-statement.ts';
import { listed } from '../choke/right-changes.ts';
import { isResource } from '../choke/rights.ts';
import { sourceText } from '../choke/source-text.ts';
import { absentAt, partAt, withPart } from '../choke/stated.ts';
import type { HeldPolicy } from './held-statements.ts';
import type { Purpose } from './purposes.ts';
import { arnsOf } from './wider.ts';

/**
 * A policy that AWS manages and that allows any resource, replaced by one of the role's own for what its workloads refer to.
 * Those that AWS made for one service (`service-role/`) are left alone.
 */
export function replacedPolicy(
  { policy, principal }: HeldPolicy,
  needs: readonly Purpose[],
  context: ChangeContext,
): TighterPolicy | undefined {
  const served = needs.filter(
    ({ right }) =>
      right?.principal === principal.id &&
      right.allowedBy.some((cited) => cited.policy.statedBy === undefined && cited.policy.name === policy.name),
  );
  const code = served.flatMap((need) => need.code ?? []);
  const attached = placeOf(principal.properties, policy.name);
  if (code.length === 0 || attached === undefined) return undefined;
  const things = [...new Map(code.map(({ on }) => [on.id, on])).values()];
  const names = listed(things.map(needName));
  const statements = statementsOf(served, principal);
  const list = partAt(principal.properties, ['Policies']);
  const at = list?.kind === 'list' ? list.items.length : 0;
  const own = policyOf(statements, principal);
  const words = (value: Value) => sourceText(value, principal, context.resource);
  const member = partAt(principal.properties, attached) ?? absentAt(principal);
  const title = `Replace ${policy.name} of ${principal.address} by a policy for ${names}`;
  const property = attached.join('.');
  const change: Change = {
    id: id<MitigationId>(`least-privilege@${principal.id}#${property} rights`),
    title,
    resource: principal.id,
    fix: {
      control: 'least-privilege',
      title,
      resource: principal.address,
      type: principal.type,
      property,
      value: `a policy for ${names}`,
    },
    patches: [
      { property, before: words(member), after: '' },
      { property: `Policies.${at}`, before: '', after: words(own) },
    ],
    effort: context.effortOf('least-privilege'),
    loss: 2,
    origin: member.origin,
    hits: () => false,
    apply: (resource) => ({
      ...resource,
      properties: withPolicy(withPart(resource.properties, attached, absentAt), own),
    }),
  };
  return {
    principals: [principal.id],
    policy,
    needless: [
      {
        kind: 'wider-than-referred',
        what: [policy.name],
        because: `of what it allows, its workloads refer to ${names} only`,
      },
    ],
    change,
    breaks: [],
  };
}

function placeOf(properties: MapValue, name: string): readonly (string | number)[] | undefined {
  const list = partAt(properties, ['ManagedPolicyArns']);
  if (list?.kind !== 'list') return undefined;
  const at = list.items.findIndex((item) => {
    const arn = describeText(textOf(item) ?? []);
    return arn.endsWith(`/${name}`) && !arn.includes(':policy/service-role/');
  });
  return at < 0 ? undefined : ['ManagedPolicyArns', at];
}

/** A statement for each service whose things code uses, and one for what the service that runs it uses. */
function statementsOf(served: readonly Purpose[], { origin }: HeldPolicy['principal']): readonly Value[] {
  const literal = (value: string): Value => ({ kind: 'literal', value, origin });
  const statement = (actions: readonly string[], resources: readonly Value[]): Value => ({
    kind: 'map',
    origin,
    entries: new Map<string, Value>([
      ['Effect', literal('Allow')],
      ['Action', { kind: 'list', origin, items: [...new Set(actions)].sort().map(literal) }],
      ['Resource', { kind: 'list', origin, items: resources }],
    ]),
  });
  const code = served.flatMap((need) => need.code ?? []);
  const services = [...new Set(code.map(({ action }) => action.split(':')[0]))].sort();
  const upkeep = served.flatMap(({ right }) => (right !== undefined && !isResource(right.on) ? [right] : []));
  const places = new Map(upkeep.flatMap(({ on }) => (isResource(on) ? [] : [[describeText(on), on] as const])));
  return [
    ...services.map((service) => {
      const own = code.filter(
        ({ action, on }) => action.startsWith(`${service}:`) && codeActions(on.type) !== undefined,
      );
      return statement(
        own.map(({ action }) => action),
        arnsOf(own, { origin }),
      );
    }),
    ...[...places].map(([name, on]) =>
      statement(
        upkeep.flatMap((right) => (!isResource(right.on) && describeText(right.on) === name ? [right.action] : [])),
        [{ kind: 'text', text: on, origin }],
      ),
    ),
  ];
}

function policyOf(statements: readonly Value[], { origin }: HeldPolicy['principal']): Value {
  const literal = (value: string): Value => ({ kind: 'literal', value, origin });
  const map = (entries: readonly (readonly [string, Value])[]): Value => ({
    kind: 'map',
    origin,
    entries: new Map(entries),
  });
  return map([
    ['PolicyName', literal('needed')],
    [
      'PolicyDocument',
      map([
        ['Version', literal('2012-10-17')],
        ['Statement', { kind: 'list', origin, items: statements }],
      ]),
    ],
  ]);
}

function withPolicy(properties: MapValue, policy: Value): MapValue {
  const before = properties.entries.get('Policies');
  const items = before?.kind === 'list' ? before.items : [];
  const list: Value = { kind: 'list', items: [...items, policy], origin: policy.origin };
  return { ...properties, entries: new Map([...properties.entries, ['Policies', list]]) };
}
