import type { Claims, KeyValue } from '../../model/caller.ts';
import type { PolicyCondition, Statement } from '../../model/policy.ts';
import { describeText, type Hole, type Text, text, textKey } from '../../model/text.ts';
import { ownName } from '../data/identity-providers.ts';
import { type NamedSource, sourceNamed } from '../data/pipeline-issuers.ts';

/** What tokens say, by claim, as a policy words it: `*` stands for what it leaves open. */
export type Tokens = ReadonlyMap<string, Text>;

/** A statement that asks for more combinations is told by its subjects alone; what else it asks stays open. */
const mostOfStatement = 500;

/** The tokens that a statement asks for: one of its subjects with one value of each further claim. */
export function tokensOf({ conditions }: Statement, issuer: string): readonly Tokens[] {
  const values = new Map<string, Text[]>();
  for (const condition of conditions) {
    const claim = claimAsked(condition, issuer);
    if (claim !== undefined) values.set(claim, [...(values.get(claim) ?? []), ...meant(condition)]);
  }
  const count = [...values.values()].reduce((product, list) => product * list.length, 1);
  const used = count > mostOfStatement ? [...values].filter(([claim]) => claim === 'sub').slice(0, 1) : [...values];
  let all: Tokens[] = [new Map()];
  for (const [claim, list] of used)
    all = all.flatMap((one) => list.map((value): Tokens => new Map([...one, [claim, value]])));
  return all.map((one) => withSubject(one, issuer));
}

/** Where the repository is asked for by a claim of its own, its subjects all begin with it. */
function withSubject(tokens: Tokens, issuer: string): Tokens {
  const repository = tokens.get('repository');
  if (repository === undefined || tokens.has('sub') || !issuer.startsWith(GITHUB)) return tokens;
  return new Map([...tokens, ['sub', text('repo:', ...repository, ':*')]]);
}

const GITHUB = 'token.actions.githubusercontent.com';

/** `sub`, `repository` … where the condition demands a value of it; the audience says nothing about who asks. */
function claimAsked({ key, operator }: PolicyCondition, issuer: string): string | undefined {
  const [host, claim] = [
    key.slice(0, key.lastIndexOf(':')).toLowerCase(),
    key.slice(key.lastIndexOf(':') + 1).toLowerCase(),
  ];
  const demands = /^(ForA(ny|ll)Values?:)?(String|Arn)(Equals|Like)(IgnoreCase)?(IfExists)?$/i.test(operator);
  return demands && host === issuer.toLowerCase() && claim !== 'aud' ? claim : undefined;
}

/** No token says `*`: where it is compared letter by letter, it is met by nobody. */
function meant({ operator, values }: PolicyCondition): readonly Text[] {
  const byPattern = /Like|Arn/i.test(operator);
  return byPattern ? values : values.filter((value) => !/[*?]/.test(lettersOf(value)));
}

function lettersOf(value: Text): string {
  return value.filter((part) => typeof part === 'string').join('');
}

/** The repository or project that the tokens name. */
export function sourceOf(issuer: string, tokens: Tokens): NamedSource | undefined {
  const subject = tokens.get('sub');
  return subject === undefined ? undefined : sourceNamed(issuer, describeText(subject));
}

/** `github.com/acme/shop:ref:refs/heads/main`: as people know who has such tokens. */
export function nameOf(issuer: string, tokens: Tokens): string {
  const source = sourceOf(issuer, tokens);
  const others = [...tokens].filter(([claim]) => source === undefined || !/^(sub|repository)$/.test(claim));
  const further = others
    .map(([claim, value]) => ` ${claim}=${describeText(value)}`)
    .sort()
    .join('');
  const whole = source === undefined ? issuer : source.repository;
  return `${whole}${source === undefined || source.part === '*' ? '' : `:${source.part}`}${further}`;
}

/** Equal for the same tokens. */
export function tokensKey(tokens: Tokens): string {
  return [...tokens]
    .map(([claim, value]) => `${claim}=${textKey(value)}`)
    .sort()
    .join(' ');
}

/** What a run says of itself: its repository is one, and of what is open there it can say anything that the repository lets it. */
export function claimsOf(issuer: string, tokens: Tokens): Claims {
  const source = sourceOf(issuer, tokens);
  const claims = new Map<string, KeyValue>([['aud', { kind: 'open', present: 'maybe', control: 'attacker' }]]);
  const isOwn = source !== undefined && /[*?]/.test(source.name);
  if (!tokens.has('sub')) claims.set('sub', { kind: 'open', present: 'yes', control: 'attacker', shape: [ownName] });
  // https://docs.github.com/en/actions/reference/security/oidc: the repository is the one of the subject.
  if (source !== undefined && !isOwn && issuer.startsWith(GITHUB))
    claims.set('repository', { kind: 'values', values: [[source.name]] });
  for (const [claim, value] of tokens)
    claims.set(claim, claimValue(value, claim === 'sub' ? isOwn : claim === 'repository'));
  return claims;
}

function claimValue(value: Text, isName: boolean): KeyValue {
  const first = value.findIndex((part) => typeof part === 'string' && /[*?]/.test(part));
  if (first < 0) return { kind: 'values', values: [value] };
  const common = { kind: 'open', present: 'yes' } as const;
  if (!isName) return { ...common, control: 'environment', shape: text(...value.flatMap(opened)) };
  const part = value[first];
  const before = typeof part === 'string' ? part.slice(0, part.search(/[*?]/)) : '';
  return { ...common, control: 'attacker', shape: text(...value.slice(0, first), before, ownName) };
}

/** Each wildcard is something that only the run tells. */
function opened(part: Text[number], at: number): Text {
  if (typeof part !== 'string') return [part];
  return part.split(/[*?]+/).flatMap((piece, index) => (index === 0 ? [piece] : [open(at, index), piece]));
}

function open(at: number, index: number): Hole {
  return { symbol: `run:${at}.${index}`, kind: 'expression', settledBy: 'the branch or environment of the run' };
}
