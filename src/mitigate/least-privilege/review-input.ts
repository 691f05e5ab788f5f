import type { ServiceActions } from '../../catalog/service-actions.ts';
import type { Trial, TryOut } from '../../model/choke-points.ts';
import type { IdentifiedControl } from '../../model/control.ts';
import type { UseRecord } from '../../model/least-privilege.ts';
import type { Resource } from '../../model/resource.ts';

/** What the review of rights is given. */
export interface ReviewInput {
  readonly resources: readonly Resource[];
  /** The model of the system as it is. */
  readonly first: Trial;
  readonly tryOut: TryOut;
  readonly controls: readonly IdentifiedControl[];
  readonly reference: ServiceActions;
  readonly records: readonly UseRecord[];
}
