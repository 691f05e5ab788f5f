import type { Origin } from '../../model/origin.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import { remembered } from './remembered.ts';
import { type ObjectPlace, objectsNamed } from './stored-objects.ts';

/** The object of a bucket of the system in which Terraform keeps what it knows of a deployment. */
export interface KeptState {
  readonly deployment: Deployment;
  /** What the deployment is made of. */
  readonly resources: readonly Resource[];
  readonly place: ObjectPlace;
  readonly origin: Origin;
}

/** All states that lie in buckets of the system. */
export const keptStates = remembered((ask): readonly KeptState[] =>
  ask.system.model.deployments.flatMap((deployment) => {
    const { record } = deployment;
    if (record?.kind !== 'state') return [];
    const resources = ask.system.model.resources.filter((one) => one.deployment === deployment.id);
    const [first] = resources;
    if (first === undefined) return [];
    const { bucket, key } = record;
    return objectsNamed(ask, first, { bucket, ...(key !== undefined && { key }) }).map((place) => ({
      deployment,
      resources,
      place,
      origin: bucket.origin,
    }));
  }),
);
