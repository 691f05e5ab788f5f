import { resourceType } from '../../catalog/resource-type.ts';
import type { Resource } from '../../model/resource.ts';
import type { PlainPart } from '../../model/source-edit.ts';
import { describeText, type Hole, literalOf, type Text, textKey } from '../../model/text.ts';
import { type Reference, refsOf, textOf, type Value } from '../../model/value.ts';
import { isToFillIn } from './fill-in.ts';

/** Looks up a resource by its id. */
export type Resources = (id: string) => Resource | undefined;

/**
 * A value as JSON in the words of the file that it stands in: CloudFormation's functions for what it refers to, Terraform's
 * templates in Terraform. JSON is YAML as well, and an argument of `jsonencode`. What cannot be told is in angle brackets.
 */
export function sourceText(value: Value, owner: Resource, resources: Resources): string {
  const plain = plainOf(value, { terraform: isTerraform(owner), resources, lost: [] });
  return plain === undefined ? '' : JSON.stringify(plain);
}

/** A value as its source can say it; undefined when something of it would be lost. What the user fills in is in angle brackets. */
export function writtenPart(value: Value, owner: Resource, resources: Resources): PlainPart | undefined {
  const words: Words = { terraform: isTerraform(owner), resources, lost: [] };
  const plain = plainOf(value, words);
  return words.lost.length > 0 ? undefined : plain;
}

interface Words {
  readonly terraform: boolean;
  readonly resources: Resources;
  /** What could only be told in angle brackets. */
  readonly lost: string[];
}

/** Addresses of Terraform name the provider's type. */
function isTerraform({ address }: Resource): boolean {
  return /(^|\.)(data\.)?aws_[a-z0-9_]+\./.test(address);
}

function plainOf(value: Value, words: Words): PlainPart | undefined {
  if (value.kind === 'absent') return undefined;
  if (value.kind === 'choice') return plainChoice(value.options, words);
  if (value.kind === 'list')
    return value.items.flatMap((item) => {
      const plain = plainOf(item, words);
      return plain === undefined ? [] : [plain];
    });
  if (value.kind === 'map') {
    const entries = [...value.entries].flatMap(([key, item]) => {
      const plain = plainOf(item, words);
      return plain === undefined ? [] : [[key, plain] as const];
    });
    return Object.fromEntries(entries);
  }
  if (value.kind === 'literal' && typeof value.value !== 'string') return value.value;
  return plainText(textOf(value) ?? [], refsOf(value), words);
}

/** What hangs on conditions is written as CloudFormation would; their names are not known here. */
function plainChoice(options: readonly { readonly value: Value }[], words: Words): PlainPart | undefined {
  const [first, ...others] = options.map(({ value }) => plainOf(value, words) ?? { Ref: 'AWS::NoValue' });
  if (first === undefined || others.length === 0) return first;
  words.lost.push('condition');
  return { 'Fn::If': ['<condition>', first, plainChoice(options.slice(1), words) ?? { Ref: 'AWS::NoValue' }] };
}

function plainText(text: Text, refs: readonly Reference[], words: Words): PlainPart {
  for (const ref of refs) {
    const referring = referringText(text, ref, words);
    if (referring !== undefined) return referring;
  }
  const literal = literalOf(text);
  if (literal !== undefined) return words.terraform ? literal.replaceAll('${', '$${') : literal;
  if (words.terraform || text.some((part) => typeof part !== 'string' && pseudo(part) === undefined)) {
    if (text.some((part) => typeof part !== 'string' && !isToFillIn(part))) words.lost.push(describeText(text));
    return describeText(text);
  }
  return { 'Fn::Sub': text.map((part) => (typeof part === 'string' ? part : `\${${pseudo(part)}}`)).join('') };
}

/** A text that is what the reference gives, or begins with it. */
function referringText(text: Text, { resource, attribute }: Reference, words: Words): PlainPart | undefined {
  const target = words.resources(resource);
  const meant = attribute === 'Arn' ? target?.arn : target?.name;
  if (target === undefined || meant === undefined || !textKey(text).startsWith(textKey(meant))) return undefined;
  const end = textKey(text).slice(textKey(meant).length);
  if (end.includes('$')) return undefined;
  if (words.terraform) return `\${${target.address}.${attribute === 'Arn' ? 'arn' : 'id'}}${end}`;
  const word = attribute === 'Arn' && isRefArn(target) ? 'Ref' : attribute;
  const name = word === 'Ref' ? target.address : `${target.address}.${word}`;
  if (end !== '') return { 'Fn::Sub': `\${${name}}${end}` };
  return word === 'Ref' ? { Ref: target.address } : { 'Fn::GetAtt': [target.address, word] };
}

/** Topics, secrets and the like have no attribute `Arn`: `Ref` gives it. */
function isRefArn({ type }: Resource): boolean {
  const known = resourceType(type);
  if (known === undefined || known.attributes.includes('Arn')) return false;
  return known.ref === 'arn' || (known.identifier.length === 1 && known.identifier[0]?.endsWith('Arn') === true);
}

/** CloudFormation's name for what every stack knows of itself, and for a parameter. */
function pseudo({ kind, symbol }: Hole): string | undefined {
  if (kind === 'account') return 'AWS::AccountId';
  if (kind === 'region') return 'AWS::Region';
  if (kind === 'partition') return 'AWS::Partition';
  return kind === 'parameter' ? symbol.slice(symbol.lastIndexOf('/') + 1) : undefined;
}
