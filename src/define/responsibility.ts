import type { Fact } from '../model/fact.ts';
import type { ServiceModel } from '../model/service.ts';
import type { Element, Responsibility } from '../model/system.ts';
import type { ResourceBase } from './system/create-system.ts';

/** By service model. Source: AWS Shared Responsibility Model, https://aws.amazon.com/compliance/shared-responsibility-model/ */
const byModel: Readonly<
  Record<ServiceModel, { readonly customer: readonly string[]; readonly aws: readonly string[] }>
> = {
  infrastructure: {
    customer: ['guest operating system and its patches', 'what is installed and listens', 'network rules'],
    aws: ['hardware, hypervisor and facilities'],
  },
  container: {
    customer: ['container image and its patches', 'task permissions and network rules'],
    aws: ['hosts and control plane'],
  },
  managed: {
    customer: ['access rules and network placement', 'engine version and settings'],
    aws: ['operating system, engine patches within the version, hardware'],
  },
  serverless: {
    customer: ['code and its dependencies', 'permissions and configuration'],
    aws: ['operating system, runtime, scaling, hardware'],
  },
  identity: { customer: ['who may act as it, and with which rights'], aws: ['the identity service itself'] },
  control: { customer: ['that it is switched on and fits'], aws: ['that it works as documented'] },
};

/** The model's split, and what the features in use add to the customer's side. */
export function responsibilityOf(element: Element, base: ResourceBase): Responsibility {
  if (element.resource === undefined)
    return { model: 'external', customer: ['what is sent there and what is accepted from there'], aws: [] };
  const { customer, aws } = byModel[element.service];
  const resource = element.resource;
  const used: string[] = [];
  const known = <T>(fact: Fact<T>): T | undefined => (fact.kind === 'known' ? fact.value : undefined);
  const atRest = known(base.fact(resource, 'encryptionAtRest'));
  if (atRest?.by === 'customer-key') used.push('the key: its policy, rotation and deletion');
  const policies = known(base.fact(resource, 'resourcePolicy'));
  if ((policies?.length ?? 0) > 0) used.push('its resource policy');
  const recovery = known(base.fact(resource, 'recovery'));
  if (recovery !== undefined && recovery.backups !== 'unsupported') used.push('backup choice and restore tests');
  const logs = known(base.fact(resource, 'logging'));
  if (logs?.some(({ on }) => on)) used.push('reading its logs');
  const roles = known(base.fact(resource, 'runsAs'));
  if ((roles?.length ?? 0) > 0) used.push('the role that it acts as');
  const ways = known(base.fact(resource, 'endpoints'));
  if (ways?.some(({ authentication }) => authentication.kind === 'known' && authentication.value === 'none'))
    used.push('authentication, since it asks for none');
  return shared({ model: element.service, customer: [...customer, ...used], aws });
}

const splits = new Map<string, Responsibility>();

/** There are few different splits, however many elements: each is one object. */
function shared(split: Responsibility): Responsibility {
  const key = `${split.model} ${split.customer.join()}`;
  const before = splits.get(key) ?? split;
  splits.set(key, before);
  return before;
}
