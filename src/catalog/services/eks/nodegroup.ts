import type { Recovery } from '../../../model/data-keeping.ts';
import type { Endpoint, Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs, Software, Workload } from '../../../model/workload.ts';
import { present, property, word } from '../../answer.ts';
import { engineSoftware } from '../../engine-software.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { diskEncryption, instancePlacement, instanceWorkload, userDataSecrets } from '../ec2/instance-answers.ts';
import { launchSettings } from '../ec2/launch-settings.ts';

export default defineService({
  type: 'AWS::EKS::Nodegroup',
  title: 'EKS node group',
  element: 'process',
  service: 'infrastructure',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html',
  facts: {
    placement: (view) => instancePlacement(settingsOf(view), guardedMembers(view, 'Subnets')),
    runsAs: rolesOf,
    endpoints: endpointsOf,
    encryptionAtRest: (view) => diskEncryption(settingsOf(view)),
    encryptionInTransit: notApplicable('the software inside decides about TLS'),
    logging: notApplicable('logs are written by software inside the nodes'),
    recovery: () =>
      byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'by-placement' }),
    secretsInClear: (view) => userDataSecrets(settingsOf(view)),
    software: softwareOf,
    resourcePolicy: notApplicable('node groups have no resource policies'),
  },
  structure: { workload: workloadOf, forwards: forwardsOf },
  ignored: {},
});

/** What a launch template adds; EKS fills in the rest. */
function settingsOf(view: ResourceView): ResourceView {
  return launchSettings(view, { templates: ['LaunchTemplate'] });
}

/**
 * Kubernetes, and the system of the image. Images on Amazon Linux 2 are not made any more since 2025-11-26
 * (https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html).
 */
function softwareOf(view: ResourceView): Fact<readonly Software[]> {
  const kubernetes = engineSoftware(view, { engine: given('kubernetes'), version: 'Version' });
  const image = word(view, 'AmiType', '');
  if (image.kind === 'known' && !image.value.startsWith('AL2_')) return kubernetes;
  return bindFact(image, (type) => {
    if (!type.startsWith('AL2_')) return kubernetes;
    const old: Software = { product: 'node image on amazon linux 2', endOfSupport: '2025-11-26' };
    if (view.read('Version') === undefined) return given([old]);
    return mapFact(kubernetes, (found) => [...found, old]);
  });
}

/** Pods on the node can take the node's credentials unless they are kept from the metadata service. */
function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'NodeRole'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'ec2.amazonaws.com' }],
  );
}

/** Nodes join the cluster through its API server. */
function forwardsOf(view: ResourceView): Fact<readonly Forward[]> {
  return flowsOf(
    view,
    statedFlow(view.read('ClusterName'), { kind: 'request', because: `${view.resource.address} joins its cluster` }),
  );
}

/** With a key EKS opens port 22 of the nodes, to the given groups or to every address (RemoteAccess). */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return mapFact(present(view, 'RemoteAccess.Ec2SshKey'), (key) =>
    key
      ? [
          {
            protocol: 'ssh',
            port: 22,
            authentication: byDefault('signed'),
            audience: byDefault('network'),
            encrypted: byDefault('required'),
            origin: view.origin('RemoteAccess'),
          },
        ]
      : [],
  );
}

/**
 * Without a launch template EKS decides: Amazon Linux 2023 nodes demand session tokens, Amazon Linux 2 nodes do not
 * (https://docs.aws.amazon.com/eks/latest/userguide/al2023.html).
 */
function workloadOf(view: ResourceView): Fact<Workload> {
  return bindFact(stated(view, 'LaunchTemplate'), (template) => {
    if (template) return instanceWorkload(settingsOf(view));
    const metadata = bindFact(word(view, 'AmiType', 'AL2023_x86_64_STANDARD'), (type): Workload['metadata'] => {
      if (type.startsWith('AL2023')) return given<'token-required'>('token-required');
      if (type.startsWith('AL2_')) return given<'token-optional'>('token-optional');
      return unknown(`images of type ${type} decide`, `metadata options of ${view.resource.address}`);
    });
    return given({ metadata, privileged: byDefault(false), controlPlaneShells: [], code: [] });
  });
}
