import type { EncryptionAtRest, SecretInClear } from '../../../model/data-keeping.ts';
import type { AnswerOf, Placement } from '../../../model/dimension.ts';
import type { ControlPlaneDoor, Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { describeText, holesOf, literalOf, type Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs, Software, Workload } from '../../../model/workload.ts';
import { choose, flag, members, optionsOf, property, quantity, scalar, within, word } from '../../answer.ts';
import { initProperty, initSecrets } from '../../cloud-formation-init.ts';
import { endOfMachineImage } from '../../data/machine-images.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { guardedMembers, memberCases } from '../../guarded-members.ts';
import { downloadsIn } from '../../run-downloads.ts';
import { joinSecrets, secretsInText } from '../../secret-in-clear.ts';
import { usedStores } from '../../used-stores.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';
import { interfacesOf } from './launch-settings.ts';

/** Answers about EC2 instances from their launch settings: for an instance, a launch template and a group alike. */

/**
 * Where instances stand. Subnets of a group come from the group, the rest from its launch settings; `undefined` for
 * settings that wait for a group.
 */
export function instancePlacement(settings: ResourceView, groupSubnets: readonly Value[] | undefined): Fact<Placement> {
  const interfaces = interfacesOf(settings);
  const own = [
    ...guardedMembers(settings, 'SubnetId'),
    ...interfaces.flatMap((one) => guardedMembers(one, 'SubnetId')),
  ];
  const subnets = groupSubnets === undefined || groupSubnets.length === 0 ? own : groupSubnets;
  const groups = [
    ...guardedMembers(settings, 'SecurityGroupIds'),
    ...guardedMembers(settings, 'SecurityGroups'),
    ...interfaces.flatMap(groupsOf),
  ];
  const attached = interfacesAt(settings);
  return given<Placement>({
    zone: 'vpc',
    subnets,
    securityGroups: groups,
    ...(attached.length > 0 && { interfaces: attached }),
    publicAddress: publicAddress(settings, groupSubnets === undefined || subnets.length > 0),
  });
}

/** Interfaces of their own that are attached: addresses that they have are the instance's. */
function interfacesAt(settings: ResourceView): readonly Value[] {
  return memberCases(settings, 'NetworkInterfaces').flatMap(({ value }) => {
    const existing = within(settings, value).read('NetworkInterfaceId');
    return existing === undefined || existing.kind === 'absent' ? [] : [existing];
  });
}

/** Templates call the groups of an interface `Groups`, everything else `GroupSet`. */
function groupsOf(one: ResourceView): readonly Value[] {
  const path = one.resource.type === 'AWS::EC2::NetworkInterface' ? 'GroupSet' : 'Groups';
  return [...guardedMembers(one, 'GroupSet'), ...(path === 'Groups' ? guardedMembers(one, path) : [])];
}

/**
 * A choice at the interface or launch configuration wins over the subnet's setting; an interface made elsewhere gets no
 * automatic address. Without a subnet the instance starts in a default subnet, which gives public addresses
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html).
 */
function publicAddress(settings: ResourceView, hasSubnet: boolean): Placement['publicAddress'] {
  const inherited = byDefault<'yes' | 'by-subnet'>(hasSubnet ? 'by-subnet' : 'yes');
  const decide = (view: ResourceView) =>
    bindFact(property(view, 'AssociatePublicIpAddress'), (value): Placement['publicAddress'] =>
      value === undefined
        ? inherited
        : mapFact(flag(view, 'AssociatePublicIpAddress', false), (on) => (on ? 'yes' : 'no')),
    );
  return bindFact(members(settings, 'NetworkInterfaces'), (items) => {
    const [first] = items;
    if (first === undefined) return decide(settings);
    const one = within(settings, first);
    return bindFact(property(one, 'NetworkInterfaceId'), (existing) =>
      existing === undefined ? decide(one) : given<'no'>('no'),
    );
  });
}

/** The instance profile; what its role is, the profile says. */
export function instanceRoles(settings: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(profileOf(settings), (role) =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'ec2.amazonaws.com' }],
  );
}

/** Instances and launch configurations name the profile, launch templates give a map of name or ARN. */
function profileOf(settings: ResourceView): Fact<Value | undefined> {
  return bindFact(property(settings, 'IamInstanceProfile'), (value) => {
    if (value?.kind !== 'map') return byDefaultIfAbsent(value);
    const inner = within(settings, value);
    return bindFact(property(inner, 'Arn'), (arn) =>
      arn === undefined ? property(inner, 'Name') : given<Value | undefined>(arn),
    );
  });
}

function byDefaultIfAbsent(value: Value | undefined): Fact<Value | undefined> {
  if (value?.kind === 'unknown')
    return unknown('the instance profile is not known', value.hole.settledBy, [value.origin]);
  return value === undefined ? byDefault<Value | undefined>(undefined) : given<Value | undefined>(value);
}

/**
 * Encryption of the volumes that the settings describe. A volume without `Encrypted` follows the account's default for
 * EBS encryption, which is off unless switched on per region, and its snapshot
 * (https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html).
 */
export function diskEncryption(settings: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(members(settings, 'BlockDeviceMappings'), (mappings) => {
    const disks = mappings.map((mapping) => within(settings, mapping)).filter((disk) => disk.read('Ebs') !== undefined);
    return weakestEncryption(
      disks.map((disk) => volumeEncryption(disk, 'Ebs.')),
      () => unlessElsewhere(settings),
    );
  });
}

/**
 * Encryption of one volume; `prefix` leads to its `Encrypted`, `SnapshotId` and `KmsKeyId`. `Encrypted: false` is taken at its word: an
 * account's default may encrypt it all the same, which nobody who wrote it counted on.
 */
export function volumeEncryption(view: ResourceView, prefix = ''): Fact<EncryptionAtRest> {
  return bindFact(property(view, `${prefix}Encrypted`), (value): Fact<EncryptionAtRest> => {
    if (value === undefined) return unlessSnapshot(view, prefix);
    return bindFact(flag(view, `${prefix}Encrypted`, false), (on) => {
      if (!on) return given<EncryptionAtRest>({ by: 'none' });
      return encryptedBy(view, `${prefix}KmsKeyId`, 'aws-managed-key');
    });
  });
}

/** The disk of the image, as a rule not encrypted; settings of a launch template that is not in the input may say more. */
function unlessElsewhere(settings: ResourceView): Fact<EncryptionAtRest> {
  const image = property(settings, 'ImageId');
  return image.kind === 'unknown' ? accountDecides() : byDefault<EncryptionAtRest>({ by: 'none' }, [settings.origin()]);
}

/**
 * Not encrypted, as AWS's default is: an account may switch encryption on for all new volumes, which nobody has done by
 * itself. A volume from a snapshot is as encrypted as that.
 */
function unlessSnapshot(view: ResourceView, prefix: string): Fact<EncryptionAtRest> {
  return bindFact(
    property(view, `${prefix}SnapshotId`),
    (snapshot): Fact<EncryptionAtRest> =>
      snapshot === undefined ? byDefault<EncryptionAtRest>({ by: 'none' }, [view.origin()]) : accountDecides(),
  );
}

/** One input settles it for all instances and volumes of an account. */
function accountDecides(): Fact<EncryptionAtRest> {
  return unknown(
    'without Encrypted: true the account and the snapshot decide',
    "the account's default for EBS encryption",
  );
}

/** Metadata service, shells and code. */
export function instanceWorkload(settings: ResourceView): Fact<Workload> {
  return bindFact(profileOf(settings), (profile) =>
    given({
      metadata: instanceMetadata(settings),
      privileged: byDefault(false),
      controlPlaneShells: profile === undefined ? [] : ['ssm'],
      code: codeOf(settings),
    }),
  );
}

/** "HttpPutResponseHopLimit: … Default: 1" (CloudFormation reference); one hop does not leave the machine. */
export function instanceSettings(settings: ResourceView): Fact<AnswerOf<'settings'>> {
  const hops = quantity(settings, 'MetadataOptions.HttpPutResponseHopLimit', 1);
  return byDefault({ metadataBeyondHost: mapFact(hops, (count) => count > 1) });
}

/**
 * Session Manager needs a role for the agent; the serial console is switched on for an account and region as a whole, and
 * off unless somebody did ("Configure access to the EC2 Serial Console").
 */
export function instanceDoors(settings: ResourceView): Fact<readonly ControlPlaneDoor[]> {
  const origin = settings.origin('IamInstanceProfile');
  const console = unknown('it is a setting of the account', "the account's access to the EC2 serial console");
  return given<readonly ControlPlaneDoor[]>([
    { kind: 'ssm', on: mapFact(profileOf(settings), (profile) => profile !== undefined), origin },
    { kind: 'serial-console', on: console, origin: settings.origin() },
  ]);
}

/**
 * Without `HttpTokens` the launch default is optional, unless the image or the account says otherwise
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html); Amazon Linux 2023
 * images say so (https://docs.aws.amazon.com/linux/al2023/ug/imdsv2.html).
 */
function instanceMetadata(settings: ResourceView): Workload['metadata'] {
  const demands = imageNames(settings).some((name) => endOfMachineImage(name)?.product === 'amazon linux 2023');
  const states = { required: 'token-required', optional: 'token-optional' } as const;
  const tokens = choose(
    word(settings, 'MetadataOptions.HttpTokens', demands ? 'required' : 'optional'),
    states,
    'HttpTokens',
  );
  const endpoint = word(settings, 'MetadataOptions.HttpEndpoint', 'enabled');
  // What is left out, the service's being on, is no part of what is told of the tokens.
  if (endpoint.kind === 'known' && endpoint.value !== 'disabled') return tokens;
  return bindFact(endpoint, (state): Workload['metadata'] => (state === 'disabled' ? given<'off'>('off') : tokens));
}

function codeOf(settings: ResourceView): Workload['code'] {
  const images = optionsOf(settings.read('ImageId')).flatMap(({ value }) => {
    const location = value === undefined ? undefined : textOf(value);
    if (value === undefined || location === undefined) return [];
    const pinned = /^ami-[0-9a-f]+$/.test(describeText(location));
    return [{ kind: 'image', location, pinned, origin: value.origin } as const];
  });
  const script = settings.read('UserData');
  if (script === undefined || script.kind === 'absent') return images;
  const downloads = downloadsIn(script).map(
    (address) => ({ kind: 'download', location: [address], pinned: false, origin: script.origin }) as const,
  );
  return [...images, { kind: 'inline', pinned: true, origin: script.origin }, ...downloads];
}

/** What is known of the image's name: the public parameter that it is looked up by, or a name in the text. */
function imageNames(settings: ResourceView): readonly string[] {
  return optionsOf(settings.read('ImageId')).flatMap(({ value }) => {
    const text: Text = (value === undefined ? undefined : textOf(value)) ?? [];
    return [describeText(text), ...holesOf(text).flatMap((hole) => [hole.symbol, hole.settledBy])];
  });
}

/** The operating system, where the image's name tells it. */
export function machineImage(settings: ResourceView): Fact<readonly Software[]> {
  const [found] = imageNames(settings).flatMap((name) => endOfMachineImage(name) ?? []);
  return bindFact(scalar(settings, 'ImageId'), (image): Fact<readonly Software[]> => {
    if (found !== undefined) return given([found]);
    if (image === undefined) return unknown('no image is given', `ImageId for ${settings.resource.address}`);
    const [hole] = holesOf(image);
    if (hole !== undefined) return unknown('the image is not known', hole.settledBy);
    const name = describeText(image);
    return unknown(`what image ${name} holds is not in the input`, `the contents of image ${name}`);
  });
}

/** Secrets in the script that instances run at their start, and in what CloudFormation sets up in them. */
export function userDataSecrets(settings: ResourceView): Fact<readonly SecretInClear[]> {
  const script = scriptSecrets(settings);
  return settings.resource.properties.entries.has(initProperty)
    ? joinSecrets([script, initSecrets(settings.resource)])
    : script;
}

/** Base64 around the script is seen through where the input shows it. */
function scriptSecrets(settings: ResourceView): Fact<readonly SecretInClear[]> {
  return bindFact(property(settings, 'UserData'), (script): Fact<readonly SecretInClear[]> => {
    if (script === undefined) return byDefault<readonly SecretInClear[]>([], [settings.origin()]);
    if (script.kind === 'unknown') return unknown('UserData is not known', script.hole.settledBy, [script.origin]);
    return secretsInText(decodedScript(script), 'user data');
  });
}

/** A script that stands in the input as base64, as EC2 takes it, is read as what it means. */
function decodedScript(script: Value): Value {
  const literal = literalOf(textOf(script) ?? []);
  if (literal === undefined || literal.length < 24 || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(literal)) return script;
  const compact = literal.replaceAll(/\s/g, '');
  if (compact.length % 4 !== 0) return script;
  const decoded = atob(compact);
  return /^[\t\n\r\x20-\x7e]*$/.test(decoded)
    ? { kind: 'literal', value: decoded, origin: script.origin, ...(script.defaults && { defaults: script.defaults }) }
    : script;
}

/** Flows to what user data names. */
export function userDataForwards(settings: ResourceView): Fact<readonly Forward[]> {
  const script = settings.read('UserData');
  return given(script === undefined ? [] : usedStores(settings, [{ name: 'user data', value: script }]));
}
