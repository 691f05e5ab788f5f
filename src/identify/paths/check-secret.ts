import type { MoveInstance, ProofItem } from '../../model/attack.ts';
import type { Resource } from '../../model/resource.ts';
import { holesOf, literalOf, textKey } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';
import type { CheckContext } from './check-premise.ts';
import { matches, names, valuesIn } from './raw-policy.ts';

type Setting = Extract<ProofItem, { readonly kind: 'setting' }>;

/**
 * Does what a step gives follow from a secret? Either the attacker finds one in what he reads or runs code in, or he uses
 * one that he knows. Judged from the properties alone. Undefined when the step is about no secret.
 */
export function followsBySecret(instance: MoveInstance, context: CheckContext): boolean | undefined {
  const { gives, needs } = instance;
  const known = needs.find(({ kind }) => kind === 'knows');
  if (known !== undefined && 'resource' in known) return uses(instance, known.resource, context);
  if (gives.kind === 'knows' && needs.every(({ kind }) => kind === 'acts-as'))
    return isFetched(instance, context.resource(gives.resource)) || isInStack(instance, gives.resource, context);
  const places = needs.flatMap((need) => (need.kind === 'reads' || need.kind === 'runs-code' ? [need.resource] : []));
  const reading = gives.kind === 'reads' && needs.every(({ kind }) => kind === 'reads' || kind === 'runs-code');
  const bySetting = instance.proof.every(({ kind }) => kind === 'setting');
  if (gives.kind !== 'knows' && !(reading && bySetting)) return undefined;
  if (places.some((place) => keepsState(place, gives.resource, context))) return true;
  return places.some((place) =>
    settingsOf(instance).some((setting) => {
      const [holder, at] = [context.resource(setting.resource), context.resource(place)];
      if (holder === undefined || at === undefined) return false;
      if (holder.id === gives.resource) return isMadeWith(holder, at, context);
      return linked(at, holder, context) && stands(setting, holder, gives.resource, context);
    }),
  );
}

/** Is the secret of the owner what the store holds? */
function isMadeWith(owner: Resource, store: Resource, context: CheckContext): boolean {
  const own = secretsOf(owner, context);
  return isStore(store) && (resolves(own, store) || own.some((one) => names(one, store, context.guard)));
}

/** AWS keeps the private half of pairs that it made, and passwords that it made up, under names of its own. */
function isFetched({ proof }: MoveInstance, owner: Resource | undefined): boolean {
  const isPair = owner?.type === 'AWS::EC2::KeyPair' && !owner.properties.entries.has('PublicKeyMaterial');
  const isManaged = [...(owner?.properties.entries.keys() ?? [])].some((name) =>
    /^ManageMaster(User)?Password$/.test(name),
  );
  const [service, name] = isPair ? ['ssm', 'parameter/ec2/keypair/'] : ['secretsmanager', 'secret:r*!'];
  return (
    (isPair || isManaged) &&
    proof.some(
      (item) =>
        item.kind === 'allowed' &&
        /^(ssm:GetParameter|secretsmanager:GetSecretValue)/.test(item.action) &&
        item.action.startsWith(`${service}:`) &&
        item.decision.allowedBy.some(({ statement: { resources } }) =>
          resources?.some((one) => matches(textKey(one), `arn:*:${service}:*:*:${name}*`, 'possibly')),
        ),
    )
  );
}

/** The template of a stack has a password in words, an output what the secret is known by. */
function isInStack({ proof }: MoveInstance, id: string, context: CheckContext): boolean {
  const [owner, record] = [context.resource(id), context.recordOf(id)];
  if (owner === undefined || record?.kind !== 'stack') return false;
  const may = (action: string) => proof.some((item) => item.kind === 'allowed' && item.action === action);
  const own = secretsOf(owner, context);
  const inWords = own.some((one) => literalOf(textOf(one) ?? [])?.match(/.{8}/) != null);
  const outputs = [...record.outputs.values()].flatMap((output) => [...valuesIn(output, context.guard)]);
  const isOutput =
    outputs.some((one) => madeBy(one, owner)) ||
    outputs.flatMap(signs).some((sign) => own.flatMap(signs).includes(sign));
  return (inWords && may('cloudformation:GetTemplate')) || (isOutput && may('cloudformation:DescribeStacks'));
}

/** Is the place the bucket in which Terraform keeps the state of the resource? */
function keepsState(place: string, id: string, context: CheckContext): boolean {
  const [bucket, record] = [context.resource(place), context.recordOf(id)];
  return bucket !== undefined && record?.kind === 'state' && names(record.bucket, bucket, context.guard);
}

function settingsOf({ proof }: MoveInstance): readonly Setting[] {
  return proof.flatMap((item) => (item.kind === 'setting' ? [item] : []));
}

/** The place itself, a part or mould that one of the two names, or what is put into it. */
function linked(place: Resource, holder: Resource, { guard }: CheckContext): boolean {
  return place === holder || names(place.properties, holder, guard) || names(holder.properties, place, guard);
}

/** Does the secret of the owner, or what the store holds, stand in the property? */
function stands({ property }: Setting, holder: Resource, id: string, context: CheckContext): boolean {
  const owner = context.resource(id);
  if (owner === undefined) return false;
  const value = property === '' ? holder.properties : holder.properties.entries.get(property);
  const there = [...valuesIn(value, context.guard)];
  if (isStore(owner) && (property === '' ? names(value, owner, context.guard) : resolves(there, owner))) return true;
  if (there.some((one) => madeBy(one, owner))) return true;
  const keyId = owner.type === 'AWS::IAM::AccessKey' ? literalOf(owner.name) : undefined;
  if (keyId !== undefined && there.some((one) => literalOf(textOf(one) ?? []) === keyId)) return true;
  const own = new Set(secretsOf(owner, context).flatMap(signs));
  if (there.flatMap(signs).some((sign) => own.has(sign))) return true;
  return [...own].some((sign) => sign.length >= 8 && there.some((one) => textKey(textOf(one) ?? []).includes(sign)));
}

function isStore({ type }: Resource): boolean {
  return type === 'AWS::SecretsManager::Secret' || type === 'AWS::SSM::Parameter';
}

function resolves(values: readonly Value[], { id, name, arn }: Resource): boolean {
  const isContent = (one: Value) => symbolsOf(one).some((symbol) => symbol.includes('secret:secretsmanager:'));
  if (values.some((one) => isContent(one) && refsOf(one).some(({ resource }) => resource === id))) return true;
  const symbols = values.flatMap((one) => holesOf(textOf(one) ?? []).map(({ symbol }) => symbol));
  const own = [name, arn ?? name].map(textKey);
  return symbols.some((symbol) => /^(secret|lookup):/.test(symbol) && own.some((key) => symbol.includes(key)));
}

/** Attributes that are the secret half of an access key, or of the key pair whose public half the owner has. */
function madeBy(value: Value, owner: Resource): boolean {
  const attributes = [
    ...refsOf(value).map(({ resource, attribute }) => `${resource}.${attribute}`),
    ...symbolsOf(value),
  ];
  if (owner.type === 'AWS::IAM::AccessKey')
    return attributes.some((one) => one.includes(owner.id) && /\.(SecretAccessKey|secret)$/.test(one));
  if (owner.type !== 'AWS::EC2::KeyPair') return false;
  const makers = [...valuesIn(owner.properties, [[]])].flatMap((one) => refsOf(one).map(({ resource }) => resource));
  return attributes.some((one) => makers.some((maker) => one.includes(`${maker}.private_key`)));
}

function symbolsOf(value: Value): readonly string[] {
  return holesOf(textOf(value) ?? []).map(({ symbol }) => symbol);
}

/** Values of the properties that are passwords, and the secrets that are attached to the owner. */
function secretsOf(owner: Resource, context: CheckContext): readonly Value[] {
  const stated = [...owner.properties.entries].flatMap(([name, value]) =>
    /^(MasterUserPassword|AuthToken|LoginProfile|AdvancedSecurityOptions|Users)$/.test(name)
      ? [...valuesIn(value, context.guard)]
      : [],
  );
  const attached = context
    .naming(owner)
    .filter(({ type }) => type === 'AWS::SecretsManager::SecretTargetAttachment')
    .flatMap(({ properties }) => [...valuesIn(properties.entries.get('SecretId'), context.guard)]);
  return [...stated, ...attached];
}

/** What a value can be told by: what it leaves open, attributes that it refers to, or its words. */
function signs(value: Value): readonly string[] {
  const content = textOf(value);
  if (content === undefined) return [];
  const literal = literalOf(content);
  if (literal !== undefined) return literal.length >= 8 ? [literal] : [];
  const symbols = symbolsOf(value).map((symbol) => symbol.replace(/:SecretString.*$/, ''));
  return [...symbols, ...refsOf(value).map(({ resource, attribute }) => `${resource}.${attribute}`)];
}

/** What one signs in to or as, with the secret: the database itself, the instance that has the key pair, the key's user. */
function uses(instance: MoveInstance, known: string, context: CheckContext): boolean {
  const { gives, needs, proof } = instance;
  const owner = context.resource(known);
  if (owner === undefined) return false;
  const settings = settingsOf(instance).flatMap(({ resource }) => context.resource(resource) ?? []);
  if (gives.kind === 'acts-as') {
    const user = context.resource(gives.principal);
    if (user === undefined) return false;
    if (user === owner) return user.properties.entries.has('LoginProfile');
    return names(owner.properties.entries.get('UserName'), user, context.guard);
  }
  if (gives.kind !== 'reads' && gives.kind !== 'writes' && gives.kind !== 'runs-code') return false;
  const places = needs.flatMap((need) => (need.kind === 'runs-code' ? [need.resource] : []));
  const isReached = proof.some(
    (item) =>
      item.kind === 'reachable' &&
      item.to === gives.resource &&
      (item.from === 'internet' || places.some((place) => place === item.from)),
  );
  if (gives.kind !== 'runs-code') return isReached && gives.resource === known;
  const target = context.resource(gives.resource);
  return (
    isReached &&
    target !== undefined &&
    settings.some((holder) => linked(target, holder, context) && names(holder.properties, owner, context.guard))
  );
}
