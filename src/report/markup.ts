import { visible } from './visible.ts';

/** HTML or SVG source. Only `markup` makes it, so that text from the input cannot be taken for it. */
export interface Markup {
  readonly source: string;
}

/** What a template may hold: text (which is escaped), markup (which is not), lists of both, or nothing. */
export type Content = string | number | Markup | undefined | false | readonly Content[];

/**
 * Template tag for HTML and SVG: everything interpolated is escaped unless it is markup itself, for element content
 * and for double-quoted attributes alike.
 */
export function markup(literals: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let source = literals[0] ?? '';
  contents.forEach((content, at) => {
    source += sourceOf(content) + (literals[at + 1] ?? '');
  });
  return { source };
}

/** Our own constant source, such as the style sheet; never text from the input. */
export function trustedMarkup(source: string): Markup {
  return { source };
}

export function escapeMarkup(text: string): string {
  const shown = visible(text);
  return /[&<>"']/.test(shown) ? shown.replace(/[&<>"']/g, (character) => entities[character] ?? '') : shown;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function sourceOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeMarkup(content);
  if (typeof content === 'number') return String(content);
  return 'source' in content ? content.source : content.map(sourceOf).join('');
}
