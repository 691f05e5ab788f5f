import { textOf, type Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';

/**
 * A download that goes straight into a shell: `curl … | sudo bash`, `bash <(curl …)`, `sh -c "$(wget …)"`. Each bounded,
 * so that no input makes matching slow.
 */
const patterns: readonly RegExp[] = [
  /\b(?:curl|wget)\b[^\n|;&]{0,300}?(https?:\/\/[^\s"'|;&)<>]{1,300})[^\n|;&]{0,200}\|\s{0,5}(?:sudo\s{1,5}(?:-\w{1,10}\s{1,5}){0,3})?(?:\/bin\/)?(?:ba|z|da)?sh\b/g,
  /\b(?:ba|z|da)?sh\s{1,5}(?:-c\s{1,5})?["']?(?:<\(|\$\()\s{0,5}(?:curl|wget)\b[^\n|;&]{0,300}?(https?:\/\/[^\s"'|;&)<>]{1,300})/g,
];

/** Addresses whose content a script runs without looking at it, in order, each once. Holes are written as `<>`. */
export function downloadsIn(script: Value): readonly string[] {
  const found = optionsOf(script).flatMap(({ value }) => {
    const source = (value === undefined ? [] : (textOf(value) ?? []))
      .map((part) => (typeof part === 'string' ? part : '<>'))
      .join('')
      .slice(0, 100_000);
    return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, address = '']) => address));
  });
  return [...new Set(found)];
}
