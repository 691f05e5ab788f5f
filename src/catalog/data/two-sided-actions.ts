/**
 * Actions that the caller's own policies must allow and the resource's as well, within one account too, in lower case. Of
 * OpenSearch Serverless: data is used with the IAM permission aoss:APIAccessAll and a data access policy, both.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/security-iam-serverless.html
 */
const twoSided: ReadonlySet<string> = new Set(['aoss:apiaccessall']);

export function needsBothSides(action: string): boolean {
  return twoSided.has(action);
}
