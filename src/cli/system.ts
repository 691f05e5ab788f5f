import type { Command } from 'commander';
export function configureSystem(_: Command): void {}
