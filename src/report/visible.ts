/**
 * Text from the input, made safe to look at: control characters, terminal escapes, and characters that are invisible
 * or turn the direction of the text are written out (`\u001b`), so that a name can neither act nor pretend.
 */
export function visible(text: string): string {
  if (printable.test(text)) return text;
  return text.replace(hidden, written);
}

/** As `visible`, on one line: line breaks and tabs are written out too. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, (character) => (character === '\n' ? '\\n' : '\\t'));
}

/** Control (but not line feed and tab), format, line and paragraph separators, tags, lone surrogates. */
const hiddenSource = '[^\\P{C}\\n\\t]|[\\u2028\\u2029\\u{E0000}-\\u{E007F}]';
const hidden = new RegExp(hiddenSource, 'gu');
/** Nearly every text: nothing in it needs a closer look. */
const printable = /^[\n\t -~]*$/;

function written(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
