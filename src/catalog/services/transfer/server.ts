import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { choose, members, present, property, word } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { guardedMembers } from '../../guarded-members.ts';

export default defineService({
  type: 'AWS::Transfer::Server',
  title: 'file transfer server',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-transfer-server.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: endpointsOf,
    encryptionAtRest: notApplicable('files lie in a bucket or file system, which answers'),
    encryptionInTransit: transitOf,
    logging: logsOf,
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('users and their keys are resources of their own'),
    software: notApplicable('AWS runs Transfer Family'),
    resourcePolicy: notApplicable('servers have no resource policies'),
  },
  ignored: {
    Certificate: 'which certificate FTPS shows',
    IdentityProviderDetails: 'where users are looked up; who they are is told at sign-in',
    IdentityProviderType: 'where users are looked up; who they are is told at sign-in',
    IpAddressType: 'IPv4 or both',
    PostAuthenticationLoginBanner: 'a text',
    PreAuthenticationLoginBanner: 'a text',
    SecurityPolicyName: 'which ciphers are taken; the table of policies is not here yet',
    ProtocolDetails: 'how protocols are spoken',
  },
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'LoggingRole'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'transfer.amazonaws.com' }],
  );
}

/** In a VPC only when asked for; then it has the addresses that it is given. */
function placementOf(view: ResourceView): Fact<Placement> {
  return mapFact(
    word(view, 'EndpointType', 'PUBLIC'),
    (type): Placement => ({
      zone: type === 'PUBLIC' ? 'region' : 'vpc',
      subnets: guardedMembers(view, 'EndpointDetails.SubnetIds'),
      securityGroups: guardedMembers(view, 'EndpointDetails.SecurityGroupIds'),
      publicAddress: byDefault(guardedMembers(view, 'EndpointDetails.AddressAllocationIds').length > 0 ? 'yes' : 'no'),
    }),
  );
}

const ports: Readonly<Record<string, number>> = { SFTP: 22, FTP: 21, FTPS: 21, AS2: 5080 };

/** https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const audiences = { PUBLIC: 'internet', VPC: 'network', VPC_ENDPOINT: 'network' } as const;
  return mapFact(protocolsOf(view), (protocols): readonly Endpoint[] =>
    protocols.map((protocol) => ({
      protocol: protocol.toLowerCase(),
      port: ports[protocol] ?? null,
      authentication: byDefault('password'),
      audience: choose(word(view, 'EndpointType', 'PUBLIC'), audiences, 'EndpointType'),
      encrypted: byDefault(protocol === 'FTP' ? 'none' : 'required'),
      internal: true,
      origin: view.origin('EndpointType'),
    })),
  );
}

/** SFTP alone unless others are named. */
function protocolsOf(view: ResourceView): Fact<readonly string[]> {
  return mapFact(members(view, 'Protocols'), (items) => {
    const named = items.flatMap((item) => literalOf(textOf(item) ?? []) ?? []);
    return named.length === 0 ? ['SFTP'] : named;
  });
}

function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(
    protocolsOf(view),
    (protocols): EncryptionInTransit => ({
      state: protocols.includes('FTP') ? 'optional' : 'required',
    }),
  );
}

function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  const on = anyTrue([
    present(view, 'LoggingRole'),
    mapFact(members(view, 'StructuredLogDestinations'), (destinations) => destinations.length > 0),
  ]);
  return mapFact(on, (is): readonly LogSource[] => [{ what: 'audit', on: is }]);
}
