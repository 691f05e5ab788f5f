/** A countermeasure as knowledge. Whether it is in force is told by facts (`protections`, `settings`) and by the engines. */
export interface Control {
  readonly title: string;
  readonly description: string;
  readonly kind: 'preventive' | 'detective' | 'corrective' | 'procedural';
  /** AWS service that provides it, or `process` for a procedure. */
  readonly service: string;
  /** How the control is added, for people. */
  readonly howToAdd: string;
  /** What it takes, 1 (one property) to 5 (a project). */
  readonly effort: 1 | 2 | 3 | 4 | 5;
  readonly references: readonly string[];
}

/** The identity of a control is the name of its file under `catalog/controls/`. */
export type IdentifiedControl = Control & { readonly id: string };

export function defineControl(control: Control): Control {
  return control;
}
