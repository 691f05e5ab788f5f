import type { Deployment } from '../model/resource.ts';
import type { Assumption } from '../model/system.ts';

/**
 * What the model takes for true because nobody gave it: parameter defaults, by deployment and name. The values of those in
 * `secrets` are not told.
 */
export function createAssumptions(
  deployments: readonly Deployment[],
  secrets: ReadonlySet<string>,
): readonly Assumption[] {
  return deployments.flatMap((deployment) =>
    deployment.parameters
      .filter((parameter) => parameter.given === 'default')
      .map((parameter) => ({
        id: `${deployment.id}/${parameter.name}`,
        text:
          parameter.secret || secrets.has(parameter.name)
            ? `Parameter ${parameter.name} of ${deployment.id} keeps its default value, which is secret.`
            : `Parameter ${parameter.name} of ${deployment.id} keeps its default value ${JSON.stringify(parameter.value ?? '')}.`,
        settledBy: `parameter ${parameter.name} of ${deployment.id}`,
        origin: parameter.origin,
      })),
  );
}
