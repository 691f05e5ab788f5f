/** The public API. */

export type { Difference } from './model/difference.ts';
export type { ThreatModelDocument } from './model/document.ts';
export type { SystemDocument } from './model/system-document.ts';
export { compare } from './monitor/compare.ts';
export { type AttackPathsOptions, attackPaths, system, type ThreatModelOptions, threatModel } from './threat-model.ts';
