import { defineTerraform } from '../../../model/terraform.ts';
import { descend } from '../../answer.ts';
import { code, document, makes, mapOf, tags } from '../../terraform-rules.ts';

/** The provider takes the container's properties as the JSON of the API, whose names begin with small letters. */
const container = code(['container_properties'], (view) => {
  const stated = view.give(document('container_properties'));
  if (stated === undefined || stated.kind === 'unknown') return stated;
  const members = {
    Image: descend(stated, ['image']),
    Command: descend(stated, ['command']),
    JobRoleArn: descend(stated, ['jobRoleArn']),
    ExecutionRoleArn: descend(stated, ['executionRoleArn']),
    Privileged: descend(stated, ['privileged']),
    // Names and values, with small letters as in all JSON of the API.
    Environment: descend(stated, ['environment']),
  };
  return mapOf(members, stated.origin);
});

export default defineTerraform({
  type: 'AWS::Batch::JobDefinition',
  from: {
    aws_batch_job_definition: makes({
      JobDefinitionName: 'name',
      Type: 'type',
      ContainerProperties: container,
      Tags: tags,
    }),
  },
});
