import type { Expansion, SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isTrue } from '../fields.ts';
import { getAtt, type Made, ref } from '../made.ts';
import { put } from '../put.ts';
import { basePaths, domainOf, mutualTls } from './domain.ts';
import { putRecordSets } from './record-sets.ts';

/** What an API of API Gateway v2 says for its domain name. */
export interface HttpDomainOptions {
  readonly stageId: string;
  readonly prefix: string;
  /** Key of the tag that the transform sets. */
  readonly createdBy: string;
}

/** The domain name, its mappings and its records in Route 53 for an HTTP or WebSocket API. */
export function putHttpDomain(api: SamResource, options: HttpDomainOptions, expansion: Expansion) {
  const domain = domainOf(api, options.prefix, expansion);
  if (domain === undefined) return;
  const { given, entry, id, endpoint } = domain;
  const propagated = isTrue(fieldOf(api.properties, 'PropagateTags')) ? entriesOf(fieldOf(api.properties, 'Tags')) : [];
  put(expansion, api, {
    id,
    type: 'AWS::ApiGatewayV2::DomainName',
    properties: {
      DomainName: entryOf(given, 'DomainName')?.value,
      DomainNameConfigurations: [
        {
          CertificateArn: entryOf(given, 'CertificateArn')?.value,
          EndpointType: endpoint,
          SecurityPolicy: entryOf(given, 'SecurityPolicy')?.value,
          OwnershipVerificationCertificateArn: entryOf(given, 'OwnershipVerificationCertificateArn')?.value,
          IpAddressType: entryOf(given, 'IpAddressType')?.value,
        },
      ],
      MutualTlsAuthentication: mutualTls(given),
      Tags: new Map<string, Made>([
        ...propagated.map(({ key, value }) => [key, value] as const),
        [options.createdBy, 'SAM'],
      ]),
    },
    at: entry,
  });
  for (const { path, suffix } of basePaths(given)) {
    put(expansion, api, {
      id: `${api.id}${suffix}ApiMapping`,
      type: 'AWS::ApiGatewayV2::ApiMapping',
      properties: { ApiId: ref(api.id), DomainName: ref(id), Stage: ref(options.stageId), ApiMappingKey: path },
      at: entry,
    });
  }
  const alias = { HostedZoneId: getAtt(id, 'RegionalHostedZoneId'), DNSName: getAtt(id, 'RegionalDomainName') };
  putRecordSets(domain, alias, expansion);
}
