import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { block, each, makes, tags, unless, when } from '../../terraform-rules.ts';

const store: TerraformMembers = {
  Location: 'location',
  Type: 'type',
  EncryptionKey: { Id: 'encryption_key.id', Type: 'encryption_key.type' },
};

export default defineTerraform({
  type: 'AWS::CodePipeline::Pipeline',
  from: {
    aws_codepipeline: makes({
      Name: 'name',
      RoleArn: 'role_arn',
      // One store for the pipeline's own region, or one for each region.
      ArtifactStore: unless('artifact_store.region', block('artifact_store', store)),
      ArtifactStores: when('artifact_store.region', each('artifact_store', { Region: 'region', ArtifactStore: store })),
      Stages: each('stage', {
        Name: 'name',
        Actions: each('action', {
          Name: 'name',
          ActionTypeId: { Category: 'category', Owner: 'owner', Provider: 'provider', Version: 'version' },
          Configuration: 'configuration',
          InputArtifacts: each('input_artifacts', { Name: '' }),
          OutputArtifacts: each('output_artifacts', { Name: '' }),
          Region: 'region',
          RoleArn: 'role_arn',
        }),
      }),
      Tags: tags,
    }),
  },
});
