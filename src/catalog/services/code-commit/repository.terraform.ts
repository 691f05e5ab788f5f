import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CodeCommit::Repository',
  from: {
    aws_codecommit_repository: makes(
      { RepositoryName: 'repository_name', RepositoryDescription: 'description', KmsKeyId: 'kms_key_id', Tags: tags },
      {
        attributes: {
          id: 'RepositoryName',
          repository_id: 'Ref',
          clone_url_http: 'CloneUrlHttp',
          clone_url_ssh: 'CloneUrlSsh',
        },
      },
    ),
  },
});
