import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withTerraform } from './real-terraform.ts';

/** A recorded plan: what a fixture's resources and outputs are planned to be. */
export interface PlannedFixture {
  /** Addresses with attributes that are neither null nor empty; what only apply tells is `(unknown)`. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

export const unknownMark = '(unknown)';

export function fixtureFolder(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
}

/** Plans a fixture with the real program: `terraform init`, `plan -refresh=false -out`, `show -json`. */
export function planFixture(name: string, mirror: string): PlannedFixture {
  return withTerraform(mirror, (folder, run) => {
    cpSync(fixtureFolder(name), folder, { recursive: true });
    run(['init', '-input=false', '-no-color']);
    run(['plan', '-input=false', '-no-color', '-refresh=false', '-out=plan']);
    return trimmed(JSON.parse(run(['show', '-json', 'plan'])) as PlanJson);
  });
}

interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly change: {
      readonly after: Record<string, unknown> | null;
      readonly after_unknown: Record<string, unknown>;
    };
  }[];
  readonly output_changes?: Readonly<Record<string, { readonly after?: unknown; readonly after_unknown?: unknown }>>;
}

function trimmed(plan: PlanJson): PlannedFixture {
  const resources = (plan.resource_changes ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map(({ address, change }) => {
      const after = merged(change.after, change.after_unknown);
      const kept = Object.entries(after as Record<string, unknown>).filter(([, value]) => !isEmpty(value));
      return [address, Object.fromEntries(kept)] as const;
    });
  const outputs = Object.entries(plan.output_changes ?? {}).map(
    ([name, { after, after_unknown: unknown }]) => [name, merged(after, unknown)] as const,
  );
  return { resources: Object.fromEntries(resources.sort()), outputs: Object.fromEntries(outputs) };
}

/** Puts the mark where a value is known only after apply. */
function merged(after: unknown, unknown: unknown): unknown {
  if (unknown === true) return unknownMark;
  if (Array.isArray(unknown)) {
    const items: readonly unknown[] = Array.isArray(after) ? after : [];
    return Array.from({ length: Math.max(items.length, unknown.length) }, (_, at) => merged(items[at], unknown[at]));
  }
  if (typeof unknown !== 'object' || unknown === null) return after;
  const known = typeof after === 'object' && after !== null ? (after as Record<string, unknown>) : {};
  const names = new Set([...Object.keys(known), ...Object.keys(unknown)]);
  const entries = [...names].map(
    (name) => [name, merged(known[name], (unknown as Record<string, unknown>)[name])] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
