import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateTexts, type plain } from './evaluated.ts';
import { fixtureFolder, type PlannedFixture, planFixture, unknownMark } from './real-plan.ts';
import { providerMirror } from './real-terraform.ts';

const fixtures = ['shop', 'policies'] as const;

describe.each(fixtures)('the plan of %s and its evaluated source agree', (name) => {
  const plan = JSON.parse(readFileSync(`${fixtureFolder(name)}.plan.json`, 'utf8')) as PlannedFixture;
  const evaluated = evaluateTexts(textsOf(fixtureFolder(name)));
  const managed = evaluated.instances.filter((instance) => instance.mode === 'managed');

  test('the evaluation has nothing to complain about', () => {
    expect(evaluated.diagnostics).toEqual([]);
  });

  test('both have the same resources', () => {
    const planned = managed.filter(({ address }) => !isExcluded(address, evaluated));
    expect(planned.map(({ address }) => address).sort()).toEqual(Object.keys(plan.resources).sort());
  });

  test.each(Object.keys(plan.resources))('%s', (address) => {
    const instance = managed.find((one) => one.address === address);
    const ours = instance === undefined ? {} : assumedOf(instance.attributes, evaluated);
    const theirs = plan.resources[address] ?? {};
    for (const [attribute, value] of Object.entries(ours as Record<string, unknown>)) {
      if (attribute === 'provisioner' || value === undefined || value === '') continue;
      if (Array.isArray(value) && value.length === 0) continue;
      const shown = attribute === 'user_data' ? createHash('sha1').update(String(value)).digest('hex') : value;
      expect({ [attribute]: likened(shown, theirs[attribute]) }).toEqual({ [attribute]: normal(theirs[attribute]) });
    }
    const missing = Object.entries(theirs).filter(
      ([key, value]) => !isComputed(key, value) && !(key in (ours as object)),
    );
    expect(missing.filter(([key]) => !providerDefaults.has(key)).map(([key]) => key)).toEqual([]);
  });

  test('outputs', () => {
    for (const [output, value] of Object.entries(plan.outputs)) {
      const given = evaluated.outputs.get(output);
      expect(given === undefined ? undefined : likened(assumedOf(given, evaluated), value)).toEqual(normal(value));
    }
  });

  test.skipIf(providerMirror === undefined)(
    'the record is what the installed program plans',
    { timeout: 300_000 },
    () => {
      expect(planFixture(name, providerMirror ?? '')).toEqual(plan);
    },
  );
});

/** Values that the provider fills in although nothing is written. */
const providerDefaults: ReadonlySet<string> = new Set([
  'force_destroy',
  'force_detach_policies',
  'max_session_duration',
  'path',
  'delay_seconds',
  'max_message_size',
  'message_retention_seconds',
  'receive_wait_time_seconds',
  'fifo_queue',
  'content_based_deduplication',
  'get_password_data',
  'user_data_replace_on_change',
  'source_dest_check',
  'credit_specification',
  'assign_ipv6_address_on_creation',
  'enable_dns64',
  'enable_resource_name_dns_a_record_on_launch',
  'enable_resource_name_dns_aaaa_record_on_launch',
  'ipv6_native',
  'map_public_ip_on_launch',
  'enable_dns_support',
  'instance_tenancy',
  'skip_destroy',
  'content_based_deduplication',
  'revoke_rules_on_delete',
  'name_prefix',
  'fifo_topic',
  'timeouts',
]);

type Evaluated = ReturnType<typeof evaluateTexts>;

function isExcluded(address: string, { instances, assumed }: Evaluated): boolean {
  const instance = instances.find((one) => one.address === address);
  if (instance === undefined) return false;
  return instance.guard.every((clause) =>
    clause.some(({ symbol, value, holds }) => (assumed.get(symbol) === value) !== holds),
  );
}

/** The plain value when all defaults are taken. */
function assumedOf(value: Parameters<typeof plain>[0], evaluated: Evaluated): unknown {
  if (value.kind === 'choice') {
    const option = value.options.find(({ guard }) =>
      guard.some((clause) =>
        clause.every(({ symbol, value: wanted, holds }) => (evaluated.assumed.get(symbol) === wanted) === holds),
      ),
    );
    return option === undefined ? unknownMark : assumedOf(option.value, evaluated);
  }
  if (value.kind === 'list') return value.items.map((item) => assumedOf(item, evaluated));
  if (value.kind === 'map')
    return Object.fromEntries([...value.entries].map(([key, entry]) => [key, assumedOf(entry, evaluated)]));
  return value.kind === 'absent' ? undefined : value.kind === 'literal' ? value.value : unknownMark;
}

function isComputed(key: string, value: unknown): boolean {
  return (
    value === unknownMark || key === 'tags_all' || (Array.isArray(value) && value.every((item) => item === unknownMark))
  );
}

/** Our value in the form of theirs: JSON texts as values, scalars as strings, sets sorted, what they do not know unknown. */
function likened(ours: unknown, theirs: unknown): unknown {
  return fitted(normal(ours), normal(theirs));
}

function normal(value: unknown): unknown {
  if (typeof value === 'string' && /^[[{]/.test(value)) {
    try {
      return normal(JSON.parse(value) as unknown);
    } catch {
      return value;
    }
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(normal).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, normal(entry)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Nested blocks have computed attributes and defaults of the provider, which the source does not: taken from theirs. */
function fitted(ours: unknown, theirs: unknown): unknown {
  if (theirs === unknownMark) return unknownMark;
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const left = [...(theirs as readonly unknown[])];
    return ours
      .map((item: unknown) => {
        const at = left.findIndex((other) => contains(other, item));
        const [match] = at < 0 ? [undefined] : left.splice(at, 1);
        return match === undefined ? item : fitted(item, match);
      })
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof ours !== 'object' || ours === null || typeof theirs !== 'object' || theirs === null) return ours;
  const filled = Object.entries(theirs).map(([key, value]) => {
    const own = (ours as Record<string, unknown>)[key];
    return [key, own === undefined ? value : fitted(own, value)] as const;
  });
  return normal({ ...ours, ...Object.fromEntries(filled) });
}

/** Does theirs say what ours says? */
function contains(theirs: unknown, ours: unknown): boolean {
  if (theirs === unknownMark || ours === undefined) return true;
  if (typeof ours !== 'object' || ours === null) return theirs === ours;
  if (Array.isArray(ours)) return JSON.stringify(theirs) === JSON.stringify(ours);
  return (
    typeof theirs === 'object' &&
    theirs !== null &&
    Object.entries(ours).every(([key, value]) => contains((theirs as Record<string, unknown>)[key], value))
  );
}

function textsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path, 'utf8')] as const;
    }),
  );
}
