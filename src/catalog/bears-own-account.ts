import type { ResourceId } from '../model/id.ts';
import type { System } from '../model/questions.ts';
import { describeText } from '../model/text.ts';

/**
 * Does a name hold the number of the account that the resource is in, as the buckets do that the CDK makes in each account
 * (`cdk-hnb659fds-assets-111122223333-eu-west-1`)? Names like that are one’s own by habit.
 */
export function bearsOwnAccount(system: Pick<System, 'deploymentOf'>, resource: ResourceId, name: string): boolean {
  return name.includes(describeText(system.deploymentOf(resource).account));
}
