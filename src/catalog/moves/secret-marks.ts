import { type Hole, holesOf, literalOf, type Text, textKey } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';
import { isSecretHole } from '../shown-secrets.ts';

/**
 * What a value is known by, so that the same secret is found again in other places: the attribute that it refers to, the
 * hole that it leaves open, the store that it is resolved from, or the words themselves. Marks serve to compare within one
 * run; they hold secrets and never leave it.
 */
export type SecretMark = string;

/** Marks of a value of which all of it is a secret, as a property for passwords has it. */
export function marksOfSecret(value: Value): readonly SecretMark[] {
  const content = textOf(value) ?? [];
  const literal = literalOf(content);
  if (literal !== undefined) return isTelling(literal) ? [`words:${literal}`] : [];
  // Of a text that is only partly open, the open parts may be anything: a name of the stack, a region.
  const holes = content.length === 1 ? holesOf(content) : holesOf(content).filter(isSecretHole);
  return [...holes.map(holeMark), ...attributeMarks(value)];
}

/** Marks of everything in a value that may be a secret which something else is made with. */
export function marksIn(value: Value): readonly SecretMark[] {
  const content = textOf(value) ?? [];
  return [...holesOf(content).map(holeMark), ...attributeMarks(value), ...content.flatMap(wordMarks)];
}

/** Marks of an attribute of a resource, as references of CloudFormation and of Terraform's files leave them. */
export function marksOfAttribute(resource: string, attribute: string): readonly SecretMark[] {
  const name = `${resource}.${attribute}`;
  return [`of:${name}`, `hole:attribute:${name}`, `hole:${name}`, `hole:secret:${name}`];
}

/** Marks of what a store holds, by what dynamic references call the store. */
export function marksOfStore(service: 'secretsmanager' | 'ssm', ...names: readonly Text[]): readonly SecretMark[] {
  return names.map((name) => `store:${service}:${textKey(name)}`);
}

/** A reference by name or ARN gives no secret, whatever it is to. */
function attributeMarks(value: Value): readonly SecretMark[] {
  return refsOf(value).flatMap(({ resource, attribute }) =>
    attribute === 'Ref' || attribute === 'Arn' ? [] : [`of:${resource}.${attribute}`],
  );
}

/**
 * `secretsmanager:<name or ARN>:SecretString:<key>:…`, `ssm-secure:<name>:<version>`; the version and the key say which
 * part of the store's content it is. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
function holeMark({ symbol }: Hole): SecretMark {
  const secret = /^secret:secretsmanager:(.*?)(:SecretString(:.*)?)?$/.exec(symbol)?.[1];
  if (secret !== undefined) return `store:secretsmanager:${secret}`;
  const parameter = /^(?:secret:ssm-secure|lookup:ssm):(.*?)(:\d+)?$/.exec(symbol)?.[1];
  return parameter === undefined ? `hole:${symbol}` : `store:ssm:${parameter}`;
}

/** The text itself, and the words in it: `PASSWORD=…` in a script, the middle of `user:…@host`. */
function wordMarks(part: Text[number]): readonly SecretMark[] {
  if (typeof part !== 'string') return [];
  const words = part.length > longestText ? [] : part.split(/[\s"'`,;:@=/?&()[\]{}<>]+/);
  return [...new Set([part, ...words])].filter(isTelling).map((word) => `words:${word}`);
}

/** Longer texts are files; what is in them is judged by shape alone. */
const longestText = 65_536;

/** Long and mixed enough that two places do not have it by chance. */
function isTelling(word: string): boolean {
  return word.length >= 8 && /[0-9A-Z]/.test(word) && /[A-Za-z]/.test(word);
}
