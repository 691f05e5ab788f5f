/** A value of a template: JSON, functions written as mappings. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A resource as a template states it. */
export interface StatedResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: Json };
}

/** A template as far as it is changed here. */
export interface StatedTemplate {
  readonly Resources: Readonly<Record<string, StatedResource>>;
  readonly [section: string]: unknown;
}

/** What is done to one resource of a template, and what is put beside it. */
export interface Change {
  /** Values by their path below `Properties`: `Data.Rules.0.Port`. A `+` at the end adds to a list. */
  readonly set?: Readonly<Record<string, Json>>;
  /** Paths that are taken away. */
  readonly drop?: readonly string[];
  /** Resources by what their logical id has behind that of the changed one. */
  readonly add?: Readonly<Record<string, StatedResource>>;
}

/** One kind of weakness: how it gets into a template, and what must be said of it. */
export interface Weakness {
  readonly name: string;
  /** Types of the resources that it is put into. */
  readonly on: readonly string[];
  /** Rules of which one at least must be open at the resource or at one that was put beside it. */
  readonly rules: readonly [string, ...string[]];
  /** Whether a resource is a place for it; absent: all of the types are. */
  readonly suits?: (stated: Place) => boolean;
  /** The sound state that it is compared with; absent: the template as it is. */
  readonly good?: (place: Place) => Change;
  readonly weak: (place: Place) => Change;
}

/** Where in a template a weakness may stand. */
export interface Place {
  readonly id: string;
  readonly resource: StatedResource;
  readonly template: StatedTemplate;
}
