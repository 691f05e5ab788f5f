import type { Text } from '../../src/model/text.ts';

/** A text with its holes as `<symbol>`. */
export function shownText(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : `<${part.symbol}>`)).join('');
}
