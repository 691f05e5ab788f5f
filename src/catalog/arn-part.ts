import { type Text, type TextPart, text } from '../model/text.ts';

/** A field of an ARN by its number, from 0: `arn`, partition, service, region, account; 5 is all that follows. */
export function arnPart(arn: Text, field: number): Text {
  const parts: TextPart[] = [];
  let at = 0;
  for (const part of arn) {
    if (typeof part !== 'string') {
      if (at === field) parts.push(part);
      continue;
    }
    const pieces = part.split(':');
    pieces.forEach((piece, index) => {
      if (index > 0) {
        if (at === field && field === 5) parts.push(':');
        at = Math.min(at + 1, 5);
      }
      if (at === field) parts.push(piece);
    });
  }
  return text(...parts);
}
