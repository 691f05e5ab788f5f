import { type Hole, holesOf, type Text, type TextPart, text, textKey } from '../../model/text.ts';

const OPENING = '{{resolve:';
const CLOSING = '}}';

/**
 * Replaces dynamic references (`{{resolve:secretsmanager:…}}`, `ssm-secure`, `ssm`) by holes, also where parts of them
 * are holes themselves. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function withSecretsAsHoles(whole: Text): Text {
  if (!whole.some((part) => typeof part === 'string' && part.includes(OPENING))) return whole;
  const result: TextPart[] = [];
  let inside: TextPart[] | undefined;
  for (const piece of whole.flatMap(marksApart)) {
    if (inside === undefined) {
      if (piece === OPENING) inside = [];
      else result.push(piece);
    } else if (piece === CLOSING) {
      result.push(holeFor(text(...inside)));
      inside = undefined;
    } else inside.push(piece);
  }
  if (inside !== undefined) result.push(OPENING, ...inside);
  return text(...result);
}

/** Literal parts cut so that the marks of references stand alone. */
function marksApart(part: TextPart): readonly TextPart[] {
  return typeof part === 'string' ? part.split(/(\{\{resolve:|\}\})/) : [part];
}

function holeFor(inside: Text): Hole {
  const [first] = inside;
  const service = typeof first === 'string' ? first.slice(0, Math.max(0, first.indexOf(':'))) : '';
  const key = textKey(inside);
  if (service === 'ssm')
    return { kind: 'lookup', symbol: `lookup:${key}`, settledBy: `the SSM parameter ${nameIn(key)}` };
  const open = holesOf(inside).length > 0;
  return {
    kind: 'secret',
    symbol: `secret:${key}`,
    settledBy: open ? 'the secret that is referred to' : `the secret ${nameIn(key)}`,
  };
}

function nameIn(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
