import type { Change, Trial, TryOut } from '../../model/choke-points.ts';
import type { IdentifiedControl } from '../../model/control.ts';
import type { MitigationId, ThreatId } from '../../model/id.ts';
import type { Mitigation } from '../../model/mitigation.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Threat } from '../../model/threat.ts';
import { type ChangeContext, changeContext } from '../choke/change-context.ts';
import { withChanges } from '../choke/changes-for.ts';
import { settingChange } from './setting-change.ts';

/** What is needed to prove that settings close the threats that ask for them. */
export interface SettingProofs {
  /** The model of the system as it is. */
  readonly ask: Questions;
  readonly resources: readonly Resource[];
  readonly tryOut: TryOut;
  readonly controls: readonly IdentifiedControl[];
  readonly mitigations: readonly Mitigation[];
  readonly threats: readonly Threat[];
}

/** One mitigation as a change that can be tried, with the threats that it should close. */
interface Candidate {
  readonly id: MitigationId;
  readonly change: Change;
  readonly threats: readonly Threat[];
}

/** Tried by themselves when the shared runs leave open whether it was they that did it. */
const mostAlone = 4;
/** Settings that are tried of one system. */
const mostTried = 64;

/**
 * The settings that were proved to close all of their threats, by mitigation. Many are tried in one run, since each mostly
 * concerns a threat of its own: the settings are halved twice, in two ways, and each half is a run. A setting is proved when
 * its threats are gone in each run with it and there in each run without it; where others interfere it is tried alone.
 */
export function proveSettings(input: SettingProofs): ReadonlyMap<MitigationId, Change> {
  const candidates = candidatesOf(input);
  const runs = splits(candidates).map((group) => ({ group, left: threatsLeft(input, group, candidates) }));
  const proved = new Map<MitigationId, Change>();
  const open: Candidate[] = [];
  for (const candidate of candidates) {
    const agree = runs.every(({ group, left }) =>
      candidate.threats.every(({ id }) => left.has(id) !== group.includes(candidate)),
    );
    if (agree) proved.set(candidate.id, candidate.change);
    else open.push(candidate);
  }
  for (const candidate of open.slice(0, mostAlone))
    if (threatsLeft(input, [candidate], [candidate]).size === 0) proved.set(candidate.id, candidate.change);
  return proved;
}

function candidatesOf({ ask, controls, mitigations, threats }: SettingProofs): readonly Candidate[] {
  const context = changeContext(ask, [], new Map(controls.map(({ id, effort }) => [id, effort])));
  const byId = new Map(threats.map((threat) => [threat.id, threat]));
  const found = mitigations.flatMap((mitigation): readonly Candidate[] => {
    const own = mitigation.threats.flatMap((threat) => byId.get(threat) ?? []);
    const resource = resourceOf(mitigation, own, context);
    const change = resource === undefined ? undefined : settingChange(mitigation, resource, context);
    return change === undefined ? [] : [{ id: mitigation.id, change, threats: own }];
  });
  return found.toSorted((left, right) => (left.id < right.id ? -1 : 1)).slice(0, mostTried);
}

/** The resource whose address the mitigation names, in the deployment of its element. */
function resourceOf(
  { change }: Mitigation,
  [threat]: readonly Threat[],
  { ask, resource }: ChangeContext,
): Resource | undefined {
  const element = threat === undefined ? undefined : ask.system.element(threat.element)?.resource;
  const deployment = element === undefined ? undefined : ask.system.resource(element)?.deployment;
  return deployment === undefined ? undefined : resource(`${deployment}/${change.resource}`);
}

/** Halves by the last and by the last but one binary digit of the number of a setting: neighbours are told apart. */
function splits(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const half = (bit: number, digit: number) => candidates.filter((_, at) => ((at >> bit) & 1) === digit);
  return [half(0, 0), half(0, 1), half(1, 0), half(1, 1)].filter((group) => group.length > 0);
}

function threatsLeft(
  { resources, tryOut }: SettingProofs,
  changed: readonly Candidate[],
  asked: readonly Candidate[],
): ReadonlySet<ThreatId> {
  const trial: Trial = tryOut(
    withChanges(
      resources,
      changed.map(({ change }) => change),
    ),
  );
  return trial.stillThere(asked.flatMap(({ threats }) => threats));
}
