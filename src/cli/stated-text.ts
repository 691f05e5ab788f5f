import type { OpenCondition } from '../model/access.ts';
import { describeText } from '../model/text.ts';

/** A condition as policies state it: `iam:PassedToService StringEquals ec2.amazonaws.com`. */
export function statedText({ key, operator, values }: Pick<OpenCondition, 'key' | 'operator' | 'values'>): string {
  return `${key} ${operator} ${values.map(describeText).join(' or ')}`;
}
