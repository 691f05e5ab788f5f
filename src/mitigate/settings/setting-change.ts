import type { Change } from '../../model/choke-points.ts';
import type { Mitigation } from '../../model/mitigation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { type ChangeContext, changeOfPart, withEntry } from '../choke/change-context.ts';
import { arnsOf } from '../choke/needed-statement.ts';
import { type Place, partAt } from '../choke/stated.ts';
import { conditionSetting } from './condition-setting.ts';
import {
  plainHttpDenied,
  plainValueOf,
  type WrittenSetting,
  withAttribute,
  writtenSettings,
} from './written-settings.ts';

/** `VersioningConfiguration.Status`: names of properties and nothing for people. */
const propertyPath = /^[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)*$/;
/** `Enabled`, `14`, `ELBSecurityPolicy-TLS13-1-2-2021-06`: what can be written as it stands. */
const plainValue = /^[A-Za-z0-9][\w.:-]*$/;
/** CloudFormation names lists in the plural; these are maps all the same. */
const list = /(?<!Options|Settings|Status)s$/;

/**
 * The change of a mitigation that sets properties to what leaves the user nothing to decide; undefined where the value is
 * the user's to find (a key, a log bucket), or where a list that is not there would have to be made up.
 */
export function settingChange(mitigation: Mitigation, resource: Resource, context: ChangeContext): Change | undefined {
  const { property, value, type } = mitigation.change;
  const written = writtenSettings[`${mitigation.control} ${type}`];
  if (written !== undefined) return writtenChange(mitigation, resource, written, context);
  if (propertyPath.test(property) && plainValue.test(value)) return wordChange(mitigation, resource, context);
  return plainHttpChange(mitigation, resource, context) ?? conditionSetting(mitigation, resource, context);
}

/** One property that becomes what the fix says, word by word. */
function wordChange(mitigation: Mitigation, resource: Resource, context: ChangeContext): Change | undefined {
  const steps = mitigation.change.property.split('.');
  const missing = steps.findIndex((_, at) => partAt(resource.properties, steps.slice(0, at + 1)) === undefined);
  const madeUp = missing < 0 ? [] : steps.slice(missing, -1);
  if (madeUp.some((step) => list.test(step))) return undefined;
  const value = typed(mitigation.change.value);
  return changed(mitigation, { resource, place: steps, context }, (before) => plainValueOf(value, before.origin));
}

function typed(value: string): string | number | boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^\d+$/.test(value) ? Number(value) : value;
}

function writtenChange(
  mitigation: Mitigation,
  resource: Resource,
  { property, write }: WrittenSetting,
  context: ChangeContext,
): Change | undefined {
  return changed(mitigation, { resource, place: [property], context }, (before) =>
    write.kind === 'set' ? plainValueOf(write.value, before.origin) : withAttribute(before, write.key, write.value),
  );
}

const ofItsPolicy = /^PolicyDocument of its (AWS::\w+::\w+)$/;
const denied = /^Deny (?:(\S+) )?where aws:SecureTransport is false$/;

/** A policy that is there gets one more statement; one that is not would be a new resource. */
function plainHttpChange(mitigation: Mitigation, resource: Resource, context: ChangeContext): Change | undefined {
  const [, type] = ofItsPolicy.exec(mitigation.change.property) ?? [];
  const isDenied = denied.exec(mitigation.change.value);
  if (type === undefined || isDenied === null) return undefined;
  const policies = context.ask.system
    .referrers(resource.id)
    .flatMap((id) => context.resource(id) ?? [])
    .filter((one) => one.type === type);
  const [policy, ...others] = policies;
  const statements = policy === undefined ? undefined : partAt(policy.properties, ['PolicyDocument', 'Statement']);
  if (policy === undefined || others.length > 0 || statements === undefined) return undefined;
  const service = type.split('::')[1]?.toLowerCase();
  const arns: Value = { kind: 'list', items: arnsOf(resource, resource), origin: resource.origin };
  const place: Place = ['PolicyDocument', 'Statement'];
  return changed(mitigation, { resource: policy, place, context }, (before) => {
    const statement = plainValueOf(plainHttpDenied(isDenied[1] ?? `${service}:*`), before.origin);
    const items = [...(before.kind === 'list' ? before.items : [before]), withEntry(statement, 'Resource', arns)];
    return { kind: 'list', items, origin: before.origin };
  });
}

function changed(
  { control, title, change: { value } }: Mitigation,
  at: { readonly resource: Resource; readonly place: Place; readonly context: ChangeContext },
  edit: (part: Value) => Value,
): Change | undefined {
  const { resource, place, context } = at;
  return changeOfPart(context, { control, title, resource, place, value, loss: 0, hits: () => false, edit });
}
