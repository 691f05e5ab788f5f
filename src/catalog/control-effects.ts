import type { ControlEffect, IdentifiedControl } from '../model/control.ts';
import { controls } from './catalog.generated.ts';

const byId = new Map(controls.map((control) => [control.id, control]));

/** A control of the catalogue by its id. */
export function controlNamed(id: string): IdentifiedControl | undefined {
  return byId.get(id);
}

/** What a control does to any of the techniques, a part of a technique counting where the whole is listed. */
export function effectsOn(id: string, techniques: readonly string[]): readonly ControlEffect[] {
  const wanted = new Set(techniques.flatMap((technique) => [technique, technique.split('.')[0] ?? technique]));
  return (controlNamed(id)?.effects ?? []).filter(({ technique }) => wanted.has(technique));
}
