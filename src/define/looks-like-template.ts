/** What a text is, as far as a cheap look tells; parsing decides. */
export type Look = 'template' | 'system' | 'other';

const resources = /(^|[\r\n{,])[ \t]*["']?Resources["']?[ \t]*:/;
const marker = /(^|[\r\n{,])[ \t]*["']?(AWSTemplateFormatVersion|Transform)["']?[ \t]*:/;
const resourceType = /["']?Type["']?[ \t]*:[ \t]*["']?(AWS|Alexa|Custom)::/;

/** Is it worth parsing as a CloudFormation template? Linear in the text, no parsing. */
export function lookAt(text: string): Look {
  if (/^\s*\{\s*"kind"\s*:\s*"system"/.test(text.slice(0, 4096))) return 'system';
  if (!resources.test(text)) return 'other';
  return marker.test(text) || resourceType.test(text) ? 'template' : 'other';
}

/** Is it the manifest of a CDK cloud assembly? */
export function looksLikeManifest(text: string): boolean {
  return /"artifacts"\s*:/.test(text) && /"version"\s*:/.test(text);
}

/** Extensions that CloudFormation templates have. */
export function hasTemplateExtension(path: string): boolean {
  return /\.(ya?ml|json|template)$/i.test(path);
}
