import { services } from '../../src/catalog/catalog.generated.ts';
import { parseDocument } from '../../src/define/cloudformation/parse.ts';
import { translateTemplate } from '../../src/define/cloudformation/translate.ts';
import { createReach } from '../../src/define/reach/create-reach.ts';
import { createBase, type ResourceBase } from '../../src/define/system/create-system.ts';
import { type DeploymentId, id, type ResourceId } from '../../src/model/id.ts';
import { createOrigins, type OriginTable } from '../../src/model/origin.ts';
import type { NetworkEnd, Reach } from '../../src/model/questions.ts';

const known = new Map(services.map((service) => [service.type, service]));

/** A template as a deployed system with its network engine. */
export interface Deployed {
  readonly base: ResourceBase;
  readonly reach: Reach;
  readonly origins: OriginTable;
  /** The end that a logical id stands for. */
  end(logicalId: string): NetworkEnd;
}

/** Deploys a template, given as YAML or as an object, through the real importer. */
export function deploy(template: string | object, parameters: Readonly<Record<string, string>> = {}): Deployed {
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
  const base = createBase({ resources: translated.resources, deployments, asOf: '2026-01-31' }, known);
  const problem = [...document.diagnostics, ...translated.diagnostics].find(({ level }) => level === 'error');
  if (problem !== undefined) throw new Error(problem.message);
  return {
    base,
    reach: createReach(base),
    origins,
    end: (logicalId) => ({ kind: 'resource', resource: id<ResourceId>(`net/${logicalId}`) }),
  };
}
