import { always, and, type Guard, isPossible } from '../model/guard.ts';
import type { Origin } from '../model/origin.ts';
import type { Resource } from '../model/resource.ts';
import { type Hole, holesOf } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';
import { namedScalars } from './named-scalars.ts';
import { isNameOfSecret } from './secret-shape.ts';

/** A secret that deployment puts into configuration which AWS shows to whoever may read it. */
export interface ShownSecret {
  /** Of the variable, or of the property. */
  readonly name: string;
  readonly where: 'environment' | 'user data';
  /** What the secret is: `dynamic reference`, `parameter`, an attribute. */
  readonly from: string;
  readonly guard: Guard;
  readonly origin: Origin;
}

/**
 * Properties of any type whose values AWS shows as they are: environment variables (GetFunctionConfiguration,
 * DescribeTaskDefinition, BatchGetProjects) and user data (DescribeInstanceAttribute, the metadata service).
 */
const shown: Readonly<Record<string, ShownSecret['where']>> = {
  Environment: 'environment',
  EnvironmentVariables: 'environment',
  UserData: 'user data',
};

/** Secrets by reference that end up in such places: the template is clean, the deployed resource is not. */
export function shownSecrets(resource: Resource): readonly ShownSecret[] {
  const found: ShownSecret[] = [];
  search(resource.properties, always, found);
  return found;
}

function search(given: Value, outer: Guard, found: ShownSecret[]): void {
  for (const { value, guard } of optionsUnder(given, outer)) {
    if (value.kind === 'list') for (const item of value.items) search(item, guard, found);
    else if (value.kind === 'map') {
      for (const [key, entry] of value.entries) {
        const where = Object.hasOwn(shown, key) ? shown[key] : undefined;
        if (where === undefined) search(entry, guard, found);
        else collect(entry, { name: key, where, guard }, found);
      }
    }
  }
}

/** The secrets among the single values of a place. */
function collect(given: Value, { name, where, guard: outer }: Place, found: ShownSecret[]): void {
  for (const { name: called, value, guard } of namedScalars(given, name, outer)) {
    const secret = holesOf(textOf(value) ?? []).find(isSecretHole);
    if (secret !== undefined) found.push({ name: called, where, guard, from: describe(secret), origin: value.origin });
  }
}

type Place = Pick<ShownSecret, 'name' | 'where' | 'guard'>;

function optionsUnder(given: Value, outer: Guard): readonly { readonly value: Value; readonly guard: Guard }[] {
  return optionsOf(given).flatMap(({ guard, value }) => {
    const both = and(outer, guard);
    return value === undefined || !isPossible(both) ? [] : [{ value, guard: both }];
  });
}

/** What is resolved from a secret store, a parameter that hides its value, or an attribute that is named like a secret. */
export function isSecretHole({ kind, symbol }: Hole): boolean {
  return kind === 'secret' || (kind === 'attribute' && isNameOfSecret(symbol.slice(symbol.lastIndexOf('.') + 1)));
}

function describe({ kind, symbol, settledBy }: Hole): string {
  return kind === 'secret' ? settledBy : symbol.slice(symbol.lastIndexOf('/') + 1);
}
