import { services } from '../../src/catalog/catalog.generated.ts';
import { parseDocument } from '../../src/define/cloudformation/parse.ts';
import { translateTemplate } from '../../src/define/cloudformation/translate.ts';
import { createReach } from '../../src/define/reach/create-reach.ts';
import { createBase, type ResourceBase } from '../../src/define/system/create-system.ts';
import { type DeploymentId, id, type ResourceId } from '../../src/model/id.ts';
import { createOrigins, type OriginTable } from '../../src/model/origin.ts';
import type { NetworkEnd, Reach } from '../../src/model/reach.ts';
import { describeText, type Text } from '../../src/model/text.ts';
import type { Value } from '../../src/model/value.ts';

const known = new Map(services.map((service) => [service.type, service]));

/** A template as a deployed system with its network engine. */
export interface Deployed {
  readonly base: ResourceBase;
  readonly reach: Reach;
  readonly origins: OriginTable;
  /** The end that a logical id stands for. */
  end(logicalId: string): NetworkEnd;
}

/** A template deployed as `far` in another account, which imports resources of the first one by their logical ids. */
export interface Far {
  readonly account: string;
  readonly template: object;
}

/** Deploys a template, given as YAML or as an object, through the real importer. */
export function deploy(
  template: string | object,
  parameters: Readonly<Record<string, string>> = {},
  far?: Far,
): Deployed {
  const origins = createOrigins();
  const deployment = id<DeploymentId>('net');
  const place = { account: ['111122223333'], region: ['eu-west-1'], partition: ['aws'] };
  const text = typeof template === 'string' ? template : JSON.stringify(template);
  const document = parseDocument('net.yaml', text, origins);
  const unit = { deployment, document, parameters: new Map(Object.entries(parameters)), ...place };
  const translated = translateTemplate(unit, { origins, readLocal: () => undefined, exported: () => undefined });
  const origin = origins.source(document.file, 1, 1, 1);
  const deployments = [
    { id: deployment, ...place, origin, role: 'subject' as const, parameters: translated.parameters },
  ];
  const other = far === undefined ? undefined : deployFar(far, origins);
  const resources = [...translated.resources, ...(other?.resources ?? [])];
  const all = [...deployments, ...(other?.deployments ?? [])];
  const base = createBase({ resources, deployments: all, asOf: '2026-01-31' }, known);
  const problem = [...document.diagnostics, ...translated.diagnostics].find(({ level }) => level === 'error');
  if (problem !== undefined) throw new Error(problem.message);
  return {
    base,
    reach: createReach(base),
    origins,
    end: (logicalId) => ({
      kind: 'resource',
      resource: id<ResourceId>(logicalId.includes('/') ? logicalId : `net/${logicalId}`),
    }),
  };
}

function deployFar({ account, template }: Far, origins: OriginTable) {
  const deployment = id<DeploymentId>('far');
  const place = { account: [account], region: ['eu-west-1'], partition: ['aws'] };
  const document = parseDocument('far.yaml', JSON.stringify(template), origins);
  const origin = origins.source(document.file, 1, 1, 1);
  const exported = (name: Text): Value => {
    const what = describeText(name);
    const hole = { symbol: `attribute:net/${what}`, kind: 'attribute', settledBy: `deployment of ${what}` } as const;
    return {
      kind: 'text',
      text: [hole],
      refs: [{ resource: id<ResourceId>(`net/${what}`), attribute: 'Ref' }],
      origin,
    };
  };
  const unit = { deployment, document, parameters: new Map<string, string>(), ...place };
  const { resources, parameters } = translateTemplate(unit, { origins, readLocal: () => undefined, exported });
  return { resources, deployments: [{ id: deployment, ...place, origin, role: 'subject' as const, parameters }] };
}
