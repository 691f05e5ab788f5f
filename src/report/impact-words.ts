import type { DocumentAssetImpact, DocumentImpact } from '../model/document.ts';
import type { DocumentRange } from '../model/document-evidence.ts';
import { plural } from './words.ts';

type Kind = DocumentAssetImpact['kinds'][number]['kind'];

/** Kinds of loss for people. */
export const lossKinds: Readonly<Record<Kind, string>> = {
  disclosure: 'disclosed',
  corruption: 'changed or destroyed',
  downtime: 'not usable',
};

/** `20,000 to 90,000 EUR`. */
export function moneyText([low, high]: DocumentRange, currency: string): string {
  const [least, most] = [low, high].map((amount) => amount.toLocaleString('en-US'));
  return low === high ? `${most} ${currency}` : `${least} to ${most} ${currency}`;
}

/** How the sums were made, and what they are not. */
export const impactMethod =
  'Expected for a year: cost of one event × events a year, as in the Factor Analysis of Information Risk (O-RA). Each kind of loss of an asset counts once, by the threat or path that makes it likeliest. Likelihood 1 to 5 stands for';

/** `1 for 0 to 0.03, …`. */
export function frequencyText({ eventsPerYear }: DocumentImpact): string {
  return eventsPerYear.map(({ likelihood, range: [low, high] }) => `${likelihood} for ${low} to ${high}`).join(', ');
}

/** What the sums and the appetite come to, a sentence each. */
export function impactSummary({ totals, appetite, overAppetite, assets }: DocumentImpact): readonly string[] {
  const over = assets.filter(({ isOverAppetite }) => isOverAppetite).map(({ name }) => name);
  return [
    ...totals.map(
      ({ currency, inherent, residual }) =>
        `Expected loss for a year: ${moneyText(residual, currency)}; ${moneyText(inherent, currency)} without the controls in force.`,
    ),
    ...(appetite === undefined
      ? []
      : [
          `Over the appetite (${appetite.level}, ${appetite.owner}: ${appetite.because}): ${plural(overAppetite.threats.length, 'threat')} and ${plural(overAppetite.paths.length, 'attack path')}${over.length === 0 ? '' : `; by expected loss ${over.join(', ')}`}.`,
        ]),
  ];
}
