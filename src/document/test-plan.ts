import { callsOf } from '../catalog/calls-of-use.ts';
import { controls } from '../catalog/catalog.generated.ts';
import { type Detonation, detonations } from '../catalog/data/stratus-tests.ts';
import type { AttackStep, RatedPath } from '../model/attack.ts';
import type { SeenAs, SourcedSight, WatchedUse } from '../model/detection.ts';
import { type ElementId, id } from '../model/id.ts';
import type { System } from '../model/questions.ts';
import type { DocumentTest } from '../model/test-plan.ts';
import type { RatedThreat } from '../model/threat.ts';
import { scans } from './scans.ts';
import type { Analysis } from './threat-model-document.ts';

/** What to try on the system and what to look at, what tries the highest risk first. */
export function testPlan(analysis: Analysis): readonly DocumentTest[] {
  return [
    ...detonations.flatMap((one) => detonationTest(one, analysis) ?? []),
    ...scans(analysis),
    ...reviews(analysis),
  ].sort((a, b) => b.risk - a.risk || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
}

const kinds: readonly DocumentTest['kind'][] = ['detonate', 'scan', 'review'];

/** One attack of the tool, where a path takes such a step or an open threat allows it; undefined where nothing does. */
function detonationTest(one: Detonation, { defined, paths, threats, look }: Analysis): DocumentTest | undefined {
  const { system } = defined.ask;
  const tried = paths.flatMap((path) => {
    const steps = path.path.steps.filter((step) => isTried(step, one, system));
    return steps.length === 0 ? [] : [{ path, steps }];
  });
  const allowed = threats.filter((threat) => isAllowed(threat, one, system));
  if (tried.length + allowed.length === 0) return undefined;
  const elements = unique([
    ...tried.flatMap(({ steps }) => steps.map(({ to }) => to)),
    ...allowed.map(({ threat }) => threat.element),
  ]);
  const sights = elements.flatMap((element) => look(useOf(one, element, system)).sights);
  return {
    id: `detonate/${one.id}`,
    kind: 'detonate',
    title: one.title,
    how: `In an account that is set up like this one: stratus detonate ${one.id}; look for what is expected; then stratus cleanup ${one.id}.`,
    elements,
    paths: tried.map(({ path }) => path.path.id),
    threats: allowed.map(({ threat }) => threat.id),
    risk: highest(
      tried.map(({ path }) => path),
      allowed,
    ),
    expect: expectations(sights),
    control: controlOf(sights),
    reference: `https://stratus-red-team.cloud/attack-techniques/AWS/${one.id}/`,
  };
}

/** The calls that the tool makes, on this element. */
function useOf({ actions, technique = '' }: Detonation, on: string, system: System): WatchedUse {
  const element = system.element(id<ElementId>(on));
  const resource = element?.resource === undefined ? undefined : system.resource(element.resource);
  return {
    technique,
    actions: actions.length > 0 ? actions : callsOf(technique, resource?.type),
    ...(element !== undefined && { element }),
    ...(resource !== undefined && { resource }),
  };
}

function isTried(step: AttackStep, one: Detonation, system: System): boolean {
  if (step.instance.actions.some((action) => one.actions.includes(action))) return true;
  if (one.technique === undefined || step.move.technique !== one.technique) return false;
  const types = [step.from, step.to].map((element) => system.element(element)?.type ?? '');
  return one.types === undefined || types.some((type) => one.types?.includes(type));
}

function isAllowed({ threat }: RatedThreat, one: Detonation, system: System): boolean {
  if (threat.status !== 'open') return false;
  const type = system.element(threat.element)?.type;
  if (one.types !== undefined && !one.types.includes(type ?? '')) return false;
  return threat.rule.techniques.some(
    (technique) =>
      technique === one.technique || callsOf(technique, type).some((action) => one.actions.includes(action)),
  );
}

const asWords: Readonly<Record<SeenAs, string>> = {
  alert: 'an alert',
  anomaly: 'an alert when the call is unusual',
  record: 'a record',
};

/** What the input says will be seen; what it does not tell is named, so that the test settles it. */
function expectations(sights: readonly SourcedSight[]): readonly string[] {
  const said = sights.map(({ source, as, state, what }) => {
    const isOn = state === 'on' || state === 'attested';
    return isOn
      ? `${asWords[as]} by ${source.title}: ${what}`
      : `${asWords[as]} by ${source.title} only if that is ${state === 'off' ? 'switched on' : 'set up elsewhere'}: ${what}`;
  });
  return unique(said).toSorted((a, b) => Number(a.includes('only if')) - Number(b.includes('only if')));
}

/** The control that a passed test is evidence for: of the best source that may see it. */
function controlOf(sights: readonly SourcedSight[]): string {
  const order: readonly SeenAs[] = ['alert', 'anomaly', 'record'];
  const best = order.flatMap((as) => sights.filter((sight) => sight.as === as));
  return best.find(({ source }) => source.control !== undefined)?.source.control ?? 'threat-detection';
}

/** Procedures that bear on open or unknown threats: who looks at what. */
function reviews({ threats }: Analysis): readonly DocumentTest[] {
  return controls
    .filter(({ kind }) => kind === 'procedural')
    .flatMap((control): readonly DocumentTest[] => {
      const techniques = new Set(control.effects.map(({ technique }) => technique));
      const about = threats.filter(
        ({ threat: { status, rule } }) =>
          (status === 'open' || status === 'unknown') &&
          (rule.controls.includes(control.id) || rule.techniques.some((one) => techniques.has(one))),
      );
      if (about.length === 0) return [];
      return [
        {
          id: `review/${control.id}`,
          kind: 'review',
          title: control.title,
          how: control.howToAdd,
          elements: unique(about.map(({ threat }) => threat.element)),
          paths: [],
          threats: about.map(({ threat }) => threat.id),
          risk: highest([], about),
          expect: [control.inForce],
          control: control.id,
        },
      ];
    });
}

function highest(paths: readonly RatedPath[], threats: readonly RatedThreat[]): number {
  return [...paths, ...threats].reduce((most, { risk }) => Math.max(most, risk.score), 0);
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
