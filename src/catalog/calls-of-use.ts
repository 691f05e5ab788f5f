import { callsOfTechniques } from './data/calls-of-techniques.ts';
import { trailEventOf } from './trail-event.ts';

/** The calls that a use of a technique on this type makes, where it names none itself. */
export function callsOf(technique: string, type: string | undefined): readonly string[] {
  const calls = Object.hasOwn(callsOfTechniques, technique) ? (callsOfTechniques[technique] ?? []) : [];
  const service = type?.split('::')[1]?.toLowerCase();
  const fitting = calls.filter((action) => action.split(':')[0] === service);
  if (fitting.length > 0) return fitting;
  return calls.filter((action) => trailEventOf(action)?.category === 'management');
}
