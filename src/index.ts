/** The public API. */
export { type AttackPathsOptions, attackPaths, type ThreatModelOptions, threatModel } from './threat-model.ts';
export type { SystemDocument, ThreatModelDocument } from './model/document.ts';
