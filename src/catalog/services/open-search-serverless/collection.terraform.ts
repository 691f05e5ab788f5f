import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::OpenSearchServerless::Collection',
  from: {
    aws_opensearchserverless_collection: makes({
      Name: 'name',
      Type: 'type',
      Description: 'description',
      StandbyReplicas: 'standby_replicas',
      Tags: tags,
    }),
  },
});
