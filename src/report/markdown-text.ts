import { visibleLine } from './visible.ts';

/**
 * Text from the input as plain words of Markdown: no character of it is markup, HTML, a link, a mention or the end of
 * a table cell.
 */
export function plain(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_{}[\]()#+!|~$]/g, (character) => `\\${character}`)
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`)
    .replace(/^(\s*)([-=])/, (_, space: string, mark: string) => `${space}&#${mark.codePointAt(0) ?? 0};`)
    .replace(/^(\s*\d+)\.(?=\s)/, '$1&#46;');
}

/** Text as code: between backticks when that is safe, else as an element with everything in it escaped. */
export function code(text: string): string {
  if (text === '') return '';
  const shown = visibleLine(text);
  return /[`|<>&]|^ | $/.test(shown) ? `<code>${plain(text)}</code>` : `\`${shown}\``;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Cells must be Markdown already; a stray line break becomes a space. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\n/g, ' ')).join(' | ')} |`;
}
