import type { Protection } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { present, property } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { followValue } from '../../follow.ts';

const HEADERS = ['StrictTransportSecurity', 'ContentSecurityPolicy', 'FrameOptions', 'ContentTypeOptions'];

/** Does a response headers policy make browsers refuse plain text, foreign frames or foreign scripts? */
export function namesSecurityHeaders(policy: ResourceView): Fact<boolean> {
  const path = 'ResponseHeadersPolicyConfig.SecurityHeadersConfig';
  return anyTrue(HEADERS.map((header) => present(policy, `${path}.${header}`)));
}

/**
 * Policies of AWS that name security headers.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
 */
const managed: ReadonlySet<string> = new Set([
  '67f7725c-6f97-4210-82d7-5512b31e9d03',
  'e61eb60c-9c35-4d20-a928-2b84e02af89c',
  'eaab4381-ed33-4a86-88ca-d9558dc6cd63',
]);

/** The headers that the default behaviour of a distribution adds; none when it names no policy. */
export function securityHeaders(view: ResourceView): Fact<readonly Protection[]> {
  const path = 'DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId';
  return mapFact(property(view, path), (policy): readonly Protection[] =>
    policy === undefined
      ? []
      : [{ control: 'security-headers', inForce: inForce(view, policy), by: policy, origin: policy.origin }],
  );
}

function inForce(view: ResourceView, policy: Value): Fact<boolean> {
  const id = literalOf(textOf(policy) ?? []);
  if (id !== undefined && managed.has(id)) return given(true);
  const followed = followValue(view, policy, {
    types: ['AWS::CloudFront::ResponseHeadersPolicy'],
    what: 'response headers policy',
  });
  return bindFact(followed, (found) => (found === undefined ? byDefault(false) : namesSecurityHeaders(found)));
}
