import type { IdentifiedControl } from './control.ts';
import type { Fact } from './fact.ts';
import type { Origin } from './origin.ts';
import type { Questions, System } from './questions.ts';
import type { RiskLevel } from './risk.ts';
import type { ServiceType } from './service.ts';
import type { Element } from './system.ts';
import type { IdentifiedRule } from './threat.ts';

/** What users know beyond the catalogue: from rule files, or from modules that they opt in to. */
export interface OwnKnowledge {
  readonly threats: readonly IdentifiedRule[];
  readonly controls: readonly OwnControl[];
  /** In place of the catalogue's where both know a type. */
  readonly services: readonly ServiceType[];
  readonly assets: readonly AssetRule[];
  readonly risk?: RiskMethod;
  /** Texts that it was read from: two runs with equal ones know the same. */
  readonly said: readonly string[];
}

/** A control with what tells that it is in force, and what it then closes. */
export interface OwnControl extends IdentifiedControl {
  /** Ids of threats that it closes where it is in force, or prefixes of ids that end in `/`. */
  readonly closes: readonly string[];
  /** Is it in force on the element? Absent: only attestations tell. */
  readonly isInForce?: (element: Element, ask: Questions) => Fact<boolean>;
  /** Where it is written; absent for modules. */
  readonly origin?: Origin;
}

/** Does the control close threats of this rule? */
export function closes({ closes: ids }: Pick<OwnControl, 'closes'>, rule: string): boolean {
  return ids.some((id) => id === rule || (id.endsWith('/') && rule.startsWith(id)));
}

/** What an asset rule may ask: it is asked before anything is drawn. */
export type AssetQuestions = Pick<System, 'resource' | 'fact' | 'deploymentOf' | 'references' | 'referrers' | 'asOf'>;

/** What elements of some kind are worth, 1 (low) to 3 (high). */
export interface AssetRule {
  readonly name: string;
  readonly confidentiality: number;
  readonly integrity: number;
  readonly availability: number;
  readonly because: string;
  /** Has the element such an asset? */
  readonly appliesTo: (element: Element, ask: AssetQuestions) => Fact<boolean>;
  readonly origin?: Origin;
}

/** How risk is told, where users have a method of their own. */
export interface RiskMethod {
  /** The score, 1 to 25, at which each level begins. */
  readonly levels?: Readonly<Record<Exclude<RiskLevel, 'info'>, number>>;
  /** Level by likelihood (row, 1 to 5) and impact (column, 1 to 5), in place of thresholds. */
  readonly matrix?: readonly (readonly RiskLevel[])[];
  /** What factors of a name count: 0 not at all, 1 as usual, 2 twice. */
  readonly weights?: Readonly<Record<string, number>>;
}

export const noOwnKnowledge: OwnKnowledge = { threats: [], controls: [], services: [], assets: [], said: [] };

/** Several pieces of knowledge as one; of two risk methods the last counts. */
export function joinKnowledge(...parts: readonly OwnKnowledge[]): OwnKnowledge {
  const risk = parts.findLast((part) => part.risk !== undefined)?.risk;
  return {
    threats: parts.flatMap((part) => part.threats),
    controls: parts.flatMap((part) => part.controls),
    services: parts.flatMap((part) => part.services),
    assets: parts.flatMap((part) => part.assets),
    ...(risk !== undefined && { risk }),
    said: parts.flatMap((part) => part.said),
  };
}

/** What a module of rules gives; what it leaves out is none. */
export type KnowledgeModule = Partial<Omit<OwnKnowledge, 'said'>>;

/** Checks the shape at compile time; the default export of a module of rules. */
export function defineKnowledge(knowledge: KnowledgeModule): KnowledgeModule {
  return knowledge;
}
