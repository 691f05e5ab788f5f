import { type Text, text } from '../../model/text.ts';

/** A text as one string in which each hole is its number between marks, so that patterns can be held against it. */
export interface Pieces {
  readonly source: string;
  /** A piece of the source as a text again, with its holes. */
  text(piece: string): Text;
}

const mark = '\u0000';

/** Longer texts are searched no further. */
const longest = 100_000;

/** Takes a text apart for searching. */
export function piecesOf(value: Text): Pieces {
  const source = value.map((part, at) => (typeof part === 'string' ? part : `${mark}${at}${mark}`)).join('');
  return {
    source: source.slice(0, longest),
    text: (piece) =>
      text(
        ...piece.split(mark).flatMap((one, at) => {
          const part = at % 2 === 0 ? one : value[Number(one)];
          return part === undefined ? [] : [part];
        }),
      ),
  };
}
