import { type Markup, markup, trustedMarkup } from '../markup.ts';
import type { Category } from './category.ts';

/** Strokes on a field of 16 × 16. */
const strokes: Readonly<Record<Category, string>> = {
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14.5c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5',
  internet: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM1.5 8h13M8 1.5c-4.5 4-4.5 9 0 13M8 1.5c4.5 4 4.5 9 0 13',
  outside: 'M2 14.5v-10l6-3 6 3v10zM6.5 14.5v-4h3v4M5 7h1.5M9.5 7H11',
  compute: 'M4 4h8v8H4zM6 1.5V4M10 1.5V4M6 12v2.5M10 12v2.5M1.5 6H4M1.5 10H4M12 6h2.5M12 10h2.5',
  function: 'M3 2.5h2.5l6 11H14M7.3 6.5 3 13.5',
  container: 'M1.5 5 8 2l6.5 3v6L8 14l-6.5-3zM1.5 5 8 8l6.5-3M8 8v6',
  database:
    'M2.5 4c0-1.4 2.5-2.2 5.5-2.2s5.5.8 5.5 2.2v8c0 1.4-2.5 2.2-5.5 2.2S2.5 13.4 2.5 12zM2.5 4c0 1.4 2.5 2.2 5.5 2.2S13.5 5.4 13.5 4M2.5 8c0 1.4 2.5 2.2 5.5 2.2S13.5 9.4 13.5 8',
  bucket: 'M2 3.5h12l-1.6 10.5H3.6zM2.6 7.5h10.8',
  queue: 'M1.5 4.5h3v7h-3zM6.5 4.5h3v7h-3zM11.5 4.5h3v7h-3z',
  balancer: 'M1.5 8H6M6 8l5-5h3M6 8h8M6 8l5 5h3M4.5 6.5 6 8 4.5 9.5',
  gateway: 'M5.5 3 1.5 8l4 5M10.5 3l4 5-4 5M9 2.5 7 13.5',
  edge: 'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM4.5 11.5a5 5 0 0 1 0-7M11.5 11.5a5 5 0 0 0 0-7M2.3 13.7a8 8 0 0 1 0-11.4M13.7 13.7a8 8 0 0 0 0-11.4',
  network: 'M6 1.5h4v4H6zM1.5 10.5h4v4h-4zM10.5 10.5h4v4h-4zM8 5.5V8M3.5 10.5V8h9v2.5',
  identity:
    'M2 3h12v10H2zM6 8.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM3.8 11c.2-1.2 1-1.8 2.2-1.8S8 9.8 8.2 11M10 6.5h2.5M10 9.5h2.5',
  key: 'M5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM8.5 7.5h6V10M12 7.5v2',
  secret: 'M3 7h10v7H3zM5 7V5a3 3 0 0 1 6 0v2M8 9.5v2',
  log: 'M3 1.5h10v13H3zM5.5 5h5M5.5 8h5M5.5 11h3',
  pipeline: 'M3.5 8a2 2 0 1 0 0-.1M5.5 8h5M10.5 8a2 2 0 1 0 0-.1M8.5 6l2 2-2 2',
  shield: 'M8 1.5 13.5 3.5v4c0 3.5-2.2 5.7-5.5 7-3.3-1.3-5.5-3.5-5.5-7v-4z',
  other: 'M2.5 2.5h11v11h-11zM5.5 8h5',
};

/** A sign with its upper left corner at the given place; `size` is the length of its sides. */
export function glyph(category: Category, x: number, y: number, size = 16): Markup {
  return markup`<path class="glyph" transform="translate(${x} ${y}) scale(${size / 16})" d="${trustedMarkup(strokes[category])}"/>`;
}

/** A lock of 8 × 10: closed, open, or a question mark. */
export function lock(encrypted: boolean | 'unknown', x: number, y: number): Markup {
  if (encrypted === 'unknown') return markup`<text class="lock-unknown" x="${x + 4}" y="${y + 9}">?</text>`;
  const body = 'M0 4.5h8V10H0z';
  const shackle = encrypted ? 'M1.8 4.5V2.8a2.2 2.2 0 0 1 4.4 0v1.7' : 'M1.8 4.5V2.3a2.2 2.2 0 0 1 4.3-.6';
  return markup`<g class="${encrypted ? 'locked' : 'unlocked'}" transform="translate(${x} ${y})"><path class="lock-body" d="${trustedMarkup(body)}"/><path class="lock-shackle" d="${trustedMarkup(shackle)}"/></g>`;
}
