import { rolesOf } from '../../catalog/roles-of.ts';
import type { Decision } from '../../model/access.ts';
import type { AnswerOf, AnyDimension } from '../../model/dimension.ts';
import { casesOf, mapFact } from '../../model/fact.ts';
import { always } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Origin } from '../../model/origin.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { shutWays } from './lifted-ways.ts';

/** A state of the system that keeps moves from being made, whatever is allowed. */
export interface StandingState {
  readonly because: string;
  readonly origin: Origin;
}

/** The same, with the system as it would be in another state. */
export interface LiftedState extends StandingState {
  readonly ask: Questions;
}

/** The states of the targets, and of what runs as them, that moves look at: each with the system in which it is otherwise. */
export function liftedStates(ask: Questions, targets: ReadonlySet<ResourceId>): readonly LiftedState[] {
  const resources = [...targets].flatMap((id) => ask.system.resource(id) ?? []);
  return [
    ...resources.flatMap((one) => [
      ...twoKeys(ask, one),
      ...password(ask, one),
      ...agent(ask, one),
      ...shutWays(ask, one),
    ]),
    ...ask.system
      .withAnswer('workload')
      .flatMap((one) => [...metadataOff(ask, one, targets), ...oneHop(ask, one, targets)]),
  ];
}

/** What stands against moves on the targets and is no single answer that could be another one. */
export function standingStates(ask: Questions, targets: ReadonlySet<ResourceId>): readonly StandingState[] {
  return [...targets].flatMap((id) => {
    const target = ask.system.resource(id);
    if (target === undefined) return [];
    return [...withoutProfile(ask, target), ...signedCode(ask, target)];
  });
}

/** "A maximum of two access keys": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
function twoKeys(ask: Questions, user: Resource): readonly LiftedState[] {
  const has = casesOf(ask.system.fact(user.id, 'principal')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.kind === 'user' && fact.value.accessKeys >= 2,
  );
  if (!has) return [];
  const because = `${user.address} has two access keys, the most that a user may have: one would have to be deleted first`;
  return [
    withFact(ask, user, 'principal', {
      because,
      change: (value) => (value.kind === 'user' ? { ...value, accessKeys: 0 } : value),
    }),
  ];
}

function password(ask: Questions, user: Resource): readonly LiftedState[] {
  const known = casesOf(ask.system.fact(user.id, 'principal')).flatMap(({ fact }) =>
    fact.kind === 'known' && fact.value.kind === 'user' ? [fact.value.loginProfile] : [],
  );
  const isWhole = ask.system.deploymentOf(user.id).completeness === 'complete';
  const [has] = known;
  if (has === undefined || known.length > 1 || !(has || isWhole)) return [];
  const because = has
    ? `${user.address} has a password already: it cannot be given one, only another one`
    : `${user.address} has no password that could be replaced`;
  return [
    withFact(ask, user, 'principal', {
      because,
      change: (value) => (value.kind === 'user' ? { ...value, loginProfile: !has } : value),
    }),
  ];
}

/** Code in an instance without the metadata service has no way to the role of the instance. */
function metadataOff(ask: Questions, workload: Resource, targets: ReadonlySet<ResourceId>): readonly LiftedState[] {
  const isMeant = targets.has(workload.id) || rolesOf(ask.system, workload.id).some(({ role }) => targets.has(role.id));
  const isOff = casesOf(ask.system.fact(workload.id, 'workload')).some(
    ({ fact }) =>
      fact.kind === 'known' &&
      casesOf(fact.value.metadata).some(({ fact: state }) => state.kind === 'known' && state.value === 'off'),
  );
  if (!isMeant || !isOff) return [];
  const because = `the metadata service of ${workload.address} is switched off: code there gets no credentials of its role`;
  const on = (value: AnswerOf<'workload'>): AnswerOf<'workload'> => ({
    ...value,
    metadata: mapFact(value.metadata, (state) => (state === 'off' ? 'token-required' : state)),
  });
  return [withFact(ask, workload, 'workload', { because, change: on })];
}

/**
 * "If the hop limit is 1, the response does not get to a container" that is not in the network of its machine.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
 */
function oneHop(ask: Questions, host: Resource, targets: ReadonlySet<ResourceId>): readonly LiftedState[] {
  const isMeant = targets.has(host.id) || rolesOf(ask.system, host.id).some(({ role }) => targets.has(role.id));
  const stays = casesOf(ask.system.fact(host.id, 'settings')).some(
    ({ fact }) =>
      fact.kind === 'known' &&
      fact.value.metadataBeyondHost !== undefined &&
      casesOf(fact.value.metadataBeyondHost).some((one) => one.fact.kind === 'known' && !one.fact.value),
  );
  if (!isMeant || !stays) return [];
  const because = `a hop limit of 1 keeps answers of the metadata service of ${host.address} from containers that run there`;
  const further = (value: AnswerOf<'settings'>): AnswerOf<'settings'> => ({
    ...value,
    ...(value.metadataBeyondHost !== undefined && {
      metadataBeyondHost: mapFact(value.metadataBeyondHost, () => true),
    }),
  });
  return [withFact(ask, host, 'settings', { because, change: further })];
}

const registers = 'ssm:UpdateInstanceInformation';

/** An instance answers Systems Manager when its role lets the agent register and the agent reaches the service. */
function agent(ask: Questions, target: Resource): readonly LiftedState[] {
  const roles = rolesOf(ask.system, target.id).map(({ role }) => role);
  const blocked = ask.reach
    .controlPlane(target.id)
    .find(({ kind, verdict }) => kind === 'ssm' && verdict === 'blocked');
  const refused = roles.filter((role) => registering(ask, role).verdict === 'deny');
  const isRefused =
    roles.length > 0 &&
    refused.length === roles.length &&
    ask.reach.controlPlane(target.id).some(({ kind }) => kind === 'ssm');
  if (blocked === undefined && !isRefused) return [];
  const because = [
    ...(isRefused ? [`no role of ${target.address} lets the agent of Systems Manager register (${registers})`] : []),
    ...(blocked === undefined
      ? []
      : [
          `the agent of ${target.address} does not reach Systems Manager: ${blocked.blockedBy?.because ?? 'the way is blocked'}`,
        ]),
  ].join('; ');
  const registered: Decision = { verdict: 'allow', conditions: [], guard: always, allowedBy: [], blockedBy: [] };
  const access: Questions['access'] = {
    ...ask.access,
    decide: (request) => (request.action === registers ? registered : ask.access.decide(request)),
  };
  const reach: Questions['reach'] = {
    ...ask.reach,
    controlPlane: (id) =>
      ask.reach
        .controlPlane(id)
        .map((way) => (way.kind === 'ssm' && id === target.id ? { ...way, verdict: 'open' } : way)),
  };
  return [{ because, origin: blocked?.blockedBy?.origin ?? target.origin, ask: { ...ask, access, reach } }];
}

function registering(ask: Questions, role: Resource): Decision {
  return ask.access.decide({ caller: { kind: 'resource', resource: role.id }, action: registers, resource: ['*'] });
}

function withoutProfile(ask: Questions, target: Resource): readonly StandingState[] {
  if (target.type !== 'AWS::EC2::Instance' || rolesOf(ask.system, target.id).length > 0) return [];
  const because = `${target.address} has no instance profile: Systems Manager does not manage it, and there are no credentials of a role to take`;
  return [{ because, origin: target.origin }];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html */
function signedCode(ask: Questions, target: Resource): readonly StandingState[] {
  const value =
    target.type === 'AWS::Lambda::Function' ? target.properties.entries.get('CodeSigningConfigArn') : undefined;
  if (value === undefined) return [];
  return ask.system.resolve(value, target.id, ['AWS::Lambda::CodeSigningConfig']).flatMap((end) => {
    const policies = end.kind === 'resource' ? end.resource.properties.entries.get('CodeSigningPolicies') : undefined;
    const word = policies?.kind === 'map' ? policies.entries.get('UntrustedArtifactOnDeployment') : undefined;
    const isEnforced = word !== undefined && literalOf(textOf(word) ?? []) === 'Enforce';
    const because = `${target.address} takes signed code only: its code signing configuration enforces signatures`;
    return isEnforced ? [{ because, origin: word.origin }] : [];
  });
}

/** The system in which one answer about one resource is another one. */
function withFact<D extends 'principal' | 'workload' | 'settings'>(
  ask: Questions,
  { id, origin }: Resource,
  dimension: D,
  { because, change }: { readonly because: string; readonly change: (value: AnswerOf<D>) => AnswerOf<D> },
): LiftedState {
  const changed = mapFact(ask.system.fact(id, dimension), change);
  const fact = ((of: ResourceId, asked: AnyDimension) =>
    of === id && asked === dimension ? changed : ask.system.fact(of, asked)) as Questions['system']['fact'];
  const [place] = casesOf(changed).flatMap((one) => one.fact.origins);
  return { because, origin: place ?? origin, ask: { ...ask, system: { ...ask.system, fact } } };
}
