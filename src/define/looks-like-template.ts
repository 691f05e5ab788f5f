import { isCredentialReport } from './account/credential-report.ts';

/** What a text is, as far as a cheap look tells; parsing decides. */
export type Look = 'template' | 'system' | 'account' | 'organization' | 'terraform-plan' | 'terraform-state' | 'other';

const resources = /(^|[\r\n{,])[ \t]*["']?Resources["']?[ \t]*:/;
const marker = /(^|[\r\n{,])[ \t]*["']?(AWSTemplateFormatVersion|Transform)["']?[ \t]*:/;
const resourceType = /["']?Type["']?[ \t]*:[ \t]*["']?(AWS|Alexa|Custom)::/;

const accountList = /(^|[\r\n{,])[ \t]*["']?(UserDetailList|GroupDetailList|RoleDetailList)["']?[ \t]*:/;
const organization =
  /(^|[\r\n{,])[ \t]*["']?(kind["']?[ \t]*:[ \t]*["']?organization["']?[ \t]*([\r\n,}]|$)|list-policies-for-target["']?[ \t]*:)/;

/** What is it worth parsing as? Linear in the text, no parsing. */
export function lookAt(text: string): Look {
  const start = text.slice(0, 4096);
  if (/^\s*\{\s*"kind"\s*:\s*"system"/.test(start)) return 'system';
  const terraform = terraformLook(start);
  if (terraform !== undefined) return terraform;
  if (resources.test(text) && (marker.test(text) || resourceType.test(text))) return 'template';
  if (accountList.test(text) || isCredentialReport(text)) return 'account';
  return organization.test(text) ? 'organization' : 'other';
}

/** Terraform writes its version near the top of what it writes, before anything of the user's. */
function terraformLook(start: string): 'terraform-plan' | 'terraform-state' | undefined {
  if (!/"terraform_version"\s*:/.test(start)) return undefined;
  if (/"format_version"\s*:/.test(start)) return 'terraform-plan';
  return /"version"\s*:\s*\d/.test(start) && /"(lineage|serial|resources)"\s*:/.test(start)
    ? 'terraform-state'
    : undefined;
}

/** Is it a configuration file of Terraform, by its name? */
export function isTerraformFile(path: string): boolean {
  return /\.tf(\.json)?$/.test(path);
}

/** Is it a file that gives values to variables of Terraform, by its name? */
export function isVariableFile(path: string): boolean {
  return /\.tfvars(\.json)?$/.test(path);
}

/** Is it the manifest of a CDK cloud assembly? */
export function looksLikeManifest(text: string): boolean {
  return /"artifacts"\s*:/.test(text) && /"version"\s*:/.test(text);
}

/** Extensions that templates have, and what is told by its content. */
export function hasTemplateExtension(path: string): boolean {
  return /\.(ya?ml|json|template|tfstate)$/i.test(path);
}

/** Why a file is left alone that looks like nothing that is read. */
export const notInput =
  'it does not look like a CloudFormation template, a plan or state of Terraform, an account or an organization';
