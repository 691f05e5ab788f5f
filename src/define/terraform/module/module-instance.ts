import { and, type Guard } from '../../../model/guard.ts';
import type { Value } from '../../../model/value.ts';
import type { ModuleScope, Run, Scope } from '../expression/scope.ts';
import type { Attribute, Block } from '../hcl/syntax.ts';
import type { TerraformProvider } from '../instance.ts';
import type { Configuration } from './configuration.ts';
import type { Expansion, Member } from './expansion.ts';
import type { ResourceInstance } from './resource-instance.ts';

/** One instance of a module: its declarations with what has been evaluated of them. */
export interface ModuleInstance extends ModuleScope {
  readonly configuration: Configuration;
  readonly guard: Guard;
  /** Folders of the modules around, from the root on. */
  readonly chain: readonly string[];
  /** Keys of the module calls around, as `modules.json` joins them: `a.b`. */
  readonly callPath: string;
  /** Arguments of the call, and where they are evaluated; the root has none. */
  readonly call?: { readonly arguments: ReadonlyMap<string, Attribute>; readonly scope: Scope };
  /** Values given for variables of the root module. */
  readonly given: ReadonlyMap<string, Value>;
  readonly run: Run;
  /** A provider by its name in this module. */
  provider(name: string): TerraformProvider;
  /** Evaluated values by kind, mode and name; `busy` while they are. */
  readonly values: Map<string, Value | 'busy'>;
  readonly expansions: Map<string, Expansion | 'busy'>;
  readonly resources: Map<string, readonly ResourceInstance[]>;
  readonly modules: Map<string, readonly CalledModule[]>;
}

/** One member of a module call; `instance` is absent when the module cannot be read. */
export interface CalledModule {
  readonly member: Member;
  readonly address: string;
  readonly guard: Guard;
  readonly block: Block;
  readonly instance?: ModuleInstance;
}

/** The scope in which the declarations of a module are evaluated. */
export function moduleScope(module: ModuleInstance, mode: Scope['mode'] = 'property'): Scope {
  return { module, mode, run: module.run };
}

/** `module.a` in front of an address. */
export function within(module: ModuleScope, address: string): string {
  return module.address === '' ? address : `${module.address}.${address}`;
}

export function guardWithin(module: ModuleInstance, member: Member): Guard {
  return and(module.guard, member.guard);
}
