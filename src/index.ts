/** The public API. */

export type { Difference } from './model/difference.ts';
export type { SystemDocument, ThreatModelDocument } from './model/document.ts';
export { compare } from './monitor/compare.ts';
export { type AttackPathsOptions, attackPaths, system, type ThreatModelOptions, threatModel } from './threat-model.ts';
