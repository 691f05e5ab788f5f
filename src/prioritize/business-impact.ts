import type { RatedPath } from '../model/attack.ts';
import { type AssetImpact, type AssetLoss, type LossKind, minutesOf, type Range } from '../model/business.ts';
import type { BusinessImpact, CostedAsset } from '../model/business-impact.ts';
import type { ElementId } from '../model/id.ts';
import type { System } from '../model/questions.ts';
import { type Risk, riskLevels } from '../model/risk.ts';
import type { Asset } from '../model/system.ts';
import { textKey } from '../model/text.ts';
import type { RatedThreat } from '../model/threat.ts';
import { type Concern, concerns } from './rate.ts';

/**
 * Events a year by likelihood, 1 to 5: about half a power of ten a step, since the scale is an order and no measurement. What
 * a year is expected to cost is this times the cost of one event, as in the Factor Analysis of Information Risk (loss event
 * frequency × loss magnitude, The Open Group, O-RA); the classes are our own.
 */
const eventsPerYear: readonly Range[] = [
  [0, 0.03],
  [0.03, 0.1],
  [0.1, 0.3],
  [0.3, 1],
  [1, 3],
];

/** Something that may happen, with what it does to which assets. */
interface Event {
  readonly id: string;
  readonly likelihood: number;
  readonly inherent: number;
  touches(asset: Asset): readonly LossKind[];
}

/** Undefined where nobody said what assets are worth or what is accepted. */
export function businessImpact(
  system: System,
  threats: readonly RatedThreat[],
  paths: readonly RatedPath[],
): BusinessImpact | undefined {
  const { assets, declared } = system.model;
  const costed = assets.flatMap((asset) => (asset.loss === undefined ? [] : [{ asset, loss: asset.loss }]));
  const [appetite] = declared.appetite;
  if (costed.length === 0 && appetite === undefined) return undefined;
  const events = [...threats.map(threatEvent), ...paths.map((path) => pathEvent(path, system))];
  const told = costed.map(({ asset, loss }) => costOf(asset, loss, events));
  const over = (risk: Risk) => appetite !== undefined && isAbove(risk, appetite.level);
  return {
    eventsPerYear,
    assets: told,
    totals: totalsOf(told),
    losses: events.flatMap((event) => lossesOf(event, told)),
    overAppetite: {
      threats: threats.flatMap(({ threat, risk }) => (isOpen(threat.status) && over(risk) ? [threat.id] : [])),
      paths: paths.flatMap(({ path, risk }) => (over(risk) ? [path.id] : [])),
    },
  };
}

function isOpen(status: RatedThreat['threat']['status']): boolean {
  return status === 'open' || status === 'unknown';
}

function isAbove({ level }: Risk, appetite: Risk['level']): boolean {
  return riskLevels.indexOf(level) < riskLevels.indexOf(appetite);
}

const kindOf: Readonly<Record<Concern, LossKind>> = {
  confidentiality: 'disclosure',
  integrity: 'corruption',
  availability: 'downtime',
};

function threatEvent({ threat, risk }: RatedThreat): Event {
  const kinds = concerns(threat).map((concern) => kindOf[concern]);
  return { ...event(threat.id, risk), touches: ({ heldBy }) => (heldBy === threat.element ? kinds : []) };
}

function event(id: string, { likelihood, factors }: Risk): Pick<Event, 'id' | 'likelihood' | 'inherent'> {
  const controls = factors.filter(({ name, on }) => on === 'likelihood' && (name === 'control' || name === 'controls'));
  const without = controls.reduce((sum, { effect }) => sum - effect, likelihood);
  return { id, likelihood, inherent: Math.min(5, without) };
}

const byGain: Readonly<Record<string, readonly LossKind[]>> = {
  read: ['disclosure'],
  write: ['corruption'],
  destroy: ['corruption', 'downtime'],
  administrator: ['disclosure', 'corruption', 'downtime'],
};

/** Who administers an account does what he likes with all that is in it. */
function pathEvent({ path, risk }: RatedPath, system: System): Event {
  const kinds = byGain[path.gains.split(' ')[0] ?? ''] ?? [];
  const ends = new Set<ElementId>([path.target, ...(path.alike?.targets ?? [])]);
  const account = path.gains === 'administrator' ? accountOf(path.target, system) : undefined;
  return {
    ...event(path.id, risk),
    touches: ({ heldBy }) =>
      ends.has(heldBy) || (account !== undefined && accountOf(heldBy, system) === account) ? kinds : [],
  };
}

function accountOf(element: ElementId, system: System): string | undefined {
  const resource = system.element(element)?.resource;
  return resource === undefined ? undefined : textKey(system.deploymentOf(resource).account);
}

function costOf(asset: Asset, loss: AssetLoss, events: readonly Event[]): CostedAsset {
  const kinds = (['disclosure', 'corruption', 'downtime'] as const).flatMap((kind): readonly AssetImpact[] => {
    const cost = costOfKind(kind, loss, asset);
    if (cost === undefined) return [];
    const leading = events.filter((one) => one.touches(asset).includes(kind));
    const likeliest = most(leading, (one) => one.likelihood);
    const before = most(leading, (one) => one.inherent);
    if (likeliest === undefined || before === undefined) return [{ kind, ...cost }];
    const residual = expected(cost.loss, likeliest.likelihood);
    return [{ kind, ...cost, inherent: expected(cost.loss, before.inherent), residual, likeliest: likeliest.id }];
  });
  const sum = (of: (one: AssetImpact) => Range | undefined) => sumOf(kinds.map((one) => of(one) ?? [0, 0]));
  return {
    asset,
    currency: loss.currency,
    kinds,
    inherent: sum((one) => one.inherent),
    residual: sum((one) => one.residual),
  };
}

/** Cost of one event, and what it is made of. */
function costOfKind(
  kind: LossKind,
  { records, perRecord, perHourDown, whenLost, currency }: AssetLoss,
  { recoveryTime }: Asset,
): Pick<AssetImpact, 'loss' | 'because'> | undefined {
  if (kind === 'disclosure' && records !== undefined && perRecord !== undefined)
    return {
      loss: times(records, perRecord),
      because: `${rangeText(records)} records at ${rangeText(perRecord)} ${currency}`,
    };
  if (kind === 'corruption' && whenLost !== undefined) return { loss: rounded(whenLost), because: 'making it again' };
  if (kind !== 'downtime' || perHourDown === undefined) return undefined;
  const stated = recoveryTime === undefined ? undefined : minutesOf(recoveryTime);
  const hours: Range = stated === undefined ? [1, 24] : [stated / 60, stated / 60];
  const why =
    stated === undefined ? 'an hour to a day, since no recovery time is stated' : `the stated ${recoveryTime}`;
  return { loss: times(hours, perHourDown), because: `${why} at ${rangeText(perHourDown)} ${currency} an hour` };
}

function expected(loss: Range, likelihood: number): Range {
  return times(loss, eventsPerYear[likelihood - 1] ?? [0, 0]);
}

function times([a, b]: Range, [c, d]: Range): Range {
  return rounded([a * c, b * d]);
}

function sumOf(ranges: readonly Range[]): Range {
  return rounded(ranges.reduce<Range>(([a, b], [c, d]) => [a + c, b + d], [0, 0]));
}

/** To two figures: more would be false precision. */
function rounded([low, high]: Range): Range {
  return [Number(low.toPrecision(2)), Number(high.toPrecision(2))];
}

function rangeText([low, high]: Range): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

function most<T>(things: readonly T[], weigh: (thing: T) => number): T | undefined {
  return things.reduce<T | undefined>(
    (best, one) => (best === undefined || weigh(one) > weigh(best) ? one : best),
    undefined,
  );
}

/** Each kind of loss of an asset counts once, however many ways lead to it: it is lost once. */
function totalsOf(assets: readonly CostedAsset[]): BusinessImpact['totals'] {
  const currencies = [...new Set(assets.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = assets.filter((one) => one.currency === currency);
    return {
      currency,
      inherent: sumOf(own.map(({ inherent }) => inherent)),
      residual: sumOf(own.map(({ residual }) => residual)),
    };
  });
}

/** What one event costs over all assets that it touches, one entry a currency. */
function lossesOf(one: Event, assets: readonly CostedAsset[]): BusinessImpact['losses'] {
  const touched = assets.flatMap(({ asset, currency, kinds }) => {
    const hit = new Set(one.touches(asset));
    return kinds.flatMap(({ kind, loss }) => (hit.has(kind) ? [{ currency, loss }] : []));
  });
  return [...new Set(touched.map(({ currency }) => currency))].sort().map((currency) => ({
    id: one.id,
    currency,
    loss: sumOf(touched.filter((each) => each.currency === currency).map(({ loss }) => loss)),
  }));
}
