import type { CheckMap } from './check-map.ts';

/** What somebody else says of resources of one template. */
export type Label =
  /** The check fails, or passes, at the resource with this logical id. */
  | { readonly kind: 'resource'; readonly address: string; readonly fails: boolean }
  /** It fails somewhere, or nowhere, in the template, at resources of these types; none given: of any type. */
  | { readonly kind: 'template'; readonly fails: boolean; readonly types: readonly string[] }
  /** It fails at so many resources of these types. */
  | { readonly kind: 'count'; readonly failing: number; readonly types: readonly string[] };

/** One template with labels of one check. */
export interface LabelledTemplate {
  readonly corpus: string;
  /** Name of the check as the map has it. */
  readonly check: string;
  /** Where it stands in the corpus: name of the test or of the file. */
  readonly name: string;
  readonly template: string;
  readonly labels: readonly Label[];
  /** What a finding must name, where the check tells items of one resource apart: the name of a log. */
  readonly item?: string;
}

/** The labels of one suite, and what stands for its checks. */
export interface Corpus {
  readonly name: string;
  readonly map: CheckMap;
  readonly templates: readonly LabelledTemplate[];
}
