/** Types known in depth that the AWS provider for Terraform has no resource for, each with the reason. */
export const withoutTerraform: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::CustomResource': 'A call that CloudFormation makes while it deploys a template.',
  'AWS::CloudFormation::WaitConditionHandle': 'A signal for CloudFormation while it deploys a template.',
};
