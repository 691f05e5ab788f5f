import { plainCharacter, type Text, type TextPart, text } from '../../../model/text.ts';

/** What stands in a text of a policy: literal pieces, holes, and variables. */
export type Piece = TextPart | Variable;

export interface Variable {
  readonly kind: 'variable';
  /** As written. */
  readonly key: string;
  readonly byDefault: string | undefined;
}

/** A text with variables, taken apart once. */
export type Template = readonly Piece[];

/** Undefined for a text without variables, which stands for itself. */
export function templateOf(source: Text): Template | undefined {
  if (!source.some((part) => typeof part === 'string' && part.includes('${'))) return undefined;
  const pieces = source.flatMap((part): readonly Piece[] => (typeof part === 'string' ? piecesOf(part) : [part]));
  return pieces.some((piece) => typeof piece === 'object' && piece.kind === 'variable') ? pieces : undefined;
}

/** `${key}` and `${key, 'default'}`. */
const variable = /\$\{\s*([^}',]+?)\s*(?:,\s*'([^']*)'\s*)?\}/g;

function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of source.matchAll(variable)) {
    pieces.push(source.slice(end, found.index), { kind: 'variable', key: found[1] ?? '', byDefault: found[2] });
    end = found.index + found[0].length;
  }
  return [...pieces, source.slice(end)];
}

/**
 * The text with what variables stand for. Undefined when one has neither value nor default: what it stands in then matches
 * nothing. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function fill(template: Template, valueFor: (variable: Variable) => Text | undefined): Text | undefined {
  const parts: TextPart[] = [];
  for (const piece of template) {
    if (typeof piece === 'string' || piece.kind !== 'variable') parts.push(piece);
    else {
      const value = special(piece.key) ?? valueFor(piece);
      if (value === undefined) return undefined;
      parts.push(...value);
    }
  }
  return text(...parts);
}

/** `${*}`, `${?}` and `${$}` stand for the characters; the wildcards are then none, and in no other text. */
function special(key: string): Text | undefined {
  if (key === '$') return ['$'];
  return key === '*' || key === '?' ? [plainCharacter(key)] : undefined;
}

/** Keys that the variables of a template ask for. */
export function keysIn(template: Template): readonly string[] {
  return template.flatMap((piece) =>
    typeof piece === 'object' && piece.kind === 'variable' && !/^[*?$]$/.test(piece.key) ? [piece.key] : [],
  );
}
