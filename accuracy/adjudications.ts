/** A label that is not taken as it stands, with the reason that a reader can check. */
export interface Adjudication {
  readonly corpus: string;
  readonly check: string;
  /** A text that the names of its templates contain; absent: all of the check. */
  readonly in?: string;
  /** Logical id; absent: whichever. */
  readonly address?: string;
  /** Which of its labels: those of failing or of passing resources. */
  readonly label: 'fail' | 'pass';
  readonly because: string;
  /** The page of AWS that says so, or the place in the template itself. */
  readonly page: string;
}

/** Labels that are wrong, or that what AWS does contradicts. They are counted by themselves. */
export const adjudications: readonly Adjudication[] = [];
