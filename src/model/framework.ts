/** A catalogue of requirements that others wrote, as far as configuration can show them. Identifiers are facts, words are ours. */
export interface Framework {
  readonly title: string;
  readonly version: string;
  /** Where the requirements are published. */
  readonly reference: string;
  readonly requirements: readonly Requirement[];
}

/** One requirement, and what of our knowledge bears on it. */
export interface Requirement {
  /** As its publisher writes it: `SC-28`, `SEC08`, `S3.5`. */
  readonly id: string;
  /** What it asks for, in our words; absent where only numbers may be named. */
  readonly title?: string;
  /** It is asked for by every threat rule that names one of these controls. */
  readonly controls?: readonly string[];
  /** It is asked for by these threat rules. */
  readonly threats?: readonly string[];
  /** Only on elements of these resource types; on all when absent. */
  readonly types?: readonly string[];
}

/** The identity of a framework is the name of its file under `catalog/frameworks/`. */
export type IdentifiedFramework = Framework & { readonly id: string };

export function defineFramework(framework: Framework): Framework {
  return framework;
}
