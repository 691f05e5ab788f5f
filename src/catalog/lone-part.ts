import type { System } from '../model/questions.ts';
import type { Element } from '../model/system.ts';

/**
 * Is it a part whose whole is not in the input: a stage whose API, or a policy whose bucket, is made elsewhere? What it
 * says by itself can be judged; what the whole says to it is not known.
 */
export function isLonePart(element: Element, system: Pick<System, 'service'>): boolean {
  return system.service(element.type)?.element === 'part';
}
