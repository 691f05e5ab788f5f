import type { SecretInClear } from '../model/data-keeping.ts';
import { bindFact, type Fact, factOf, given, mapFact, unknown } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import { holesOf, isRecordedSecret } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { textOf } from '../model/value.ts';
import { optionsOf, property } from './answer.ts';
import {
  isEmptyOrPlaceholder,
  isNameOfSecret,
  isPointer,
  looksLikeSecret,
  secretNamesIn,
  type TextKind,
} from './secret-shape.ts';

/**
 * Secrets that stand in the input in clear: literal values of things that are named like a secret, or values that look
 * like one. A reference, a dynamic reference and a parameter without a default are not in the input; the default of a
 * parameter is, NoEcho or not. Only names are ever told, never the secret.
 */

type Secrets = readonly SecretInClear[];

/** Of a map of names to values (environment variables, stage variables, connection settings). */
export function secretsInMap(view: ResourceView, path: string, where: string): Fact<Secrets> {
  return bindFact(property(view, path), (value): Fact<Secrets> => {
    if (value === undefined) return given<Secrets>([]);
    if (value.kind === 'unknown') return unknown(`${path} is not known`, value.hole.settledBy, [value.origin]);
    if (value.kind !== 'map') return given<Secrets>([]);
    const found = joinSecrets([...value.entries].map(([name, entry]) => secretsInEntry(name, entry, where)));
    const open = value.open;
    if (open === undefined) return found;
    return bindFact(
      found,
      (secrets): Fact<Secrets> =>
        secrets.length > 0 ? given(secrets) : unknown(`${path} is only partly known`, open.settledBy, [value.origin]),
    );
  });
}

/** Of one named value: judged by its name and by its shape. */
export function secretsInEntry(name: string, value: Value, where: string): Fact<Secrets> {
  return byOption(value, isNameOfSecret(name), (option) => {
    const literal = literalString(option);
    const told = literal !== undefined && (isSecretUnder(name, literal) || looksLikeSecret(literal));
    return told || (isNameOfSecret(name) && isHiddenDefault(option))
      ? [{ name, where: whereOf(option, where), origin: option.origin }]
      : [];
  });
}

/** Of a property that holds a secret by definition (`MasterUserPassword`): any literal that is not empty. */
export function secretProperty(view: ResourceView, path: string): Fact<Secrets> {
  return bindFact(property(view, path), (value): Fact<Secrets> => {
    if (value === undefined) return given<Secrets>([]);
    return byOption(value, true, (option) => {
      const literal = literalString(option);
      return (literal !== undefined && !isEmptyOrPlaceholder(literal)) || isHiddenDefault(option)
        ? [{ name: path, where: whereOf(option, 'property'), origin: option.origin }]
        : [];
    });
  });
}

/** Of a text with many lines: assignments to names of secrets, and values that look like secrets, line by line. */
export function secretsInText(value: Value, where: string, kind: TextKind = 'script'): Fact<Secrets> {
  return byOption(value, false, (option) => {
    const text = textOf(option) ?? [];
    // A hole is replaced by a mark that no secret contains, so that `PASSWORD=<reference>` is not taken for one.
    const source = text.map((part) => (typeof part === 'string' ? part : '<>')).join('');
    return secretNamesIn(source, kind).map((name) => ({ name, where, origin: option.origin }));
  });
}

/** Several answers as one list. Answers that find nothing under any condition do not multiply the cases of the others. */
export function joinSecrets(facts: readonly Fact<Secrets>[]): Fact<Secrets> {
  let joined: Fact<Secrets> = given<Secrets>([]);
  for (const fact of facts) {
    if (fact.kind === 'known' && fact.value.length === 0) continue;
    joined = bindFact(joined, (left) => mapFact(fact, (right): Secrets => [...left, ...right]));
  }
  return joined;
}

/**
 * What is found in the options of a value; one case when no option has anything. `isSecret`: what it is called says that a
 * secret stands there, so that one whose source nobody has told stays open.
 */
function byOption(value: Value, isSecret: boolean, find: (option: Value) => Secrets): Fact<Secrets> {
  const cases = optionsOf(value).flatMap(({ guard, value: option }) => {
    if (option === undefined) return [];
    const recorded = isSecret ? holesOf(textOf(option) ?? []).find(isRecordedSecret) : undefined;
    return [{ guard, found: option.kind === 'absent' ? [] : find(option), recorded, option }];
  });
  if (cases.every(({ found, recorded }) => found.length === 0 && recorded === undefined)) return given<Secrets>([]);
  return factOf(
    cases.map(({ guard, found, recorded, option }) => {
      const origins = [option.origin];
      return recorded === undefined
        ? { guard, fact: given(found, origins, option.defaults ?? []) }
        : { guard, fact: unknown('a secret is recorded, not where it comes from', recorded.settledBy, origins) };
    }),
  );
}

/** The default of a NoEcho parameter: it stands in the template, and the importer does not hand it on. */
function isHiddenDefault(value: Value): boolean {
  const [only] = textOf(value) ?? [];
  return (value.defaults ?? []).length > 0 && typeof only === 'object' && only.kind === 'secret';
}

function literalString(value: Value): string | undefined {
  if (value.kind !== 'literal' || value.value === null || typeof value.value === 'boolean') return undefined;
  return String(value.value);
}

/** The default of a parameter is told as such: it is where the secret stands. */
function whereOf(value: Value, where: string): string {
  const [parameter] = value.defaults ?? [];
  if (parameter === undefined) return where;
  return `${where}, from the default of parameter ${parameter.slice(parameter.lastIndexOf('/') + 1)}`;
}

function isSecretUnder(name: string, literal: string): boolean {
  return isNameOfSecret(name) && !isEmptyOrPlaceholder(literal) && !isPointer(literal);
}
