import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::DocDB::DBInstance',
  title: 'DocumentDB instance',
  element: 'part',
  ownedBy: ['AWS::DocDB::DBCluster'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbinstance.html',
  facts: noAnswers('the compute of a cluster, which answers for it'),
  ignored: {
    CACertificateIdentifier: 'which of AWS’s certificate authorities signs the server certificate',
    CertificateRotationRestart: 'whether a new server certificate needs a restart',
    EnablePerformanceInsights: 'performance data, not data of customers',
  },
});
