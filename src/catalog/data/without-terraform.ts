/** Types known in depth that the AWS provider for Terraform has no resource for, each with the reason. */
export const withoutTerraform: Readonly<Record<string, string>> = {};
