import { given } from '../../../model/fact.ts';
import { and } from '../../../model/guard.ts';
import type { PolicySource, Statement } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { type Hole, holesOf, type Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { optionsOf, within } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';
import { jsonValue } from '../../json-value.ts';
import { noAnswers } from '../../no-answers.ts';
import { collectionOf } from './collection-of.ts';

/**
 * Who may use which collections and indexes. It is no IAM policy: collections are meant by name, and the caller's own policies
 * must allow `aoss:APIAccessAll` besides.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
 */
export default defineService({
  type: 'AWS::OpenSearchServerless::AccessPolicy',
  title: 'data access policy',
  element: 'control',
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html',
  facts: noAnswers('a data access policy speaks for the collections that it names, which answer'),
  contributes: (view) => [
    {
      to: { kind: 'all-of-account', types: ['AWS::OpenSearchServerless::Collection'] },
      dimension: 'resourcePolicy',
      fact: given(policies(view), [view.origin('Policy')]),
    },
  ],
  ignored: {},
});

/** The policy as statements of IAM that say the same of whom it lets use which collections. */
function policies(view: ResourceView): readonly PolicySource[] {
  const name = `data access policy ${view.resource.address}`;
  return optionsOf(view.read('Policy')).flatMap(({ guard, value }): readonly PolicySource[] => {
    const source = value === undefined ? undefined : textOf(value);
    if (value === undefined || source === undefined) return [];
    const rules = jsonValue(source, value.origin);
    const open = rules?.kind === 'list' ? undefined : (holesOf(source)[0] ?? notRules);
    const document = {
      version: '2012-10-17',
      statements: rules?.kind === 'list' ? rules.items.flatMap((item, index) => statementOf(view, item, index)) : [],
      origin: value.origin,
      guard: and(view.resource.guard, guard),
      ...(open !== undefined && { open }),
    } as const;
    return [{ name, kind: 'resource', statedBy: view.resource.id, document }];
  });
}

const notRules: Hole = {
  symbol: 'expression:data-access-policy',
  kind: 'expression',
  settledBy: 'a data access policy that is a JSON list',
};

/** Reading and writing are not told apart: whoever has any permission uses the collection. */
function statementOf(view: ResourceView, entry: Value, index: number): readonly Statement[] {
  const part = within(view, entry);
  const principals = memberCases(part, 'Principal').map(({ value }): Text => textOf(value) ?? []);
  const names = memberCases(part, 'Rules').flatMap(({ value }) =>
    memberCases(within(view, value), 'Resource').flatMap((member) => collectionOf(textOf(member.value) ?? [])),
  );
  if (principals.length === 0 || names.length === 0) return [];
  return [
    {
      effect: 'Allow',
      // People of SAML providers and Identity Center are no principals of IAM, and named as what they are.
      principals: principals.map((value) => ({
        kind: isArn(value) ? ('AWS' as const) : ('Federated' as const),
        value,
      })),
      actions: [['aoss:APIAccessAll']],
      conditions: [{ operator: 'StringLike', key: 'aoss:collection', values: names, origin: entry.origin }],
      origin: entry.origin,
      guard: view.resource.guard,
      index,
    },
  ];
}

function isArn(value: Text): boolean {
  const [first] = value;
  return typeof first !== 'string' || first.startsWith('arn:');
}
