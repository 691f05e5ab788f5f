import type { Forward } from '../../../model/entry.ts';
import type { Fact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::SecretsManager::SecretTargetAttachment',
  title: 'attachment of a secret to a database',
  element: 'part',
  partOf: (view) => {
    const secret = view.read('SecretId');
    return secret === undefined ? [] : [secret];
  },
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html',
  facts: noAnswers('the attachment is part of its secret, which answers'),
  structure: { forwards },
  ignored: {},
});

/** The address of the database is written into the secret: whoever reads the secret can sign in there. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const from = view.read('TargetId');
  const because = `${view.resource.address} writes the database's address into the secret that signs in to it`;
  return flowsOf(view, from === undefined ? [] : statedFlow(view.read('SecretId'), { from, kind: 'secret', because }));
}
