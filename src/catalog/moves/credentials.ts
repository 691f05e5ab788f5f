import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf } from '../../model/text.ts';
import { refsOf } from '../../model/value.ts';
import { descend } from '../answer.ts';
import { credentialProperties } from '../data/credential-properties.ts';
import { namedScalars } from '../named-scalars.ts';
import { remembered } from './remembered.ts';
import { markOfStored, marksOfAttribute, marksOfSecret, marksOfStore, type SecretMark } from './secret-marks.ts';

/** A secret by which one signs in as or to its owner, known by what it leaves behind wherever it is put. */
export interface Credential {
  readonly owner: Resource;
  /** `console password`, `private key`. */
  readonly what: string;
  readonly guard: Guard;
  readonly marks: readonly SecretMark[];
}

/** All credentials whose way through the input can be followed. */
export const credentials = remembered((ask): readonly Credential[] => [
  ...passwords(ask),
  ...accessKeys(ask),
  ...keyPairs(ask),
  ...attachedSecrets(ask),
]);

function passwords(ask: Questions): readonly Credential[] {
  return Object.entries(credentialProperties).flatMap(([type, { path, each, what }]) =>
    ask.system.ofType(type).flatMap((owner) => {
      const value = descend(owner.properties, path.split('.'));
      return [...(value === undefined ? [] : namedScalars(value, path))]
        .filter(({ name }) => each === undefined || name === each)
        .map((one) => ({ owner, what, guard: and(owner.guard, one.guard), marks: marksOfSecret(one.value) }));
    }),
  );
}

/** The secret half of an access key; a password for mail that is made from it opens nothing else. */
function accessKeys(ask: Questions): readonly Credential[] {
  return ask.system.ofType('AWS::IAM::AccessKey').flatMap((owner) => {
    const status = owner.properties.entries.get('Status');
    if (status?.kind === 'literal' && status.value === 'Inactive') return [];
    const marks = [...marksOfAttribute(owner.id, 'SecretAccessKey'), ...marksOfAttribute(owner.id, 'secret')];
    return [{ owner, what: 'secret access key', guard: owner.guard, marks }];
  });
}

/** The public, unsecret half of an access key. */
export function idMarks({ id, name }: Resource): readonly SecretMark[] {
  const literal = literalOf(name);
  return [
    `of:${id}`,
    `hole:name:${id}`,
    ...marksOfAttribute(id, 'id'),
    ...(literal === undefined ? [] : [`words:${literal}`]),
  ];
}

/** The private half of a pair whose public half was given to EC2. */
function keyPairs(ask: Questions): readonly Credential[] {
  return ask.system.ofType('AWS::EC2::KeyPair').map((owner) => {
    const given = owner.properties.entries.get('PublicKeyMaterial') ?? owner.properties.entries.get('public_key');
    const makers =
      given === undefined ? [] : refsOf(given).filter(({ attribute }) => attribute.startsWith('public_key'));
    const marks = makers.flatMap(({ resource }) =>
      ['private_key_pem', 'private_key_openssh', 'private_key_pem_pkcs8'].flatMap((half) =>
        marksOfAttribute(resource, half),
      ),
    );
    return { owner, what: 'private key', guard: owner.guard, marks };
  });
}

/** A secret that is attached to a database holds its password. */
function attachedSecrets(ask: Questions): readonly Credential[] {
  return ask.system.ofType('AWS::SecretsManager::SecretTargetAttachment').flatMap((attachment) => {
    const ends = (name: string) => {
      const value = attachment.properties.entries.get(name);
      return value === undefined ? [] : ask.system.resolve(value, attachment.id);
    };
    return ends('TargetId').flatMap((target) =>
      ends('SecretId').flatMap((secret) => {
        const guard = and(attachment.guard, target.guard, secret.guard);
        if (target.kind !== 'resource' || secret.kind !== 'resource' || !isPossible(guard)) return [];
        return [{ owner: target.resource, what: 'password', guard, marks: storeMarks(secret.resource) }];
      }),
    );
  });
}

/** Marks of what a secret or parameter holds, wherever it is resolved to. */
export function storeMarks({ id, type, name, arn }: Resource): readonly SecretMark[] {
  const service = type === 'AWS::SecretsManager::Secret' ? 'secretsmanager' : 'ssm';
  return [markOfStored(id), ...marksOfStore(service, name, ...(arn === undefined ? [] : [arn]))];
}
