import type { MappingEntry, Node } from '../../cloudformation/node.ts';
import { amend } from '../amend.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, fieldOf, referenced, textOf } from '../fields.ts';
import { type Made, type MadeObject, madeNode, openedList, sub } from '../made.ts';
import { dependsOnOf, put } from '../put.ts';
import { type End, readEnd } from './ends.ts';
import { type Access, type Permission, type Profile, profiles } from './profiles.ts';

/** A connector: between which ends, and what for. */
export interface Connector {
  readonly id: string;
  readonly source: Node;
  readonly destinations: readonly Node[];
  readonly permissions: readonly string[];
  /** The part of the template that asks for it. */
  readonly entry: MappingEntry;
  /** The resource whose attributes what it makes has. */
  readonly cause: SamResource;
}

/** Writes what a connector becomes; the ids of that, for those who depend on the connector. */
export function connect(
  connector: Connector,
  mappings: ReadonlyMap<string, readonly SamResource[]>,
  expansion: Expansion,
) {
  const made: string[] = [];
  const { id, source, destinations, entry } = connector;
  destinations.forEach((destination, index) => {
    const suffix = destinations.length > 1 ? `Destination${index}` : '';
    const from = readEnd(source, `Source of connector ${id}`, entry, expansion);
    const to = readEnd(destination, `Destination of connector ${id}`, entry, expansion);
    if (from === undefined || to === undefined) return;
    const profile = profiles[from.type]?.[to.type];
    if (profile === undefined) {
      const message = `connector ${id}: no connection from ${from.type} to ${to.type} is known; write the policy yourself`;
      diagnose(expansion, 'sam-unsupported-connector', message, entry.keyOrigin);
      return;
    }
    if (!permitted(connector, profile, expansion)) return;
    const names = writePart({ connector, from, to, suffix, expansion }, profile);
    waitForPolicy(names, { from, to, mappings, expansion });
    made.push(...names);
  });
  return made;
}

function permitted({ id, permissions, entry }: Connector, profile: Profile, expansion: Expansion): boolean {
  const access: Access = 'access' in profile ? profile.access : { Write: [] };
  const wrong = permissions.filter((one) => !(one === 'Read' || one === 'Write') || access[one] === undefined);
  const lonely = access.together === true && permissions.length < 2;
  if (wrong.length === 0 && !lonely && permissions.length > 0) return true;
  const known = (['Read', 'Write'] as const).filter((one) => access[one] !== undefined);
  const message = `connector ${id}: this connection takes Permissions ${known.join(access.together === true ? ' and ' : ' or ')}; correct it`;
  diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
  return false;
}

interface Connection {
  readonly connector: Connector;
  readonly from: End;
  readonly to: End;
  readonly suffix: string;
  readonly expansion: Expansion;
}

function writePart(connection: Connection, profile: Profile): readonly string[] {
  const { connector, from, to, suffix, expansion } = connection;
  const write = (name: string, type: string, properties: MadeObject) => {
    const id = `${connector.id}${name}${suffix}`;
    const attributes = { Metadata: metadataOf(connection), DependsOn: dependsOnOf(connector.cause) };
    put(expansion, connector.cause, { id, type, properties, attributes, at: connector.entry });
    return [id];
  };
  if (profile.kind === 'lambda-permission') {
    return write('WriteLambdaPermission', 'AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: to.arn,
      Principal: profile.principal,
      SourceArn: filled(profile.source, connection),
      SourceAccount: profile.account === true ? sub('<AWS::AccountId>') : undefined,
    });
  }
  if (profile.kind === 'topic-policy' || profile.kind === 'queue-policy') {
    const queue = profile.kind === 'queue-policy';
    const statement = {
      Effect: 'Allow',
      Principal: { Service: profile.principal },
      Resource: to.arn,
      Action: queue ? 'sqs:SendMessage' : 'sns:Publish',
      Condition: { ArnEquals: { 'aws:SourceArn': from.arn } },
    };
    const PolicyDocument = { Version: '2012-10-17', Statement: [statement] };
    return queue
      ? write('QueuePolicy', 'AWS::SQS::QueuePolicy', { PolicyDocument, Queues: [to.queueUrl] })
      : write('TopicPolicy', 'AWS::SNS::TopicPolicy', { PolicyDocument, Topics: [to.arn] });
  }
  return writePolicy(connection, profile, write);
}

type Write = (name: string, type: string, properties: MadeObject) => readonly string[];

/** A policy on the role of the end that acts. */
function writePolicy(connection: Connection, profile: Profile, write: Write): readonly string[] {
  const { connector, from, to, expansion } = connection;
  if (!('access' in profile)) return [];
  const { access } = profile;
  const role = profile.kind === 'source-role' ? from.role : to.role;
  if (role === undefined) {
    const message = `connector ${connector.id}: the role that needs the policy is not known; give its RoleName`;
    diagnose(expansion, 'sam-missing-property', message, connector.entry.keyOrigin);
    return [];
  }
  const Statement = (['Read', 'Write'] as readonly Permission[])
    .filter((one) => connector.permissions.includes(one))
    .flatMap((one) => access[one] ?? [])
    .map(({ actions, resources }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources.map((resource) => filled(resource, connection)),
    }));
  const PolicyDocument = { Version: '2012-10-17', Statement };
  return write('Policy', 'AWS::IAM::ManagedPolicy', { PolicyDocument, Roles: [role] });
}

/** A text of a profile with what it says of the ends. */
function filled(text: string, { from, to }: Connection): Made {
  const values: Readonly<Record<string, Made>> = {
    DestinationArn: to.arn,
    DestinationName: to.name,
    SourceArn: from.arn,
    SourceResourceId: from.resourceId,
    SourceQualifier: from.qualifier,
  };
  const whole = /^<(\w+)>$/.exec(text)?.[1];
  if (whole !== undefined) return values[whole];
  const used = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '');
  return sub(text, used.length === 0 ? undefined : Object.fromEntries(used.map((name) => [name, values[name]])));
}

function metadataOf({ connector, from, to }: Connection): Made {
  const own = { Source: { Type: from.declaredType }, Destination: { Type: to.declaredType } };
  const given = entriesOf(fieldOf(connector.cause.body, 'Metadata')).map((entry) => [entry.key, entry] as const);
  return new Map<string, Made>([...given, ['aws:sam:connectors', new Map([[connector.id, own]])]]);
}

interface Waiting {
  readonly from: End;
  readonly to: End;
  readonly mappings: ReadonlyMap<string, readonly SamResource[]>;
  readonly expansion: Expansion;
}

/**
 * An event source mapping of the template between both ends waits for the policy that lets the function read, and a
 * state machine for the policy that lets it act.
 */
function waitForPolicy(ids: readonly string[], { from, to, mappings, expansion }: Waiting) {
  const machine = from.type === 'AWS::StepFunctions::StateMachine' && to.type === from.type;
  if (from.id !== undefined && machine) dependOn(ids, from.id, expansion);
  for (const mapping of mappings.get(to.id ?? '') ?? []) {
    if (from.id === undefined || referenced(fieldOf(mapping.properties, 'EventSourceArn')) !== from.id) continue;
    dependOn(ids, mapping.id, expansion);
  }
}

function dependOn(ids: readonly string[], resource: string, expansion: Expansion) {
  const origin = expansion.resources.get(resource)?.entry.origin;
  if (origin === undefined) return;
  amend(expansion, resource, (body) => {
    const known = openedList(body, 'DependsOn', origin);
    const named = new Set(known.map((one) => textOf(madeNode(one, origin))));
    known.push(...ids.filter((id) => !named.has(id)));
  });
}
