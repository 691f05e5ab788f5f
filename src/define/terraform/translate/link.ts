import { resourceType } from '../../../catalog/resource-type.ts';
import { literalOf, type Text, textKey } from '../../../model/text.ts';
import type { Reference, Value } from '../../../model/value.ts';
import { arnOf, singleText } from '../../physical-name.ts';
import type { Draft, Translation } from './draft.ts';
import { draftName, namedThing } from './substitute.ts';

/** Gives literal names, ids and ARNs the reference to what has them, as the expressions had that they came from. */
export interface Links {
  linked(draft: Draft, property: string, value: Value): Value;
}

/** Names that the schemas do not tell as relations. */
const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::IAM::AccessKey': { UserName: 'AWS::IAM::User' },
  'AWS::IAM::GroupPolicy': { GroupName: 'AWS::IAM::Group' },
  'AWS::IAM::RolePolicy': { RoleName: 'AWS::IAM::Role' },
  'AWS::IAM::UserPolicy': { UserName: 'AWS::IAM::User' },
  'AWS::IAM::UserToGroupAddition': { GroupName: 'AWS::IAM::Group', Users: 'AWS::IAM::User' },
};

/** Ids that AWS makes up: no two things of one account have the same. */
const madeUp = /^[a-z]{1,10}(-[a-z]{1,10})?-[0-9a-f]{8,17}$/;

/** Reads a plan or state, where references have become texts. Linear in resources and values. */
export function createLinks(drafts: readonly Draft[], translation: Translation): Links {
  const byArn = new Map<string, Draft | 'several'>();
  const byName = new Map<string, Draft | 'several'>();
  const put = (index: Map<string, Draft | 'several'>, key: string, draft: Draft) =>
    index.set(key, index.has(key) ? 'several' : draft);
  for (const draft of drafts) {
    const arn = literal(singleText(arnOf(namedThing(draft, translation))));
    if (arn !== undefined) put(byArn, arn, draft);
    const name = literal(singleText(draftName(draft, translation)));
    if (name === undefined) continue;
    const account = textKey(draft.place.account);
    put(byName, `${account} ${draft.type} ${name}`, draft);
    if (madeUp.test(name)) put(byName, `${account} ${name}`, draft);
  }
  const find = (from: Draft, path: string, text: string): Draft | undefined => {
    const account = textKey(from.place.account);
    const keys = [`${account} ${text}`, ...typesAt(from.type, path).map((type) => `${account} ${type} ${text}`)];
    for (const found of [byArn.get(text), ...keys.map((key) => byName.get(key))])
      if (found !== undefined && found !== 'several' && found !== from) return found;
    return undefined;
  };
  const link = (from: Draft, path: string, value: Value): Value => {
    if (value.kind === 'map')
      return {
        ...value,
        entries: new Map([...value.entries].map(([key, each]) => [key, link(from, `${path}.${key}`, each)])),
      };
    if (value.kind === 'list') return { ...value, items: value.items.map((each) => link(from, path, each)) };
    if (value.kind === 'choice')
      return {
        ...value,
        options: value.options.map(({ guard, value: each }) => ({ guard, value: link(from, path, each) })),
      };
    if (value.kind !== 'literal' || typeof value.value !== 'string' || (value.refs ?? []).length > 0) return value;
    const found = find(from, path, value.value);
    return found === undefined ? value : { ...value, refs: [referenceTo(found, value.value)] };
  };
  return { linked: (draft, property, value) => link(draft, property, value) };
}

function literal(content: Text | undefined): string | undefined {
  const word = content === undefined ? undefined : literalOf(content);
  return word === '' ? undefined : word;
}

/** The types whose names a property may hold. */
function typesAt(type: string, path: string): readonly string[] {
  const own = named[type]?.[path];
  const relations = resourceType(type)?.relations[path] ?? [];
  return [
    ...(own === undefined ? [] : [own]),
    ...relations.map((relation) => relation.slice(0, relation.lastIndexOf('.'))),
  ];
}

/** As a template would refer to it: what is an ARN is `Arn`, unless `Ref` gives it. */
function referenceTo({ id, type }: Draft, text: string): Reference {
  const ref = text.startsWith('arn:') && resourceType(type)?.attributes.includes('Arn') === true;
  return { resource: id, attribute: ref ? 'Arn' : 'Ref' };
}
