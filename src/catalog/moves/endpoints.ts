import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, type Text } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { remembered } from './remembered.ts';

/** A VPC endpoint of the system, with the VPC from which requests come through it. */
export interface VpcEndpoint {
  readonly endpoint: Resource;
  readonly vpc: ResourceId;
  /** `com.amazonaws.eu-west-1.s3`. */
  readonly service: Text | undefined;
  /** A route to S3 or DynamoDB rather than an interface. */
  readonly isGateway: boolean;
}

/** Endpoints to services of AWS whose VPC is in the input. */
export const vpcEndpoints = remembered((ask): readonly VpcEndpoint[] =>
  ask.system.ofType('AWS::EC2::VPCEndpoint').flatMap((endpoint) =>
    casesOf(ask.system.fact(endpoint.id, 'network')).flatMap(({ fact }) =>
      (fact.kind === 'known' ? fact.value : []).flatMap((part): readonly VpcEndpoint[] => {
        if (part.kind !== 'endpoint' || part.appliances === true || part.vpc === undefined) return [];
        const service = part.service === undefined ? undefined : textOf(part.service);
        return ask.system
          .resolve(part.vpc, endpoint.id, ['AWS::EC2::VPC'])
          .flatMap((end) =>
            end.kind === 'resource' ? [{ endpoint, vpc: end.resource.id, service, isGateway: part.gateway }] : [],
          );
      }),
    ),
  ),
);

/** Services that an endpoint calls otherwise than IAM. https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html */
const otherNames: Readonly<Record<string, string>> = {
  kinesis: 'kinesis-streams',
  firehose: 'kinesis-firehose',
  cloudwatch: 'monitoring',
};

/** Do requests for this action go through the endpoint? True where its service is not known. */
export function serves({ service }: VpcEndpoint, action: string): boolean {
  const name = service === undefined ? undefined : literalOf(service.slice(-1));
  if (name === undefined) return true;
  const prefix = action.slice(0, action.indexOf(':'));
  const labels = name.split('.');
  return labels.includes(prefix) || labels.includes(otherNames[prefix] ?? prefix);
}
