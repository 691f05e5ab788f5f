import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Guard } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Origin } from '../../model/origin.ts';
import type { Text } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import type { NamedThing } from '../physical-name.ts';
import type { MappingEntry, MappingNode, Node, ParsedDocument } from './node.ts';
import type { ImportContext, TemplateUnit } from './unit.ts';

/** Where a value is resolved: the template with its declarations, and what is known at this place. */
export interface Scope {
  readonly unit: TemplateUnit;
  readonly context: ImportContext;
  readonly template: Template;
  /** Holds wherever the value is used: the resource's condition and the branches of `Fn::If` around it. */
  readonly under: Guard;
  readonly mode: Mode;
  readonly run: Run;
}

/**
 * What parameters are taken for. `property`: their default when none is given, and secrets are never told. `question`
 * (conditions): defaults stay open so that the answer keeps the question. `assumed`: what holds with all defaults.
 */
export type Mode = 'property' | 'question' | 'assumed';

/** A scope with the call that is being evaluated: where its result stands, and its name for diagnostics. */
export interface CallScope extends Scope {
  readonly origin: Origin;
  readonly call: string;
}

/** Evaluates a call of one of CloudFormation's functions. */
export type IntrinsicFunction = (argument: Node, scope: CallScope) => Value;

/** Counters that protect against hostile input; shared by a template and its nested stacks. */
export interface Run {
  readonly diagnostics: Diagnostic[];
  readonly reported: Set<string>;
  readonly assumed: Map<string, string>;
  /** Every value that a parameter may have, by its symbol. */
  readonly domains: Map<string, readonly string[]>;
  /** Evaluates a node; passed along because functions and values contain each other. */
  readonly evaluate: (node: Node, scope: Scope, origin: Origin) => Value;
  /** Calls of `resolveNode` inside each other. */
  depth: number;
  nestedStacks: number;
  expanded: number;
  readonly documents: Map<string, ParsedDocument>;
}

/** A template's declarations, with what has been resolved of them. */
export interface Template {
  readonly file: string;
  /** The deployment, with a segment for each nested stack: prefix of resource ids and of parameter symbols. */
  readonly path: string;
  /** `''`, or `Nested.` for addresses in a nested stack. */
  readonly addressPrefix: string;
  /** Files from the outermost template to this one. */
  readonly nesting: readonly string[];
  readonly stackName: Text;
  readonly parameters: Map<string, Parameter>;
  readonly mappings: ReadonlyMap<string, MappingEntry>;
  readonly conditions: Map<string, MappingEntry>;
  readonly conditionGuards: Map<string, Guard | 'busy'>;
  readonly opaque: Map<string, string>;
  readonly resources: Map<string, Declaration>;
  readonly outputs: Map<string, MappingEntry>;
  /** The template says that macros (or SAM) change it before deployment: names that it does not declare may exist. */
  macros: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly secret: boolean;
  readonly allowed?: readonly string[];
  readonly default?: string;
  /** Given by the user. */
  readonly explicit?: string;
  /** Given by the stack around this one. */
  readonly passed?: (mode: Mode) => Value;
  readonly origin: Origin;
}

/** A resource of the template while it is being resolved. */
export interface Declaration {
  readonly logicalId: string;
  readonly id: ResourceId;
  readonly type: string;
  readonly entry: MappingEntry;
  readonly body: MappingNode;
  readonly scope: Scope;
  /** Its `Properties`, empty when there are none. */
  readonly properties: MappingNode;
  readonly resolved: Map<string, Value | 'busy'>;
  /** As names are made of it, once one is asked for. */
  named?: NamedThing;
  readonly guard: Guard;
  nested?: NestedStack | 'none';
}

/** A local nested stack, opened. */
export interface NestedStack {
  readonly scope: Scope;
}

/** Reports once for each place and message. */
export function report(scope: Scope, level: Diagnostic['level'], code: string, message: string, origin: Origin) {
  const source = scope.context.origins.span(origin) ?? { file: scope.template.file, line: 1, column: 1, endLine: 1 };
  const key = `${code} ${message} ${source.file}:${source.line}:${source.column}`;
  if (scope.run.reported.has(key)) return;
  scope.run.reported.add(key);
  scope.run.diagnostics.push({ level, code, message, source });
}
