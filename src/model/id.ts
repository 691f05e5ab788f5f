/**
 * A branded identifier: a plain string at run time, and a different type for each kind of thing, so that a threat's id
 * cannot be passed where an element's id is wanted.
 */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

/** `deployment/logical id`, for example `webshop/OrdersTable`; nested stacks add a segment each. */
export type ResourceId = Id<'resource'>;
/** The id of the resource that the element mainly stands for, or `external/…` for what is outside. */
export type ElementId = Id<'element'>;
/** Name of a deployment: one source unit with its parameters, account, region and stage. */
export type DeploymentId = Id<'deployment'>;
/** `kind:name`, for example `vpc:webshop/Vpc`. */
export type BoundaryId = Id<'boundary'>;
/** `from -> to # what`, stable across moves of lines. */
export type FlowId = Id<'flow'>;
/** `asset:` followed by the element that holds it. */
export type AssetId = Id<'asset'>;
/** `rule@element#instance key`. */
export type ThreatId = Id<'threat'>;
/** `attacker>target` followed by the moves on the way. */
export type PathId = Id<'path'>;
/** Position of a step within its path: `s1`, `s2` … */
export type StepId = Id<'step'>;
/** `control@addresses`. */
export type MitigationId = Id<'mitigation'>;

/** Brands a string. The one place where an id is made from text. */
export function id<T extends Id<string>>(text: string): T {
  return text as T;
}
