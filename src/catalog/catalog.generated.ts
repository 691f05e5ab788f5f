// Written by scripts/generate-catalog.ts. Do not edit: run `npm run generate`.
import type { IdentifiedMove } from '../model/attack.ts';
import type { IdentifiedControl } from '../model/control.ts';
import type { ServiceType } from '../model/service.ts';
import type { IdentifiedRule } from '../model/threat.ts';

/** Every resource type that is known in depth. */
export const services: readonly ServiceType[] = [
];

/** Every threat rule. */
export const threatRules: readonly IdentifiedRule[] = [
];

/** Every move of an attacker. */
export const moves: readonly IdentifiedMove[] = [
];

/** Every control. */
export const controls: readonly IdentifiedControl[] = [
];
