/** An expression as it was written; `at` is the position of its first character in the text, from 0. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly at: number }
  | MethodCall
  | Fold
  | { readonly kind: 'not' | 'minus'; readonly of: Expression; readonly at: number }
  | Binary
  | Conditional;

/** A function of a value: `name.startsWith("prod")`. */
export interface MethodCall {
  readonly kind: 'method';
  readonly of: Expression;
  readonly name: string;
  readonly args: readonly Expression[];
  readonly at: number;
}

/** What is asked of the members of a list, or of the keys of a map, one by one: `list.exists(x, x > 1)`. */
export interface Fold {
  readonly kind: 'fold';
  readonly name: FoldName;
  readonly of: Expression;
  readonly variable: string;
  readonly body: Expression;
  readonly at: number;
}

export const foldNames = ['exists', 'all', 'exists_one', 'filter', 'map'] as const;
export type FoldName = (typeof foldNames)[number];

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/' | '%';

export interface Binary {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

/** `test ? yes : no`. */
export interface Conditional {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly yes: Expression;
  readonly no: Expression;
  readonly at: number;
}

/** What is wrong with an expression, and where in its text. */
export interface Fault {
  readonly message: string;
  readonly at: number;
}
