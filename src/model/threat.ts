import type { Guard } from './guard.ts';
import type { ElementId, MitigationId, ThreatId } from './id.ts';
import type { Origin } from './origin.ts';
import type { Questions } from './questions.ts';
import type { Risk } from './risk.ts';
import type { Element } from './system.ts';

export type Stride =
  | 'spoofing'
  | 'tampering'
  | 'repudiation'
  | 'information-disclosure'
  | 'denial-of-service'
  | 'elevation-of-privilege';

/** One to five, see `docs/guide/risk.md`. */
export type Level5 = 1 | 2 | 3 | 4 | 5;

/** What can go wrong, as knowledge: data that can be printed, and one function that finds it. */
export interface ThreatRule {
  readonly title: string;
  /** The parts of: a [source] [prerequisites] can [action], which leads to [impact]. */
  readonly statement: {
    readonly source: string;
    readonly prerequisites: string;
    readonly action: string;
    readonly impact: string;
  };
  readonly stride: readonly Stride[];
  /** ATT&CK technique ids. */
  readonly techniques: readonly string[];
  /** CWE ids, `CWE-732`. */
  readonly weaknesses: readonly string[];
  /** Ids of controls that close it or make it less likely. */
  readonly controls: readonly string[];
  readonly likelihood: Level5;
  readonly impact: Level5;
  /** How attackers come to it and what they do with it, as attacks have shown. Empty only in rules of users. */
  readonly howUsed: string;
  /** How to see in a system of one's own that it is there, and gone after the change. Empty only in rules of users. */
  readonly howTested: string;
  /** When a report of it is right in form and yet no cause to act. */
  readonly falsePositives: string;
  readonly references: readonly string[];
  /** Types that a rule of users names: then it also tells what it does not know of types that the catalogue lacks. */
  readonly types?: readonly string[];
  /** Asked once for each element; yields what it finds there. */
  find(element: Element, ask: Questions): Iterable<ThreatMatch>;
}

/** The identity of a rule is the path of its folder under `catalog/threats/`, `data/public-read`. */
export type IdentifiedRule = ThreatRule & {
  readonly id: string;
  /** Where a rule of users is written; absent for the catalogue and for modules. */
  readonly origin?: Origin;
};

/** What a rule says of one element. */
export interface ThreatMatch {
  /** The semantic item, such as port and source or a variable's name; `''` when the element as a whole is meant. */
  readonly key: string;
  readonly status: 'open' | 'mitigated' | 'unknown';
  readonly guard?: Guard;
  /** First is the primary one. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** Controls that were found, in force or not. */
  readonly controls: readonly ControlState[];
  /** For `unknown`: the input that would settle it. */
  readonly settledBy?: string;
  /** The change that closes it, in the user's own terms. */
  readonly fix: Fix;
  /** Added to the rule's likelihood or impact, with the reason: an exposed port that is a database, a default password. */
  readonly adjust?: readonly { readonly of: 'likelihood' | 'impact'; readonly by: number; readonly because: string }[];
}

export interface Evidence {
  readonly note: string;
  readonly origin: Origin;
}

export interface ControlState {
  readonly control: string;
  /** `in-force` counts; the others are told and do not count. */
  readonly state: 'in-force' | 'not-in-force' | 'unknown' | 'attested';
  readonly evidence: Evidence;
}

/** Service, property and value of the change that closes a threat. */
export interface Fix {
  readonly control: string;
  readonly title: string;
  /** Address of the resource to change, its type, the property's path and what to set it to. */
  readonly resource: string;
  readonly type: string;
  readonly property: string;
  readonly value: string;
}

export type ThreatStatus = 'open' | 'mitigated' | 'accepted' | 'unknown';

/** A threat in this system. */
export interface Threat {
  readonly id: ThreatId;
  readonly rule: IdentifiedRule;
  readonly element: ElementId;
  readonly match: ThreatMatch;
  readonly status: ThreatStatus;
  readonly statement: string;
  readonly acceptance?: {
    readonly reason: string;
    readonly owner: string;
    readonly expires: string;
    readonly origin: Origin;
    readonly lapsed?: string;
  };
}

/** A threat with its risk and what would remove it. */
export interface RatedThreat {
  readonly threat: Threat;
  readonly risk: Risk;
  readonly mitigations: readonly MitigationId[];
}

export function defineThreat(rule: ThreatRule): ThreatRule {
  return rule;
}
