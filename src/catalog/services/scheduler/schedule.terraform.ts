import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Scheduler::Schedule',
  from: {
    aws_scheduler_schedule: makes({
      Name: 'name',
      GroupName: 'group_name',
      ScheduleExpression: 'schedule_expression',
      Target: { Arn: 'target.arn', RoleArn: 'target.role_arn' },
    }),
  },
});
