import { visibleLine } from '../visible.ts';

/** Width in pixels that a text takes in a usual sans-serif face: an estimate that errs to the wide side. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * size;
}

function widthOf(character: string): number {
  if ("iljI.,:;|!'`/()[]".includes(character)) return 0.34;
  if ('mwMW@%'.includes(character)) return 0.9;
  if ((character.codePointAt(0) ?? 0) > 0x2e7f) return 1.05;
  return /[A-Z0-9×]/.test(character) ? 0.66 : 0.56;
}

/** The text on one line, cut with an ellipsis where it would be wider than the room. */
export function fitted(text: string, size: number, room: number): string {
  const shown = visibleLine(text);
  if (textWidth(shown, size) <= room) return shown;
  let kept = '';
  for (const character of shown) {
    if (textWidth(`${kept}${character}…`, size) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
