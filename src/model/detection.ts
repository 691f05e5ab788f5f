import type { IdentifiedControl } from './control.ts';
import type { Origin } from './origin.ts';
import type { System } from './questions.ts';
import type { Resource } from './resource.ts';
import type { Element } from './system.ts';

/**
 * How something is seen. `alert`: a finding or alarm is raised whenever it happens; `anomaly`: one is raised when the
 * behaviour is unusual or comes from a known bad address; `record`: it can be read afterwards, and nobody is told.
 */
export type SeenAs = 'alert' | 'anomaly' | 'record';

/** `attested`: people say in `bartizan.yaml` that it is on. `unknown`: the input says nothing, and it may be on elsewhere. */
export type WatchState = 'on' | 'attested' | 'off' | 'unknown';

/** Something that an attacker does and that somebody may see. */
export interface WatchedUse {
  /** ATT&CK technique id. */
  readonly technique: string;
  /** IAM actions that it uses; none for what is no call to AWS. */
  readonly actions: readonly string[];
  /** What it is done to, as far as it is drawn. */
  readonly element?: Element;
  readonly resource?: Resource;
  /** From where it is done, when that is one of ours: a workload whose credentials are taken. */
  readonly from?: Resource;
}

/** The account and region in which something is done, with what the input says of them. */
export interface WatchedPlace {
  readonly system: System;
  /** For people: `111122223333, eu-west-1`. */
  readonly name: string;
  /** Resources of a type in the same account, in any region. */
  inAccount(type: string): readonly Resource[];
  /** Resources of a type in the same account and region. */
  inRegion(type: string): readonly Resource[];
  /** A test of the control on this use that failed. */
  failed(control: string, use: WatchedUse): { readonly because: string; readonly origin: Origin } | undefined;
  /** Who attests a control for this element until when, where that has not lapsed. */
  attested(
    control: string,
    element: Element | undefined,
  ): { readonly because: string; readonly origin: Origin } | undefined;
}

/** What a source would show of a use. */
export interface Sight {
  readonly as: SeenAs;
  readonly state: WatchState;
  /** What is seen: types of findings, names of events. */
  readonly what: string;
  /** Why the state is what it is. */
  readonly because: string;
  readonly origin?: Origin;
  /** What to switch on; absent where it is on. */
  readonly enable?: string;
  /** Somebody is told: an alarm acts, or a rule passes the finding on. */
  readonly told?: true;
}

/** Something of AWS that sees what is done in an account, as knowledge. */
export interface DetectionSource {
  readonly title: string;
  /** AWS service that provides it. */
  readonly service: string;
  /** Id of the control that it is; an attestation of that counts for the source. Absent where AWS always has it on. */
  readonly control?: IdentifiedControl['id'];
  readonly references: readonly string[];
  /** What it would show of the use; nothing where it does not see such. */
  sights(use: WatchedUse, place: WatchedPlace): readonly Sight[];
}

/** The identity of a source is the name of its file under `catalog/detections/`. */
export type IdentifiedSource = DetectionSource & { readonly id: string };

export function defineDetection(source: DetectionSource): DetectionSource {
  return source;
}

/** A sight with the source that it belongs to. */
export interface SourcedSight extends Sight {
  readonly source: IdentifiedSource;
}

/**
 * How well a use is seen: by the best source that is on; `unknown` when none is and one may be; `unseen` when every source
 * that could see it is off, or none could.
 */
export type Visibility = SeenAs | 'unknown' | 'unseen';

/** Best first. */
export const visibilities: readonly Visibility[] = ['alert', 'anomaly', 'record', 'unknown', 'unseen'];

export interface SeenUse {
  readonly visibility: Visibility;
  readonly sights: readonly SourcedSight[];
}

/** What is seen of one attack path. */
export interface SeenPath {
  readonly path: string;
  readonly steps: readonly (SeenUse & { readonly step: string })[];
}

/** What is seen of a technique over all of its uses in this system. */
export interface SeenTechnique {
  readonly technique: string;
  readonly uses: Readonly<Record<Visibility, number>>;
  readonly sights: readonly SourcedSight[];
}

export interface DetectionCoverage {
  readonly techniques: readonly SeenTechnique[];
  readonly paths: readonly SeenPath[];
}
