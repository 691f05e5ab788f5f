import type { Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { descend } from '../answer.ts';
import type { Going } from './going.ts';
import { remembered } from './remembered.ts';

const inCluster: readonly string[] = [
  'AWS::EKS::Nodegroup',
  'AWS::EKS::PodIdentityAssociation',
  'AWS::EKS::Addon',
  'AWS::EKS::AccessEntry',
];

/** Something of a cluster, and when it belongs to it. */
export interface ClusterPart {
  readonly part: Resource;
  readonly guard: Guard;
}

/** Node groups, add-ons, roles for pods and access entries of each cluster. */
const partsByCluster = remembered((ask): ReadonlyMap<Resource, readonly ClusterPart[]> => {
  const found = new Map<Resource, ClusterPart[]>();
  for (const type of inCluster)
    for (const part of ask.system.ofType(type)) {
      const name = part.properties.entries.get('ClusterName');
      for (const end of name === undefined ? [] : ask.system.resolve(name, part.id, ['AWS::EKS::Cluster']))
        if (end.kind === 'resource')
          found.set(end.resource, [...(found.get(end.resource) ?? []), { part, guard: end.guard }]);
    }
  return found;
});

/** Those of one type. */
export function partsOf(ask: Questions, cluster: Resource, type: string): readonly ClusterPart[] {
  return (partsByCluster(ask).get(cluster) ?? []).filter(({ part }) => part.type === type);
}

/**
 * Do access entries count? Made by code or API without saying how, a cluster asks its own list alone, until somebody changes
 * that. https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html
 */
export function takesAccessEntries({ properties }: Resource): boolean {
  const stated = descend(properties, ['AccessConfig', 'AuthenticationMode']);
  const mode = stated === undefined ? 'CONFIG_MAP' : literalOf(textOf(stated) ?? []);
  return mode !== 'CONFIG_MAP';
}

/** The API of the cluster is reached from the internet; else the attacker needs a way to it. */
export function reachesApi({ address, properties }: Resource): Going {
  const open = descend(properties, ['ResourcesVpcConfig', 'EndpointPublicAccess']);
  const isClosed = open?.kind === 'literal' && String(open.value) === 'false';
  return { proof: [], ...(isClosed && { provided: `the attacker reaches the API of ${address}` }) };
}
