import type { Origin } from '../../../model/origin.ts';

/** An expression of HCL. Each knows its place. */
export type Expression =
  | LiteralExpression
  | TemplateExpression
  | TupleExpression
  | ObjectExpression
  | NameExpression
  | AccessExpression
  | CallExpression
  | ForExpression
  | ConditionalExpression
  | BinaryExpression
  | UnaryExpression
  | BrokenExpression;

interface Placed {
  readonly origin: Origin;
}

export interface LiteralExpression extends Placed {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

export interface TemplateExpression extends Placed {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart = string | Expression | IfDirective | ForDirective;

/** `%{ if … }…%{ else }…%{ endif }`. */
export interface IfDirective {
  readonly kind: 'if-directive';
  readonly condition: Expression;
  readonly whenTrue: readonly TemplatePart[];
  readonly whenFalse: readonly TemplatePart[];
}

/** `%{ for key, value in … }…%{ endfor }`. */
export interface ForDirective {
  readonly kind: 'for-directive';
  readonly key?: string;
  readonly value: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}

export interface TupleExpression extends Placed {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectExpression extends Placed {
  readonly kind: 'object';
  readonly items: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** The first word of a reference: `var`, `local`, `aws_s3_bucket`, or the name of an iteration. */
export interface NameExpression extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

export interface AccessExpression extends Placed {
  readonly kind: 'access';
  readonly of: Expression;
  readonly steps: readonly AccessStep[];
}

export type AccessStep =
  | { readonly kind: 'attribute'; readonly name: string; readonly origin: Origin }
  | { readonly kind: 'index'; readonly key: Expression; readonly origin: Origin }
  /** `[*]` and `.*`, with the steps that are taken in every item. */
  | { readonly kind: 'splat'; readonly each: readonly AccessStep[]; readonly origin: Origin };

export interface CallExpression extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  /** The last argument is a list of arguments: `f(xs...)`. */
  readonly spread: boolean;
}

export interface ForExpression extends Placed {
  readonly kind: 'for';
  readonly key?: string;
  readonly value: string;
  readonly collection: Expression;
  /** Of the items of an object; absent when it makes a list. */
  readonly resultKey?: Expression;
  readonly result: Expression;
  /** `...`: values of equal keys come together in lists. */
  readonly group: boolean;
  readonly condition?: Expression;
}

export interface ConditionalExpression extends Placed {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface BinaryExpression extends Placed {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryExpression extends Placed {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

/** Where the source could not be read; it was reported. */
export interface BrokenExpression extends Placed {
  readonly kind: 'broken';
}

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  /** From the name to the end of the value. */
  readonly origin: Origin;
}

/** What stands behind `bartizan:accept` in a comment. */
export interface AcceptanceComment {
  readonly text: string;
  readonly origin: Origin;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** What `bartizan:accept` says in the comments directly above. */
  readonly acceptances?: readonly AcceptanceComment[];
  /** From the type to the closing brace. */
  readonly origin: Origin;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
  /** A part could not be read, so that something may be missing. */
  readonly broken: boolean;
}
