/** What a control does to a technique. */
export interface ControlEffect {
  readonly technique: string;
  readonly does: 'protect' | 'detect' | 'respond';
  /** How much, where the basis says that. */
  readonly score?: 'minimal' | 'partial' | 'significant';
  /**
   * Who says so: `ctid aws_network_firewall`, a capability in the mappings of the Center for Threat-Informed Defense
   * (https://ctid.mitre.org/projects/mappings-explorer); `attack M1047`, a mitigation of ATT&CK; `own`, our own judgement.
   */
  readonly basis: string;
}

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
  /** How to see that it is in force. */
  readonly inForce: string;
  /** What it costs to run: nothing, by use, a price for each thing a month, a subscription, or the time of people. */
  readonly cost: 'none' | 'usage' | 'fixed' | 'high' | 'people';
  /** What it does to techniques of ATT&CK; empty where it guards against mistakes and failure rather than attackers. */
  readonly effects: readonly ControlEffect[];
  readonly references: readonly string[];
}

/** The identity of a control is the name of its file under `catalog/controls/`. */
export type IdentifiedControl = Control & { readonly id: string };

export function defineControl(control: Control): Control {
  return control;
}
