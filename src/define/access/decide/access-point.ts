import type { Block, Decision } from '../../../model/access.ts';
import { and, isPossible } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import { refusal } from './verdict.ts';

/**
 * What is asked for in the words of an access point: its ARN, for objects with `/object/` and the key.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
export function throughPoint(resource: Text, bucket: Resource | undefined, point: Resource): Text {
  const arn = point.arn ?? point.name;
  const key = bucket?.arn === undefined ? undefined : behind(resource, bucket.arn);
  return key === undefined ? arn : text(...arn, '/object', ...key);
}

/** `/key` of `bucket/key`; undefined for a text that does not go on with `/` after the start. */
function behind(whole: Text, start: Text): Text | undefined {
  const same = start.slice(0, -1).every((part, at) => isSame(part, whole[at]));
  const [last, own] = [start.at(-1), whole[start.length - 1]];
  if (!same || last === undefined || own === undefined) return undefined;
  const rest = whole.slice(start.length);
  if (typeof last === 'string') {
    if (typeof own !== 'string' || !own.startsWith(last)) return undefined;
    return beginsKey(text(own.slice(last.length), ...rest));
  }
  return isSame(last, own) ? beginsKey(rest) : undefined;
}

function beginsKey(rest: Text): Text | undefined {
  const [first] = rest;
  return typeof first === 'string' && first.startsWith('/') ? rest : undefined;
}

function isSame(left: Text[number] | undefined, right: Text[number] | undefined): boolean {
  if (typeof left === 'object' && typeof right === 'object') return left.symbol === right.symbol;
  return left === right;
}

/** Both the access point and what lies behind it must let the request pass. */
export function bothLet(point: Decision, bucket: Decision): Decision {
  const blocks = point.blockedBy.map(
    (block): Block => ({ ...block, because: `at the access point: ${block.because}` }),
  );
  if (point.verdict === 'deny' || bucket.verdict === 'deny') return refusal([...blocks, ...bucket.blockedBy]);
  const guard = and(point.guard, bucket.guard);
  if (!isPossible(guard)) return refusal([{ kind: 'access-point', because: 'the access point never exists with it' }]);
  return {
    verdict: point.verdict === 'allow' ? bucket.verdict : 'conditional',
    conditions: [...point.conditions, ...bucket.conditions],
    guard,
    allowedBy: [...point.allowedBy, ...bucket.allowedBy],
    blockedBy: [],
  };
}
