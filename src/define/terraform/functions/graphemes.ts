const segments = new Intl.Segmenter();

/** Characters as people count them, which is how Terraform counts too. */
export function graphemes(value: string): readonly string[] {
  return /^[\x20-\x7e]*$/.test(value) ? [...value] : [...segments.segment(value)].map(({ segment }) => segment);
}
