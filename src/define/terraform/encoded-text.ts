import type { UnknownValue, Value } from '../../model/value.ts';

/** A text that was encoded while parts of it were not known: opaque, but what it encodes is remembered. */
export interface EncodedText extends UnknownValue {
  readonly encoded: { readonly by: string; readonly content: Value };
}

/** Marks the opaque result of the function `by` with the text that it was given. */
export function encodedText(opaque: UnknownValue, by: string, content: Value): EncodedText {
  return { ...opaque, encoded: { by, content } };
}

/** What an encoded text encodes; undefined for other values, and for texts of other functions than `by`. */
export function encodedContent(value: Value, by?: string): Value | undefined {
  if (value.kind !== 'unknown' || !('encoded' in value)) return undefined;
  const { encoded } = value as EncodedText;
  return by === undefined || encoded.by === by ? encoded.content : undefined;
}
