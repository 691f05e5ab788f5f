import type { Forward } from '../../../model/dimension.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

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
  const to = view.read('SecretId');
  if (from === undefined || to === undefined) return byDefault<readonly Forward[]>([], [view.origin()]);
  return given([
    {
      from,
      to,
      kind: 'secret',
      protocol: 'https',
      port: 443,
      encrypted: byDefault(true),
      authentication: 'iam',
      because: `${view.resource.address} writes the database's address into the secret that signs in to it`,
      origin: view.origin('TargetId'),
    },
  ]);
}
