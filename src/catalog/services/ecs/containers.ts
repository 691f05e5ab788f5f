import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import type { Endpoint, Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { describeText, literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { CodeSource } from '../../../model/workload.ts';
import { flag, members, optionsOf, possibleMembers, property, within, word } from '../../answer.ts';
import { allTrue, anyTrue } from '../../combine-facts.ts';
import { ownReference } from '../../own-reference.ts';
import { joinSecrets, secretsInEntry, secretsInMap } from '../../secret-in-clear.ts';
import { singleReferences } from '../../single-references.ts';
import { databaseTypes, signInFlow, usedStores } from '../../used-stores.ts';

/** What the container definitions of an ECS task say, container by container. */

/** The containers, each to be read like a resource. */
function containersOf(task: ResourceView): readonly ResourceView[] {
  return possibleMembers(task, 'ContainerDefinitions').map((container) => within(task, container));
}

/** A plain setting as text; undefined when it is not there. */
function textAt(view: ResourceView, path: string): string | undefined {
  const [found] = optionsOf(view.read(path));
  const text = found?.value === undefined ? undefined : textOf(found.value);
  return text === undefined ? undefined : describeText(text);
}

function nameOf(container: ResourceView): string {
  return textAt(container, 'Name') ?? 'container';
}

interface Variable {
  readonly name: string;
  readonly value: Value;
}

/** Pairs of a list of `{Name, <valueKey>}`, as ECS and CodeBuild write environments. */
function pairs(view: ResourceView, path: string, valueKey: string): readonly Variable[] {
  return possibleMembers(view, path).flatMap((item) => {
    const entry = within(view, item);
    const value = entry.read(valueKey);
    return value === undefined ? [] : [{ name: textAt(entry, 'Name') ?? valueKey, value }];
  });
}

/** Literal secrets in environment variables and log options; the same variable of two containers counts twice. */
export function containerSecrets(task: ResourceView): Fact<readonly SecretInClear[]> {
  return bindFact(members(task, 'ContainerDefinitions'), (items) =>
    joinSecrets(items.map((item) => secretsOf(within(task, item)))),
  );
}

function secretsOf(container: ResourceView): Fact<readonly SecretInClear[]> {
  const variables = pairs(container, 'Environment', 'Value').map(({ name, value }) =>
    secretsInEntry(name, value, 'environment'),
  );
  const options = secretsInMap(container, 'LogConfiguration.Options', 'log options');
  const owner = nameOf(container);
  return mapFact(joinSecrets([...variables, options]), (secrets) =>
    secrets.map((secret) => ({ ...secret, name: `${owner}/${secret.name}` })),
  );
}

/** Whether standard output of every container is kept, and where the first one's goes. */
export function containerLogs(task: ResourceView): Fact<readonly LogSource[]> {
  return bindFact(members(task, 'ContainerDefinitions'), (items): Fact<readonly LogSource[]> => {
    const containers = items.map((item) => within(task, item));
    const silent = anyTrue(
      containers.map((container) => mapFact(property(container, 'LogConfiguration'), (log) => log === undefined)),
    );
    const to = containers.map((container) => container.read('LogConfiguration.Options.awslogs-group')).find(Boolean);
    return mapFact(silent, (off): readonly LogSource[] => [
      { what: 'execution', on: !off, ...(to !== undefined && { to }) },
    ]);
  });
}

/** Privileged containers and those that share the host's processes hold the host. */
export function containersPrivileged(task: ResourceView): Fact<boolean> {
  return bindFact(members(task, 'ContainerDefinitions'), (items) =>
    anyTrue([
      ...items.map((item) => flag(within(task, item), 'Privileged', false)),
      mapFact(word(task, 'PidMode', 'task'), (mode) => mode === 'host'),
    ]),
  );
}

/** Is somebody made root in any container on purpose? Without `User` the image says, which is not read. */
export function containersRoot(task: ResourceView): Fact<boolean> {
  return bindFact(members(task, 'ContainerDefinitions'), (items) =>
    anyTrue(items.map((item) => mapFact(word(within(task, item), 'User', ''), (user) => /^(root|0)(:|$)/.test(user)))),
  );
}

/** Are the root file systems of all containers read-only? */
export function containersReadOnly(task: ResourceView): Fact<boolean> {
  return bindFact(members(task, 'ContainerDefinitions'), (items) =>
    items.length === 0
      ? notApplicable('it has no containers')
      : allTrue(items.map((item) => flag(within(task, item), 'ReadonlyRootFilesystem', false))),
  );
}

/** Images; one with a digest is fixed, one with a tag is whatever the tag points at when the task starts. */
export function containerCode(task: ResourceView): readonly CodeSource[] {
  return containersOf(task).flatMap((container) =>
    optionsOf(container.read('Image')).flatMap(({ value }): readonly CodeSource[] => {
      const location = value === undefined ? undefined : textOf(value);
      if (value === undefined || location === undefined) return [];
      return [{ kind: 'image', location, pinned: /@sha256:/.test(describeText(location)), origin: value.origin }];
    }),
  );
}

/** Ports that containers listen on. What is behind them, the application decides. */
export function containerEndpoints(task: ResourceView): Fact<readonly Endpoint[]> {
  return bindFact(members(task, 'ContainerDefinitions'), (items) =>
    given(items.map((item) => within(task, item)).flatMap(endpointsOf)),
  );
}

function endpointsOf(container: ResourceView): readonly Endpoint[] {
  const inside = `the application in container ${nameOf(container)}`;
  return possibleMembers(container, 'PortMappings').map((item): Endpoint => {
    const mapping = within(container, item);
    const port = mapping.read('ContainerPort');
    const literal = literalOf((port === undefined ? undefined : textOf(port)) ?? []);
    return {
      protocol: textAt(mapping, 'Protocol') ?? 'tcp',
      port: literal === undefined || literal === '' ? null : Number(literal),
      authentication: unknown('the application decides', inside),
      audience: byDefault('network'),
      encrypted: unknown('the application decides', inside),
      origin: item.origin,
    };
  });
}

/** Flows that the containers' definitions state: what variables name, secrets, logs, images, shared file systems. */
export function containerForwards(task: ResourceView): readonly Forward[] {
  const containers = containersOf(task);
  const variables = containers.flatMap((container) =>
    pairs(container, 'Environment', 'Value').map(({ name, value }) => ({
      name: `environment variable ${name}`,
      value,
    })),
  );
  return [
    ...usedStores(task, variables),
    ...containers.flatMap((container) => [
      ...secretForwards(task, container),
      ...logForwards(container),
      ...imageForwards(task, container),
    ]),
    ...fileSystemForwards(task),
  ];
}

const overApi = { protocol: 'https', port: 443, encrypted: given(true), authentication: 'iam' } as const;

/** A secret that a database's service keeps is no resource of its own: what names it names the database. */
function secretForwards(task: ResourceView, container: ResourceView): readonly Forward[] {
  return pairs(container, 'Secrets', 'ValueFrom').flatMap(({ name, value }) => {
    const because = `secret ${name} of container ${nameOf(container)}`;
    const databases = singleReferences(value)
      .flatMap((reference) => task.follow(reference, databaseTypes))
      .flatMap((end) => (end.kind === 'resource' ? [end.view] : []));
    if (databases.length > 0) return databases.flatMap((database) => signInFlow(database, because) ?? []);
    return [{ ...overApi, to: value, kind: 'secret', because, origin: value.origin }];
  });
}

function logForwards(container: ResourceView): readonly Forward[] {
  const to = container.read('LogConfiguration.Options.awslogs-group');
  if (to === undefined) return [];
  return [{ ...overApi, to, kind: 'log', because: `awslogs of container ${nameOf(container)}`, origin: to.origin }];
}

/** The image comes from a repository of the system. */
function imageForwards(task: ResourceView, container: ResourceView): readonly Forward[] {
  return optionsOf(container.read('Image'))
    .flatMap(({ value }) => (value === undefined ? [] : singleReferences(value)))
    .filter((from) => task.follow(from, ['AWS::ECR::Repository']).some((end) => end.kind === 'resource'))
    .map((from) => ({
      ...overApi,
      from,
      to: ownReference(task),
      kind: 'deployment',
      because: `image of container ${nameOf(container)}`,
      origin: from.origin,
    }));
}

/** EFS volumes travel in clear unless transit encryption is enabled (AWS::ECS::TaskDefinition EFSVolumeConfiguration). */
function fileSystemForwards(task: ResourceView): readonly Forward[] {
  return possibleMembers(task, 'Volumes').flatMap((item): readonly Forward[] => {
    const volume = within(task, item);
    const to = volume.read('EFSVolumeConfiguration.FilesystemId');
    if (to === undefined) return [];
    const mode = word(volume, 'EFSVolumeConfiguration.TransitEncryption', 'DISABLED');
    const iam = word(volume, 'EFSVolumeConfiguration.AuthorizationConfig.IAM', 'DISABLED');
    return [
      {
        to,
        kind: 'data',
        protocol: 'nfs',
        port: 2049,
        encrypted: mapFact(mode, (state) => state === 'ENABLED'),
        authentication: iam.kind === 'known' && iam.value === 'ENABLED' ? 'iam' : 'network',
        because: `volume ${textAt(volume, 'Name') ?? 'of the task'}`,
        origin: to.origin,
      },
    ];
  });
}
