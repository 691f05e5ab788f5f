import type { Deployment } from '../model/resource.ts';
import type { Assumption } from '../model/system.ts';

/** What the model takes for true because nobody gave it: parameter defaults, by deployment and name. */
export function createAssumptions(deployments: readonly Deployment[]): readonly Assumption[] {
  return deployments.flatMap((deployment) =>
    deployment.parameters
      .filter((parameter) => parameter.given === 'default')
      .map((parameter) => ({
        id: `${deployment.id}/${parameter.name}`,
        text: parameter.secret
          ? `Parameter ${parameter.name} of ${deployment.id} keeps its default value, which is secret.`
          : `Parameter ${parameter.name} of ${deployment.id} keeps its default value ${JSON.stringify(parameter.value ?? '')}.`,
        settledBy: `parameter ${parameter.name} of ${deployment.id}`,
        origin: parameter.origin,
      })),
  );
}
