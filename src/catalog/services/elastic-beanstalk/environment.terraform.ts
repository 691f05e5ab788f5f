import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ElasticBeanstalk::Environment',
  from: {
    aws_elastic_beanstalk_environment: makes({
      EnvironmentName: 'name',
      ApplicationName: 'application',
      OptionSettings: each('setting', { Namespace: 'namespace', OptionName: 'name', Value: 'value' }),
      SolutionStackName: 'solution_stack_name',
      Tags: tags,
    }),
  },
  inexpressible: {
    OperationsRole: 'the provider has no attribute for it',
  },
});
