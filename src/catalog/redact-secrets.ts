import { looksLikeSecret, secretValuesIn } from './secret-shape.ts';

/** Replaces secrets by words that the same judgements still take for secrets, equal ones by equal words. */
export interface Redaction {
  /** Notes a value that holds a secret: a secret itself, or a text with assignments in it. */
  learn(source: string): void;
  /** The text without the secrets that were learnt. `exact`: it is where a secret was found, short ones count too. */
  redact(text: string, exact: boolean): string;
}

/** Shorter secrets are replaced only where they stand alone: they may be part of any word. */
const shortest = 8;

export function createRedaction(): Redaction {
  const words = new Map<string, string>();
  const note = (secret: string) => {
    if (secret === '' || words.has(secret)) return;
    // Both words keep what is known of the value: that its name is all that tells it, or that its shape does.
    words.set(secret, `${looksLikeSecret(secret) ? 'xoxb-redacted-secret-' : 'redacted-secret-'}${words.size + 1}`);
  };
  return {
    learn(source) {
      const inside = secretValuesIn(source);
      for (const secret of inside.length > 0 ? inside : [source]) note(secret);
    },
    redact(text, exact) {
      if (words.size === 0 || text === '') return text;
      const whole = words.get(text);
      if (whole !== undefined) return whole;
      let result = text;
      for (const [secret, word] of words) {
        if ((exact || secret.length >= shortest) && result.includes(secret))
          result = result.replaceAll(secret, () => word);
      }
      return result;
    },
  };
}
