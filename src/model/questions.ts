import type { Access } from './access.ts';
import type { AnswerOf, AnyDimension } from './dimension.ts';
import type { Fact } from './fact.ts';
import type { Guard } from './guard.ts';
import type { BoundaryId, ElementId, ResourceId } from './id.ts';
import type { Reach } from './reach.ts';
import type { Deployment, Resource } from './resource.ts';
import type { ServiceType } from './service.ts';
import type { Element, Exposure, Responsibility, SystemModel } from './system.ts';
import type { Text } from './text.ts';
import type { Value } from './value.ts';

/** What rules and moves may ask. They see no engine, only these three. */
export interface Questions {
  readonly system: System;
  readonly access: Access;
  readonly reach: Reach;
}

/** The system as drawn, and those who answer questions about it. */
export interface DefinedSystem {
  readonly ask: Questions;
  exposure(element: ElementId): Exposure;
  responsibility(element: ElementId): Responsibility;
}

/** The system with its indexes. */
export interface System {
  readonly model: SystemModel;
  /** Day for which the model is true, `YYYY-MM-DD`. */
  readonly asOf: string;
  resource(id: ResourceId): Resource | undefined;
  element(id: ElementId): Element | undefined;
  /** The element that a resource is, or is a part of. */
  elementOf(resource: ResourceId): Element | undefined;
  ofType(type: string): readonly Resource[];
  /** All resources that give an answer of this dimension, their own or by contribution. */
  withAnswer(dimension: AnyDimension): readonly Resource[];
  /** The answer about a resource, what others contribute included. Types without knowledge answer unknown. */
  fact<D extends AnyDimension>(resource: ResourceId, dimension: D): Fact<AnswerOf<D>>;
  /**
   * The resources that a reference may mean: by `Ref` or attribute, ARN, or name. A plain name is looked up among
   * resources of `types` when they are given; otherwise it counts only when one resource of the account has it.
   */
  resolve(value: Value, from: ResourceId, types?: readonly string[]): readonly Target[];
  /** How everything about a type is known; undefined for types without knowledge in depth. */
  service(type: string): ServiceType | undefined;
  /** The deployment that a resource belongs to. */
  deploymentOf(resource: ResourceId): Deployment;
  /** Resources that refer to this one by any property, and those that it refers to. */
  referrers(resource: ResourceId): readonly ResourceId[];
  references(resource: ResourceId): readonly ResourceId[];
  /** All boundaries from the innermost outwards. */
  enclosing(boundary: BoundaryId): readonly BoundaryId[];
}

/** What a reference leads to. `external`: certainly none of the resources given; `unknown`: cannot be told. */
export type Target =
  | { readonly kind: 'resource'; readonly resource: Resource; readonly guard: Guard }
  | { readonly kind: 'external'; readonly text: Text; readonly guard: Guard }
  | { readonly kind: 'unknown'; readonly settledBy: string; readonly guard: Guard };
