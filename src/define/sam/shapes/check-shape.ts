import type { MappingEntry, Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion } from '../expansion.ts';
import { entriesOf, entryOf, isCall, isNull } from '../fields.ts';

/** The properties that something may have, by what they may be; a function of CloudFormation may stand for any of them. */
export type Shape = Readonly<Record<string, PropertyKind>>;
export type PropertyKind = 'any' | 'map' | 'list' | 'text';

/** Names of properties as a shape; those in no other group may be anything. */
export function shape(groups: Partial<Record<PropertyKind, string>>): Shape {
  const entries = Object.entries(groups).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as PropertyKind] as const),
  );
  return Object.fromEntries(entries);
}

export interface ShapeCheck {
  readonly shape: Shape;
  readonly required: readonly string[];
  /** Whose properties they are, for people. */
  readonly what: string;
  readonly at: MappingEntry;
  readonly expansion: Expansion;
}

/** Reports properties that are unknown, missing or of the wrong kind; tells whether what is required is there. */
export function checkShape(properties: Node | undefined, check: ShapeCheck): boolean {
  const { shape: known, required, what, at, expansion } = check;
  for (const { key, value, keyOrigin } of entriesOf(properties)) {
    const kind = key.startsWith('Fn::') ? 'any' : known[key];
    if (kind === undefined) {
      diagnose(expansion, 'sam-unknown-property', `${what} has no property ${key}; correct or remove it`, keyOrigin);
    } else if (!isOf(value, kind)) {
      const wanted = kind === 'map' ? 'a map' : kind === 'list' ? 'a list' : 'text';
      diagnose(expansion, 'sam-invalid-property', `${key} of ${what} must be ${wanted}; correct it`, keyOrigin);
    }
  }
  const missing = required.filter((name) => entryOf(properties, name) === undefined);
  for (const name of missing)
    diagnose(expansion, 'sam-missing-property', `${what} needs ${name}; add it`, at.keyOrigin);
  return missing.length === 0;
}

function isOf(value: Node, kind: PropertyKind): boolean {
  if (kind === 'any' || isCall(value) || isNull(value)) return true;
  if (kind === 'map') return value.kind === 'mapping';
  return kind === 'list' ? value.kind === 'sequence' : value.kind === 'scalar';
}
