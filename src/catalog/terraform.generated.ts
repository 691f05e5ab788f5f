// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.
import type { TerraformKnowledge } from '../model/terraform.ts';
import services_ec2_security_group_egress_terraform from './services/ec2/security-group-egress.terraform.ts';
import services_ec2_security_group_ingress_terraform from './services/ec2/security-group-ingress.terraform.ts';
import services_ec2_security_group_terraform from './services/ec2/security-group.terraform.ts';
import services_iam_access_key_terraform from './services/iam/access-key.terraform.ts';
import services_iam_group_terraform from './services/iam/group.terraform.ts';
import services_iam_managed_policy_terraform from './services/iam/managed-policy.terraform.ts';
import services_iam_role_policy_terraform from './services/iam/role-policy.terraform.ts';
import services_iam_role_terraform from './services/iam/role.terraform.ts';
import services_iam_user_terraform from './services/iam/user.terraform.ts';
import services_s3_bucket_policy_terraform from './services/s3/bucket-policy.terraform.ts';
import services_s3_bucket_terraform from './services/s3/bucket.terraform.ts';

/** What the types of the AWS provider for Terraform are in the words of CloudFormation. */
export const terraformKnowledge: readonly TerraformKnowledge[] = [
  services_ec2_security_group_egress_terraform,
  services_ec2_security_group_ingress_terraform,
  services_ec2_security_group_terraform,
  services_iam_access_key_terraform,
  services_iam_group_terraform,
  services_iam_managed_policy_terraform,
  services_iam_role_policy_terraform,
  services_iam_role_terraform,
  services_iam_user_terraform,
  services_s3_bucket_policy_terraform,
  services_s3_bucket_terraform,
];
