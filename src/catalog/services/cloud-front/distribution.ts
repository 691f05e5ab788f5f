import type { LogSource, Protection } from '../../../model/dimension.ts';
import type { Authentication, EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { allFacts, bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { flag, present, word } from '../../answer.ts';
import { atEdge } from '../../aws-api.ts';
import { allTrue, anyTrue } from '../../combine-facts.ts';
import { ifGiven } from '../../if-given.ts';
import { protectionsBy } from '../wafv2/web-acl-force.ts';
import { behaviours, plainTextAllowed, plainTextPlace } from './cache-behaviours.ts';
import { distributionForwards, signsToBuckets } from './distribution-forwards.ts';
import { secretHeaders } from './secret-headers.ts';
import { securityHeaders } from './security-headers.ts';

export default defineService({
  type: 'AWS::CloudFront::Distribution',
  title: 'CloudFront distribution',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html',
  facts: {
    placement: atEdge,
    runsAs: notApplicable('a distribution has no role; it signs requests to origins as CloudFront itself'),
    endpoints,
    encryptionAtRest: notApplicable('a distribution keeps copies for a while, on disks that AWS encrypts'),
    encryptionInTransit,
    logging,
    recovery: notApplicable('a distribution holds nothing that could be lost'),
    secretsInClear: secretHeaders,
    software: notApplicable('CloudFront runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a distribution has no policy of its own'),
  },
  structure: {
    forwards: distributionForwards,
    protections,
    settings: (view) => given({ signsToBuckets: signsToBuckets(view) }),
  },
  ignored: {},
});

function protections(view: ResourceView): Fact<readonly Protection[]> {
  return bindFact(protectionsBy(view, 'DistributionConfig.WebACLId'), (byAcl) =>
    mapFact(securityHeaders(view), (headers) => [...byAcl, ...headers]),
  );
}

function encryptionInTransit(view: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(
    allFacts({ plain: plainTextAllowed(view), tls: minimumTls(view) }),
    ({ plain, tls }): EncryptionInTransit => ({ state: plain ? 'optional' : 'required', minimumTls: tls }),
  );
}

type Tls = NonNullable<EncryptionInTransit['minimumTls']>;

/**
 * CloudFront's own certificate fixes TLSv1, whatever is asked; with a certificate of the customer TLSv1 is the default.
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
 */
function minimumTls(view: ResourceView): Fact<Tls> {
  const certificate = 'DistributionConfig.ViewerCertificate';
  const own = anyTrue([
    present(view, `${certificate}.AcmCertificateArn`),
    present(view, `${certificate}.IamCertificateId`),
  ]);
  return bindFact(own, (isOwn): Fact<Tls> => {
    if (!isOwn) return byDefault('1.0');
    return mapFact(word(view, `${certificate}.MinimumProtocolVersion`, 'TLSv1'), (policy): Tls => {
      const [, version] = /^TLSv(1\.[1-3])/.exec(policy) ?? [];
      return version === '1.1' || version === '1.2' || version === '1.3' ? version : '1.0';
    });
  });
}

/** Port 443 always answers; port 80 too, unless every request there is refused or redirected. */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  return bindFact(flag(view, 'DistributionConfig.Enabled', true), (enabled): Fact<readonly Endpoint[]> => {
    if (!enabled) return given([]);
    const origin = view.origin('DistributionConfig.DefaultCacheBehavior');
    const audience: Endpoint['audience'] = byDefault('internet');
    const common = { authentication: authentication(view), audience, origin };
    const secure: Endpoint = { ...common, protocol: 'https', port: 443, encrypted: byDefault('required') };
    const allowed = plainTextAllowed(view);
    const assumes = allowed.kind === 'known' ? allowed.assumes : [];
    const plain: Endpoint = {
      ...common,
      origin: plainTextPlace(view) ?? origin,
      protocol: 'http',
      port: 80,
      encrypted: given('none', [], assumes),
    };
    return mapFact(allowed, (isAllowed) => (isAllowed ? [secure, plain] : [secure]));
  });
}

/** Viewers are known only when every behaviour demands signed requests, or all connections a certificate. */
function authentication(view: ResourceView): Fact<Authentication> {
  return bindFact(word(view, 'DistributionConfig.ViewerMtlsConfig.Mode', 'off'), (mode): Fact<Authentication> => {
    if (mode.toLowerCase() === 'required') return given('mutual-tls');
    const signed = bindFact(behaviours(view), (all) =>
      allTrue(
        all.map((behaviour) => anyTrue([present(behaviour, 'TrustedKeyGroups'), present(behaviour, 'TrustedSigners')])),
      ),
    );
    return mapFact(signed, (every): Authentication => (every ? 'signed' : 'none'));
  });
}

function logging(view: ResourceView): Fact<readonly LogSource[]> {
  const on = (to: Value) => given<readonly LogSource[]>([{ what: 'access', on: true, to }]);
  const off = () => byDefault<readonly LogSource[]>([{ what: 'access', on: false }], [view.origin()]);
  return ifGiven(view, 'DistributionConfig.Logging.Bucket', {
    whenGiven: on,
    otherwise: () =>
      ifGiven(view, 'DistributionConfig.DefaultCacheBehavior.RealtimeLogConfigArn', { whenGiven: on, otherwise: off }),
  });
}
