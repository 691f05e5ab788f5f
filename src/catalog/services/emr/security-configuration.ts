import { given } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { localDiskEncryption, transitEncryption } from './security-settings.ts';

export default defineService({
  type: 'AWS::EMR::SecurityConfiguration',
  title: 'EMR security configuration',
  element: 'part',
  ownedBy: ['AWS::EMR::Cluster'],
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-securityconfiguration.html',
  facts: {
    ...noAnswers('settings of clusters, which answer'),
    encryptionAtRest: localDiskEncryption,
  },
  structure: {
    settings: (view) => given({ encryptedBetweenNodes: transitEncryption(view) }),
  },
  ignored: {},
});
