import type { Appetite, AssetLoss, Range } from '../../model/business.ts';
import { riskLevels } from '../../model/risk.ts';
import { type Decode, matching, oneOf, optional, record, required, someText } from './decode.ts';

/** A number, or a list of the least and the most. */
const range: Decode<Range> = (node, to, name) => {
  const numbers = (node.kind === 'sequence' ? node.items : [node]).map((item) =>
    item.kind === 'scalar' && /^\d{1,15}(\.\d{1,6})?$/.test(item.source) ? Number(item.source) : Number.NaN,
  );
  const [low = Number.NaN, high = low] = numbers;
  if (numbers.length <= 2 && low <= high) return [low, high];
  to.report(node.origin, 'declared-value', `${name} must be a number, or [least, most]`);
  return undefined;
};

const amount: Decode<number> = (node, to, name) => range(node, to, name)?.[1];

export const loss: Decode<AssetLoss> = record<AssetLoss>({
  currency: required(matching(/^[A-Z]{3}$/, 'the code of a currency such as EUR')),
  records: optional(range),
  perRecord: optional(range),
  perHourDown: optional(range),
  whenLost: optional(range),
});

/** How much may be lost, or how long it may take: minutes, hours or days. */
export const duration = matching(/^\d{1,6}[mhd]$/, 'a duration such as 15m, 4h or 7d');

/** One statement of the organization. */
export const appetite: Decode<Omit<Appetite, 'origin'>> = record<Omit<Appetite, 'origin'>>({
  level: required(oneOf(...riskLevels)),
  lossPerYear: optional(amount),
  owner: required(someText),
  because: required(someText),
});
