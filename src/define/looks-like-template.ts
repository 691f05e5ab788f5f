import { isCredentialReport } from './account/credential-report.ts';

/** What a text is, as far as a cheap look tells; parsing decides. */
export type Look = 'template' | 'system' | 'account' | 'organization' | 'other';

const resources = /(^|[\r\n{,])[ \t]*["']?Resources["']?[ \t]*:/;
const marker = /(^|[\r\n{,])[ \t]*["']?(AWSTemplateFormatVersion|Transform)["']?[ \t]*:/;
const resourceType = /["']?Type["']?[ \t]*:[ \t]*["']?(AWS|Alexa|Custom)::/;

const accountList = /(^|[\r\n{,])[ \t]*["']?(UserDetailList|GroupDetailList|RoleDetailList)["']?[ \t]*:/;
const organization =
  /(^|[\r\n{,])[ \t]*["']?(kind["']?[ \t]*:[ \t]*["']?organization["']?[ \t]*([\r\n,}]|$)|list-policies-for-target["']?[ \t]*:)/;

/** What is it worth parsing as? Linear in the text, no parsing. */
export function lookAt(text: string): Look {
  if (/^\s*\{\s*"kind"\s*:\s*"system"/.test(text.slice(0, 4096))) return 'system';
  if (resources.test(text) && (marker.test(text) || resourceType.test(text))) return 'template';
  if (accountList.test(text) || isCredentialReport(text)) return 'account';
  return organization.test(text) ? 'organization' : 'other';
}

/** Is it the manifest of a CDK cloud assembly? */
export function looksLikeManifest(text: string): boolean {
  return /"artifacts"\s*:/.test(text) && /"version"\s*:/.test(text);
}

/** Extensions that CloudFormation templates have. */
export function hasTemplateExtension(path: string): boolean {
  return /\.(ya?ml|json|template)$/i.test(path);
}

/** Why a file is left alone that looks like nothing that is read. */
export const notInput = 'it does not look like a CloudFormation template, an account or an organization';
