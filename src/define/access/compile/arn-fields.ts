import { literalOf, type Text, type TextPart, text } from '../../../model/text.ts';

const ACCOUNT = 4;
const PARTITION = 1;
const REGION = 3;

/** The account of an ARN; undefined for texts that are none and where the field is empty (S3). */
export function accountField(arn: Text): Text | undefined {
  const account = fieldOf(arn, ACCOUNT);
  return account === undefined || account.length === 0 ? undefined : account;
}

/** The region of an ARN; undefined for texts that are none, where the field is empty, and for a wildcard. */
export function regionField(arn: Text): Text | undefined {
  const region = fieldOf(arn, REGION);
  return region === undefined || region.length === 0 || region[0] === '*' ? undefined : region;
}

/** Is it an ARN whose account field is there and empty? */
export function isWithoutAccount(arn: Text): boolean {
  return fieldOf(arn, ACCOUNT)?.length === 0;
}

/** The partition of an ARN; the commercial one for other texts. */
export function partitionField(arn: Text): Text {
  const first = arn[0];
  if (typeof first === 'string' && first.startsWith('arn:aws:')) return commercial;
  return fieldOf(arn, PARTITION) ?? commercial;
}

const commercial: Text = ['aws'];

/** Undefined for a text that does not begin with `arn:`, or has fewer fields. Fields end at `:`, and at `/` in what follows. */
function fieldOf(arn: Text, wanted: number): Text | undefined {
  if (literalOf(arn.slice(0, 1))?.startsWith('arn:') !== true) return undefined;
  const field: TextPart[] = [];
  let at = 0;
  for (const part of arn) {
    if (typeof part !== 'string') {
      if (at === wanted) field.push(part);
      continue;
    }
    const pieces = part.split(/[:/]/);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) at += 1;
      if (at === wanted) field.push(piece);
      if (at > wanted) return text(...field);
    }
  }
  return at < wanted ? undefined : text(...field);
}
