import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';
import { directory, directoryAttributes } from './terraform-directory.ts';

export default defineTerraform({
  type: 'AWS::DirectoryService::SimpleAD',
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/directory_service_directory
    aws_directory_service_directory: makes(
      { ...directory, Size: 'size' },
      { attributes: directoryAttributes, when: { attribute: 'type', is: 'SimpleAD', orAbsent: true } },
    ),
  },
});
