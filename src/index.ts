/** The public API. */

export { fixOf, type Judgement, judge, subjectOf } from './catalog/threat-match.ts';
export { type Control, defineControl } from './model/control.ts';
export type { Difference } from './model/difference.ts';
export type { ThreatModelDocument } from './model/document.ts';
export { bindFact, byDefault, casesOf, type Fact, given, mapFact, notApplicable, unknown } from './model/fact.ts';
export { always, type Guard } from './model/guard.ts';
export {
  type AssetRule,
  defineKnowledge,
  type KnowledgeModule,
  type OwnControl,
  type RiskMethod,
} from './model/knowledge.ts';
export type { Questions } from './model/questions.ts';
export { defineService, type ResourceView, type ServiceType } from './model/service.ts';
export type { Element } from './model/system.ts';
export type { SystemDocument } from './model/system-document.ts';
export { defineThreat, type IdentifiedRule, type ThreatMatch, type ThreatRule } from './model/threat.ts';
export { compare } from './monitor/compare.ts';
export { type AttackPathsOptions, attackPaths, system, type ThreatModelOptions, threatModel } from './threat-model.ts';
