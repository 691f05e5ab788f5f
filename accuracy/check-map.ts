/** The heading under which a check is counted. */
export type Topic =
  | 'identity'
  | 'exposure'
  | 'encryption at rest'
  | 'customer keys'
  | 'encryption in transit'
  | 'logging'
  | 'resilience'
  | 'workloads'
  | 'secrets'
  | 'front doors';

/** A check of somebody else and the threats of ours that tell the same. */
export interface MappedCheck {
  readonly topic: Topic;
  /** Rules of which one at least must be open where the check fails, and none where it passes. */
  readonly rules: readonly [string, ...string[]];
  /** Texts one of which the finding must say, where one rule of ours tells what several checks tell apart. */
  readonly says?: readonly string[];
  /** Types that the check is about, where its labels do not name resources. */
  readonly on?: readonly string[];
}

/** A check that none of our rules tells, with the reason. */
export interface UnmappedCheck {
  readonly unmapped: string;
}

/** What stands for each check of a corpus, by the name that the corpus gives to it. */
export type CheckMap = Readonly<Record<string, MappedCheck | UnmappedCheck>>;
