import { each } from '../../terraform-rules.ts';

/** `advanced_event_selector` of trails and event data stores. */
export const advancedSelectors = each('advanced_event_selector', {
  Name: 'name',
  FieldSelectors: each('field_selector', {
    Field: 'field',
    Equals: 'equals',
    NotEquals: 'not_equals',
    StartsWith: 'starts_with',
    NotStartsWith: 'not_starts_with',
    EndsWith: 'ends_with',
    NotEndsWith: 'not_ends_with',
  }),
});
