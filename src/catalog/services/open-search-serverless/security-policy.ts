import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import { type AllOfAccount, type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { type Text, text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { flag, property, within } from '../../answer.ts';
import { apiEndpoint } from '../../aws-api.ts';
import { onlyWhile } from '../../combine-facts.ts';
import { keyKind } from '../../encryption-key.ts';
import { memberCases } from '../../guarded-members.ts';
import { jsonValue } from '../../json-value.ts';
import { noAnswers } from '../../no-answers.ts';
import { collectionOf } from './collection-of.ts';

/**
 * From which networks collections answer, or by which key they are encrypted, by its `Type`; it means collections by name.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html,
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html
 */
export default defineService({
  type: 'AWS::OpenSearchServerless::SecurityPolicy',
  title: 'security policy of collections',
  element: 'control',
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html',
  facts: noAnswers('a security policy speaks for the collections that it names, which answer'),
  contributes,
  ignored: {},
});

/** A network policy is a list of entries, an encryption policy one. */
function contributes(view: ResourceView): readonly Contribution[] {
  const stated = view.read('Policy');
  const source = stated === undefined ? undefined : textOf(stated);
  const policy = stated === undefined || source === undefined ? undefined : jsonValue(source, stated.origin);
  if (policy === undefined) return [];
  const entries = policy.kind === 'list' ? policy.items : [policy];
  return entries.flatMap((entry) => contributionsOf(within(view, entry), view));
}

function contributionsOf(entry: ResourceView, view: ResourceView): readonly Contribution[] {
  const isNetwork = entry.read('AllowFromPublic') !== undefined || entry.read('SourceVPCEs') !== undefined;
  const of = (kind: string) => meant(entry, kind);
  const during = <T>(fact: Fact<T>, otherwise: T) => onlyWhile(view.resource.guard, fact, byDefault(otherwise));
  const noEndpoints: readonly Endpoint[] = [];
  if (!isNetwork) {
    const fact = during<EncryptionAtRest>(encryption(entry), { by: 'aws-owned-key' });
    return of('collection').map((to): Contribution => ({ to, dimension: 'encryptionAtRest', fact }));
  }
  return (['collection', 'dashboard'] as const).flatMap((kind) =>
    of(kind).map(
      (to): Contribution => ({ to, dimension: 'endpoints', fact: during(endpoints(entry, view, kind), noEndpoints) }),
    ),
  );
}

/** The collections that rules of a kind mean, if there are such rules. */
function meant(entry: ResourceView, kind: string): readonly AllOfAccount[] {
  const patterns = memberCases(entry, 'Rules').flatMap(({ value }): readonly Text[] => {
    const rule = within(entry, value);
    const type = rule.read('ResourceType');
    return type === undefined || text(...(textOf(type) ?? []))[0] !== kind ? [] : resourcesOf(rule);
  });
  if (patterns.length === 0) return [];
  const types = ['AWS::OpenSearchServerless::Collection'];
  return [{ kind: 'all-of-account', types, named: { property: 'Name', patterns } }];
}

function resourcesOf(rule: ResourceView): readonly Text[] {
  return memberCases(rule, 'Resource').flatMap(({ value }) => collectionOf(textOf(value) ?? []));
}

/** Whoever the network lets through still shows who he is. */
function endpoints(entry: ResourceView, view: ResourceView, kind: 'collection' | 'dashboard') {
  return mapFact(flag(entry, 'AllowFromPublic', false), (isPublic): readonly Endpoint[] => [
    {
      ...apiEndpoint(view),
      audience: given(isPublic ? 'internet' : 'network'),
      ...(kind === 'dashboard' && { name: 'dashboards' }),
    },
  ]);
}

function encryption(entry: ResourceView): Fact<EncryptionAtRest> {
  return mapFact(
    property(entry, 'KmsARN'),
    (key: Value | undefined): EncryptionAtRest => (key === undefined ? { by: 'aws-owned-key' } : keyKind(key)),
  );
}
