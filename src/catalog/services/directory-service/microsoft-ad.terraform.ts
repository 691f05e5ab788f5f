import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';
import { directory, directoryAttributes } from './terraform-directory.ts';

export default defineTerraform({
  type: 'AWS::DirectoryService::MicrosoftAD',
  from: {
    aws_directory_service_directory: makes(
      { ...directory, Edition: 'edition' },
      { attributes: directoryAttributes, when: { attribute: 'type', is: 'MicrosoftAD' } },
    ),
  },
});
