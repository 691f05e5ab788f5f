import type { Principal } from '../../../model/dimension.ts';
import { byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { onlyWhile } from '../../combine-facts.ts';
import { memberCases } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

/** A long-lived credential of a user; without `Status` it is active. */
export default defineService({
  type: 'AWS::IAM::AccessKey',
  title: 'IAM access key',
  element: 'part',
  aloneAs: 'identity',
  partOf: (view) => memberCases(view, 'UserName').map(({ value }) => value),
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  facts: noAnswers('A key is a credential of its user; the user answers.'),
  contributes: (view) =>
    memberCases(view, 'UserName').map(
      ({ value }): Contribution => ({
        to: value,
        types: ['AWS::IAM::User'],
        dimension: 'principal',
        fact: onlyWhile(view.resource.guard, activeKeys(view), byDefault(keys(0))),
      }),
    ),
  ignored: {},
});

function activeKeys(view: ResourceView): Fact<Principal> {
  return mapFact(word(view, 'Status', 'Active'), (status) => keys(status === 'Active' ? 1 : 0));
}

function keys(accessKeys: number): Principal {
  return { kind: 'user', accessKeys, loginProfile: false };
}
