import { type Hole, holesOf, type Text, type TextPart, text, textKey } from '../../model/text.ts';

const OPENING = '{{resolve:';

/**
 * Replaces dynamic references (`{{resolve:secretsmanager:…}}`, `ssm-secure`, `ssm`) by holes, also where parts of them
 * are holes themselves. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function withSecretsAsHoles(whole: Text): Text {
  if (!whole.some((part) => typeof part === 'string' && part.includes(OPENING))) return whole;
  const result: TextPart[] = [];
  let inside: TextPart[] | undefined;
  for (const part of whole) {
    if (typeof part !== 'string') {
      (inside ?? result).push(part);
      continue;
    }
    let rest = part;
    while (rest !== '') {
      const mark: string = inside === undefined ? OPENING : '}}';
      const at = rest.indexOf(mark);
      const before = at < 0 ? rest : rest.slice(0, at);
      if (inside === undefined) result.push(before);
      else inside.push(before);
      if (at < 0) break;
      rest = rest.slice(at + mark.length);
      if (inside === undefined) inside = [];
      else {
        result.push(holeFor(text(...inside)));
        inside = undefined;
      }
    }
  }
  if (inside !== undefined) result.push(OPENING, ...inside);
  return text(...result);
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
