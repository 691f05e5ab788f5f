import { and, type Guard } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Resource } from '../../model/resource.ts';
import { remembered } from './remembered.ts';
import { type ObjectPlace, objectsNamed } from './stored-objects.ts';

/** The object that has the template of a stack set. */
export interface StackSetTemplate {
  readonly set: Resource;
  readonly place: ObjectPlace;
  readonly guard: Guard;
  readonly origin: Origin;
}

/** The objects of the system that stack sets take their templates from, when they are updated. */
export const stackSetTemplates = remembered((ask): readonly StackSetTemplate[] =>
  ask.system.ofType('AWS::CloudFormation::StackSet').flatMap((set) => {
    const address = set.properties.entries.get('TemplateURL');
    if (address === undefined) return [];
    return objectsNamed(ask, set, { bucket: address }).map((place) => ({
      set,
      place,
      guard: and(set.guard, place.guard),
      origin: address.origin,
    }));
  }),
);
