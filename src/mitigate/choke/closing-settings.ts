import type { ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import type { Resource } from '../../model/resource.ts';
import { type ChangeContext, changeOfPart } from './change-context.ts';
import { literalText, partAt } from './stated.ts';

/** One property that decides whether strangers get at a resource. */
interface ClosingSetting {
  readonly property: string;
  readonly closed: boolean;
  readonly control: string;
  /** As of changes: who comes by a public address to a data store is none of the system, guests are meant by somebody. */
  readonly loss: number;
  /** What it does, of the resource with this address. */
  title(address: string): string;
  /** Does the premise rest on its being open? */
  opens(item: ProofItem, resource: Resource): boolean;
}

const publicAddress: ClosingSetting = {
  property: 'PubliclyAccessible',
  closed: false,
  control: 'private-placement',
  loss: 1,
  title: (address) => `Give ${address} no public address`,
  opens: (item, { id }) => item.kind === 'reachable' && item.from === 'internet' && item.to === id,
};

/** By type, from its page in the CloudFormation reference. */
const closingSettings: Readonly<Record<string, ClosingSetting>> = {
  'AWS::RDS::DBInstance': publicAddress,
  'AWS::Redshift::Cluster': publicAddress,
  'AWS::DMS::ReplicationInstance': publicAddress,
  'AWS::AmazonMQ::Broker': publicAddress,
  'AWS::Cognito::IdentityPool': {
    property: 'AllowUnauthenticatedIdentities',
    closed: false,
    control: 'authentication',
    loss: 5,
    title: (address) => `Let no guests into ${address}`,
    opens: (item, { id }) => item.kind === 'trusted' && item.by === id,
  },
};

/** The setting that closes what a premise says is open to strangers. */
export function closingChanges(item: ProofItem, context: ChangeContext): readonly Change[] {
  const at = item.kind === 'reachable' ? item.to : item.kind === 'trusted' ? item.by : undefined;
  const resource = at === undefined ? undefined : context.resource(at);
  const setting = resource === undefined ? undefined : closingSettings[resource.type];
  if (resource === undefined || setting === undefined || !setting.opens(item, resource)) return [];
  const { property, closed, control, loss, title, opens } = setting;
  if (literalText(partAt(resource.properties, [property])) === String(closed)) return [];
  const change = changeOfPart(context, {
    control,
    title: title(resource.address),
    resource,
    place: [property],
    value: String(closed),
    loss,
    hits: (other) => opens(other, resource),
    edit: ({ origin }) => ({ kind: 'literal', value: closed, origin }),
  });
  return change === undefined ? [] : [change];
}
