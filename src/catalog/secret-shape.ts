/** How secrets are named and what they look like. Pure judgements on strings; nothing here keeps or returns a secret. */

/** Words that name a secret, alone or as neighbours. */
const secretWords =
  /^(password|passwd|pwd|passphrase|secret|secrets|token|credential|credentials|apikey|apitoken|authtoken|accesstoken|clientsecret|privatekey|secretkey|dbpass|pass)$/;
const secretPairs =
  /(^|_)(api_key|private_key|secret_key|access_key|signing_key|encryption_key|auth_key|shared_key|master_key|license_key|connection_string|webhook_key|jwt_key)($|_)/;

/** Words written together: `mysecret`, `dbpassword`. */
const joinedWords = /^(my|our|the|db|app|admin|root|user|master|api)(password|passwd|pwd|secret|token|credentials)$/;

/** A last word that turns the name into one of something about the secret: its ARN, its name, how long it lives. */
const pointerWords =
  /^(arn|name|names|id|ids|path|paths|url|uri|endpoint|table|bucket|queue|topic|length|len|expiry|expiration|expires|ttl|timeout|region|param|parameter|file|prefix|suffix|header|enabled|policy|rotation|days|hours|minutes|seconds|version|field|type|provider|issuer|audience|username|user|store|manager|service|stage|limit|limits|size|count|max|min|scope|scopes|algorithm|ref|location|source|function|lambda|template|email)$/;

/** Half of a long-lived key of an IAM user: where its id stands in clear, the other half is not far. */
const longLived = /^aws_access_key_id$/;

/** Is a thing of this name a secret itself? `DB_PASSWORD` yes; `DB_PASSWORD_ARN`, `TokenTable`, `SECRET_NAME` no. */
export function isNameOfSecret(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (longLived.test(words.join('_'))) return true;
  if (pointerWords.test(last) || /^(enable|disable|use|require|has|is|no)$/.test(words[0] ?? '')) return false;
  return words.some((word) => secretWords.test(word) || joinedWords.test(word)) || secretPairs.test(words.join('_'));
}

/** Lower-case words of `dbPassword`, `DB_PASSWORD`, `db-password`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Shapes that only secrets have; each bounded, so that no input makes matching slow. */
const shapes: readonly RegExp[] = [
  /(^|[^A-Z0-9])(AKIA|ASIA)[A-Z2-7]{16}($|[^A-Z0-9])/,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/,
  /[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@$]{0,100}:[^\s/@${<]{1,200}@[^\s]/i,
  /(^|[^A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36}/,
  /(^|[^A-Za-z0-9])xox[abpors]-[A-Za-z0-9-]{10}/,
  /(^|[^A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{16}/,
  /(^|[^A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/,
  /(^|[^A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10}/,
  /hooks\.slack\.com\/services\/T[A-Z0-9]{6}/,
  /(^|;)\s{0,5}(AccountKey|SharedAccessKey|Password|Pwd)=[^;\s$<{]{4}/i,
];

/** Does a value look like a secret whatever it is called? */
export function looksLikeSecret(value: string): boolean {
  return shapes.some((shape) => shape.test(value)) || isRandom(value);
}

/** Is the value of a thing of this name a secret in clear, by name or by shape? */
export function isSecretIn(name: string, value: string): boolean {
  return (isNameOfSecret(name) && isClearValue(value)) || looksLikeSecret(value);
}

/**
 * Random characters of 32 and more: upper case, lower case and digits in quick change and evenly spread, hardly a word
 * among them. Hexadecimal strings (digests, commits), UUIDs and names with a random tail, which are no secrets, do not
 * qualify.
 */
function isRandom(value: string): boolean {
  if (!/^[A-Za-z0-9+/_=-]{32,200}$/.test(value) || !/[a-z]/.test(value) || !/[A-Z]/.test(value)) return false;
  const digits = value.match(/\d/g)?.length ?? 0;
  if (digits < 3 || /^[0-9a-fA-F-]+$/.test(value)) return false;
  let changes = 0;
  for (let at = 1; at < value.length; at += 1) if (classOf(value, at) !== classOf(value, at - 1)) changes += 1;
  const inWords = (value.match(/[A-Z]?[a-z]{3,}/g) ?? []).join('').length;
  return changes / value.length > 0.3 && inWords / value.length < 0.4 && entropy(value) > 4.2;
}

function classOf(value: string, at: number): 'digit' | 'upper' | 'lower' | 'other' {
  const character = value[at] ?? '';
  if (/\d/.test(character)) return 'digit';
  if (/[A-Z]/.test(character)) return 'upper';
  return /[a-z]/.test(character) ? 'lower' : 'other';
}

/** Shannon entropy in bits a character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/**
 * `script`: shell, configuration, user data, where a bare word is a value. `code`: a programming language, where only what
 * stands in quotes is.
 */
export type TextKind = 'script' | 'code';

const assignments: Readonly<Record<TextKind, RegExp>> = {
  script: /(?:^|[\s;&"'`(,{])(?:--)?([A-Za-z_][\w.-]{1,60})["']?(?:=|\s{0,5}:\s{0,5})["']?([^\s"'`;&,)}]{1,200})/g,
  code: /(?:^|[\s;&"'`(,{.])([A-Za-z_][\w.-]{1,60})["']?\s{0,5}[=:]\s{0,5}["'`]([^\s"'`;&,)}]{1,200})["'`]/g,
};

/** Names of the secrets in a text, in order, each once: the assigned name, or that a value looks like one. */
export function secretNamesIn(source: string, kind: TextKind): readonly string[] {
  const found = new Set<string>();
  for (const line of source.slice(0, 100_000).split('\n')) {
    const before = found.size;
    for (const [, name = '', value = ''] of line.matchAll(assignments[kind])) {
      if (isNameOfSecret(name) && isClearValue(value)) found.add(name);
    }
    if (found.size === before && shapes.some((shape) => shape.test(line)))
      found.add('a value that looks like a secret');
  }
  return [...found];
}

/** An address with a user and a password in it: the password alone is secret. */
const withPassword = /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@$]{0,100}:([^\s/@${<]{1,200})@[^\s]/i;

/** The password of an address, or the whole word when that looks like a secret and is not all there is. */
function secretsInWord(word: string, source: string): readonly string[] {
  const password = withPassword.exec(word)?.[1];
  if (password !== undefined) return [password];
  return word !== source && shapes.some((shape) => shape.test(word)) ? [word] : [];
}

/** The secrets themselves in a text of several words, for whoever has to take them out; none when the text is one secret. */
export function secretValuesIn(source: string): readonly string[] {
  const found = new Set<string>();
  const keys = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g;
  for (const [block] of source.matchAll(keys)) found.add(block);
  for (const line of source.split('\n')) {
    for (const pattern of [assignments.script, assignments.code]) {
      for (const [, name = '', value = ''] of line.matchAll(pattern)) {
        if (isNameOfSecret(name) && isClearValue(value)) found.add(value);
      }
    }
    for (const word of line.split(/[\s"'`,]+/)) for (const one of secretsInWord(word, source)) found.add(one);
  }
  // Longer ones first, so that none is cut by another that it contains.
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Not a variable, a command, a placeholder, a call, or a mere word of the trade. */
function isClearValue(value: string): boolean {
  return (
    value.length >= 4 &&
    !/[$<{([@%]/.test(value) &&
    !/^(string|bearer|basic|password|secret|token|username|undefined|required)$/i.test(value) &&
    !isEmptyOrPlaceholder(value) &&
    !isPointer(value)
  );
}

/** Nothing, or what people write where a value shall come. */
export function isEmptyOrPlaceholder(literal: string): boolean {
  const trimmed = literal.trim();
  return trimmed === '' || /^(<.*>|\$\{.*\}|\{\{.*\}\}|\*+|x{3,}|none|null|n\/a)$/i.test(trimmed);
}

/** A value that only says where the secret is, or that is no secret at all: ARNs, paths, addresses, names, switches. */
export function isPointer(literal: string): boolean {
  return (
    /^(arn:|alias\/|https?:\/\/[^@\s]*$|s3:\/\/)/i.test(literal) ||
    /^(true|false|yes|no|on|off|enabled|disabled)$/i.test(literal) ||
    /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(literal) ||
    /^\/?[a-z0-9_.-]+(\/[a-z0-9_.-]+)+$/.test(literal) ||
    /^\/[\w.-]+(\/[\w.-]+)*$/.test(literal)
  );
}
