import type { AnswerOf, Answers, AnyDimension, StructuralAnswers } from './dimension.ts';
import type { Fact, NotApplicable } from './fact.ts';
import type { Guard } from './guard.ts';
import type { Resource } from './resource.ts';
import type { Text } from './text.ts';
import type { Value } from './value.ts';

/** What a diagram shows. `part`: not drawn by itself, it configures another resource. */
export type ElementKind = 'process' | 'data-store' | 'external-entity' | 'identity' | 'network' | 'control';

/** Who answers for what: the more AWS runs, the less is left to the customer. */
export type ServiceModel = 'infrastructure' | 'container' | 'managed' | 'serverless' | 'identity' | 'control';

/** Reads one resource; every property that is read is recorded in the ledger. */
export interface ResourceView {
  readonly resource: Resource;
  /**
   * The value at a dotted path (`VersioningConfiguration.Status`), undefined when it is not given. Choices on the way
   * are pushed outwards: the result may be a choice, an unknown, or absent.
   */
  read(path: string): Value | undefined;
  /** The place of a property, or of the resource when the property is absent. */
  origin(path?: string): Resource['origin'];
  /**
   * What a reference leads to, so that a type can answer from what it is built on: an instance from its launch template,
   * a database from its subnet group. Only properties can be read there; facts of others are the system's business.
   */
  follow(value: Value, types?: readonly string[]): readonly Followed[];
}

/** One end of a reference. `external`: certainly none of the resources given; `unknown`: cannot be told. */
export type Followed =
  | { readonly kind: 'resource'; readonly view: ResourceView; readonly guard: Guard }
  | { readonly kind: 'external'; readonly text: Text; readonly guard: Guard }
  | { readonly kind: 'unknown'; readonly settledBy: string; readonly guard: Guard };

/**
 * Everything of these types in the account of whoever says so: what a setting of a whole account is about. With `named`, that of
 * which a property surely matches one of the patterns.
 */
export interface AllOfAccount {
  readonly kind: 'all-of-account';
  readonly types: readonly string[];
  readonly named?: { readonly property: string; readonly patterns: readonly Text[] };
}

/** An answer that a resource gives about another one: a bucket policy about its bucket, a flow log about its VPC. */
export type Contribution = {
  readonly [D in AnyDimension]: {
    readonly to: Value | AllOfAccount;
    /** The types that `to` may be a name of: roles and instance profiles often share one. */
    readonly types?: readonly string[];
    readonly dimension: D;
    readonly fact: Fact<AnswerOf<D>>;
  };
}[AnyDimension];

export type Answer<D extends AnyDimension> = (view: ResourceView) => Fact<AnswerOf<D>>;

/** What an AWS resource type is: the whole knowledge of one type, in depth. */
export interface ServiceType {
  readonly type: string;
  /** `S3 bucket`: singular, as people say it. */
  readonly title: string;
  /** How it is drawn; `part` when it belongs to the element that `partOf` names. */
  readonly element: ElementKind | 'part';
  readonly partOf?: (view: ResourceView) => readonly Value[];
  /** For a part that does not name its whole: types that refer to it as theirs (a service to its task definition). */
  readonly ownedBy?: readonly string[];
  /** How a part is drawn when its whole is not in the input; `control` when not said. */
  readonly aloneAs?: ElementKind;
  readonly service: ServiceModel;
  /** AWS's documentation page of the type. */
  readonly documentation: string;
  /** One entry for every dimension: how it is answered, or why it does not apply. */
  readonly facts: { readonly [D in keyof Answers]: Answer<D> | NotApplicable };
  /** Answers that only some types give. */
  readonly structure?: { readonly [D in keyof StructuralAnswers]?: Answer<D> };
  readonly contributes?: (view: ResourceView) => readonly Contribution[];
  /** Security-relevant properties that are deliberately not read, each with the reason. */
  readonly ignored: Readonly<Record<string, string>>;
}

/** Checks the shape at compile time; the file's default export. */
export function defineService(service: ServiceType): ServiceType {
  return service;
}
