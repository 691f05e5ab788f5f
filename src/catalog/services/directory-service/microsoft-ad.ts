import { byDefault } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { directoryFacts } from './directory-answers.ts';

export default defineService({
  type: 'AWS::DirectoryService::MicrosoftAD',
  title: 'Managed Microsoft AD',
  element: 'data-store',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directoryservice-microsoftad.html',
  facts: directoryFacts,
  structure: {
    holds: () => byDefault({ what: 'identities', confidentiality: 3, integrity: 3, availability: 3 }),
  },
  ignored: {},
});
