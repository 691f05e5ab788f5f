import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Batch::JobQueue',
  from: {
    aws_batch_job_queue: makes({
      JobQueueName: 'name',
      State: 'state',
      Tags: tags,
    }),
  },
});
