import type { MappingEntry, MappingNode, Node } from '../../cloudformation/node.ts';
import { canonicalJson, contentId } from '../content-id.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import {
  entriesOf,
  entryOf,
  fieldOf,
  isCall,
  isFalse,
  isNoValue,
  isPlainMap,
  isTrue,
  itemsOf,
  textAt,
  textOf,
} from '../fields.ts';
import { getAtt, type Made, type MadeObject, ref } from '../made.ts';
import { put } from '../put.ts';
import { settled } from '../settled.ts';
import { putRecordSets } from './record-sets.ts';

/** The name under which clients call an API: what `Domain` says of it. */
export interface Domain {
  readonly api: SamResource;
  readonly entry: MappingEntry;
  readonly given: MappingNode;
  readonly id: string;
  readonly endpoint: string;
}

/** Opens `Domain` of an API; undefined without one, or when it lacks what it needs. */
export function domainOf(api: SamResource, prefix: string, expansion: Expansion): Domain | undefined {
  const entry = entryOf(api.properties, 'Domain');
  if (entry === undefined || isNoValue(entry.value)) return undefined;
  const given = settled(entry.value, expansion);
  const faults = domainFaults(given);
  for (const fault of faults) {
    diagnose(expansion, 'sam-invalid-property', `Domain of ${api.id} ${fault}; correct it`, entry.keyOrigin);
  }
  const name = fieldOf(given, 'DomainName');
  if (faults.length > 0 || name === undefined || !isPlainMap(given)) return undefined;
  const endpoint = textAt(given, 'EndpointConfiguration') ?? 'REGIONAL';
  const suffix = endpoint === 'PRIVATE' ? 'V2' : '';
  const id = contentId(`${prefix}${suffix}`, textOf(name) ?? canonicalJson(name));
  return { api, entry, given, id, endpoint };
}

function domainFaults(given: Node): readonly string[] {
  if (!isPlainMap(given)) return ['must be a map'];
  const faults = ['DomainName', 'CertificateArn'].flatMap((name) =>
    fieldOf(given, name) === undefined ? [`needs ${name}`] : [],
  );
  const endpoint = textAt(given, 'EndpointConfiguration');
  if (endpoint !== undefined && !['EDGE', 'REGIONAL', 'PRIVATE'].includes(endpoint))
    faults.push('knows the EndpointConfiguration EDGE, REGIONAL and PRIVATE only');
  for (const name of ['Route53', 'MutualTlsAuthentication', 'AccessAssociation']) {
    const part = fieldOf(given, name);
    if (part !== undefined && !isPlainMap(part) && !isCall(part)) faults.push(`must have a map as ${name}`);
  }
  const unknown = entriesOf(fieldOf(given, 'MutualTlsAuthentication')).filter(
    ({ key }) => key !== 'TruststoreUri' && key !== 'TruststoreVersion',
  );
  if (unknown.length > 0) faults.push('knows TruststoreUri and TruststoreVersion in MutualTlsAuthentication only');
  const route = fieldOf(given, 'Route53');
  if (
    isPlainMap(route) &&
    fieldOf(route, 'HostedZoneId') === undefined &&
    fieldOf(route, 'HostedZoneName') === undefined
  )
    faults.push('needs HostedZoneId or HostedZoneName in Route53');
  const separate = fieldOf(route, 'SeparateRecordSetGroup');
  if (separate !== undefined && !isTrue(separate) && !isFalse(separate))
    faults.push('needs true or false as SeparateRecordSetGroup');
  const paths = fieldOf(given, 'BasePath');
  if (paths !== undefined && itemsOf(paths).some((path) => textOf(path) === undefined))
    faults.push('takes texts as BasePath');
  return faults;
}

/** Mutual TLS: a bundle of certificates in S3. */
export function mutualTls(given: Node): Made {
  const mutual = fieldOf(given, 'MutualTlsAuthentication');
  if (mutual === undefined) return undefined;
  const version = entryOf(mutual, 'TruststoreVersion');
  return {
    TruststoreUri: entryOf(mutual, 'TruststoreUri'),
    TruststoreVersion: textOf(version?.value) === '0' ? undefined : version,
  };
}

/** Base paths with the part of a logical id that they give; an undefined path is that of the whole API. */
export function basePaths(given: Node): readonly { readonly path: string | undefined; readonly suffix: string }[] {
  const paths = itemsOf(fieldOf(given, 'BasePath')).map((path) => textOf(path) ?? '');
  const keep = isFalse(fieldOf(given, 'NormalizeBasePath'));
  if (paths.length === 0) return [{ path: undefined, suffix: '' }];
  return paths.map((path) => {
    const plain = path.replace(/[^A-Za-z0-9]/g, '');
    return { path: keep ? path : plain, suffix: plain };
  });
}

/** The domain name, its mappings and its records in Route 53 for a REST API. */
export function putRestDomain(api: SamResource, stageId: string, expansion: Expansion) {
  const domain = domainOf(api, 'ApiGatewayDomainName', expansion);
  if (domain === undefined) return;
  const { given, entry, id, endpoint } = domain;
  const isPrivate = endpoint === 'PRIVATE';
  const certificate = endpoint === 'REGIONAL' ? 'RegionalCertificateArn' : 'CertificateArn';
  put(expansion, api, {
    id,
    type: isPrivate ? 'AWS::ApiGateway::DomainNameV2' : 'AWS::ApiGateway::DomainName',
    properties: {
      DomainName: entryOf(given, 'DomainName')?.value,
      [certificate]: entryOf(given, 'CertificateArn')?.value,
      EndpointConfiguration: { Types: [endpoint], IpAddressType: entryOf(given, 'IpAddressType')?.value },
      MutualTlsAuthentication: mutualTls(given),
      SecurityPolicy: entryOf(given, 'SecurityPolicy')?.value,
      EndpointAccessMode: entryOf(given, 'EndpointAccessMode')?.value,
      OwnershipVerificationCertificateArn: entryOf(given, 'OwnershipVerificationCertificateArn')?.value,
      Policy: isPrivate ? entryOf(given, 'Policy')?.value : undefined,
    },
    at: entry,
  });
  const target = isPrivate ? { DomainNameArn: ref(id) } : { DomainName: ref(id) };
  for (const { path, suffix } of basePaths(given)) {
    put(expansion, api, {
      id: `${api.id}${suffix}BasePathMapping`,
      type: isPrivate ? 'AWS::ApiGateway::BasePathMappingV2' : 'AWS::ApiGateway::BasePathMapping',
      properties: { ...target, RestApiId: ref(api.id), Stage: ref(stageId), BasePath: path },
      at: entry,
    });
  }
  putAccessAssociation(domain, expansion);
  putRecordSets(domain, restAlias(domain), expansion);
}

/** Where records for the domain lead. CloudFront has one hosted zone for all its names. */
function restAlias({ given, id, endpoint }: Domain): MadeObject {
  const route = fieldOf(given, 'Route53');
  if (endpoint === 'REGIONAL')
    return { HostedZoneId: getAtt(id, 'RegionalHostedZoneId'), DNSName: getAtt(id, 'RegionalDomainName') };
  if (endpoint === 'PRIVATE') {
    return {
      HostedZoneId: entryOf(route, 'VpcEndpointHostedZoneId')?.value,
      DNSName: entryOf(route, 'VpcEndpointDomainName')?.value,
    };
  }
  const DNSName = entryOf(route, 'DistributionDomainName')?.value ?? getAtt(id, 'DistributionDomainName');
  return { HostedZoneId: 'Z2FDTNDATAQYW2', DNSName };
}

/** Lets a VPC endpoint reach a private domain name. */
function putAccessAssociation({ api, given, id }: Domain, expansion: Expansion) {
  const entry = entryOf(given, 'AccessAssociation');
  const endpoint = fieldOf(entry?.value, 'VpcEndpointId');
  if (entry === undefined || endpoint === undefined) return;
  put(expansion, api, {
    id: contentId('DomainNameAccessAssociation', `${id}${textOf(endpoint) ?? canonicalJson(endpoint)}`),
    type: 'AWS::ApiGateway::DomainNameAccessAssociation',
    properties: {
      AccessAssociationSource: endpoint,
      AccessAssociationSourceType: 'VPCE',
      DomainNameArn: ref(id),
    },
    at: entry,
  });
}
