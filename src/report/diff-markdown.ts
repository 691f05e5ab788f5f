import type { Change, Difference, Effect } from '../model/difference.ts';
import type { DocumentThreat } from '../model/document.ts';
import type { DocumentEvidence, DocumentSource } from '../model/document-evidence.ts';
import type { DocumentPath } from '../model/document-paths.ts';
import type { DocumentElement } from '../model/document-system.ts';
import { code, plain, tableRow } from './markdown-text.ts';
import { attackerText, placeText, plural } from './words.ts';

export interface DiffMarkdownOptions {
  /** What comes before a file's path in a link to it: `https://git.example/shop/blob/4f2a1c/`. Without it places are plain. */
  readonly linkBase?: string;
  /** Names of elements by their id; ids stand for those that are not in it. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Rows told in full; the rest is counted, and is in the JSON. */
const mostInFull = 20;
const mostRows = 100;

/**
 * A comparison for the comment of a pull request: one line that says what the change does, then what it opened and closed
 * with steps and places; everything else is folded.
 */
export function renderDiffMarkdown(difference: Difference, options: DiffMarkdownOptions = {}): string {
  const page: Page = { difference, options, names: namesOf(difference) };
  const parts = [
    `### ${headline(difference)}`,
    '',
    ...section(page, 'opened', 'Opened'),
    ...section(page, 'worse', 'Worse'),
    ...section(page, 'closed', 'Closed'),
    ...section(page, 'better', 'Better'),
    ...folded(page),
    footer(difference),
  ];
  return `${parts.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** `Opens 1 attack path and 2 threats, closes 1 threat`. */
export function headline({ threats, attackPaths }: Pick<Difference, 'threats' | 'attackPaths'>): string {
  const verbs: readonly (readonly [Effect, string])[] = [
    ['opened', 'opens'],
    ['worse', 'makes worse'],
    ['closed', 'closes'],
    ['better', 'makes better'],
  ];
  const clauses = verbs.flatMap(([effect, verb]) => {
    const counts = [
      [attackPaths.filter((change) => change.effect === effect).length, 'attack path'],
      [threats.filter((change) => change.effect === effect).length, 'threat'],
    ] as const;
    const told = counts.filter(([count]) => count > 0).map(([count, what]) => plural(count, what));
    return told.length === 0 ? [] : [`${verb} ${told.join(' and ')}`];
  });
  const text = clauses.join(', ');
  return text === ''
    ? 'Opens and closes no threat and no attack path'
    : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

interface Page {
  readonly difference: Difference;
  readonly options: DiffMarkdownOptions;
  readonly names: ReadonlyMap<string, string>;
}

function namesOf({ elements }: Difference): ReadonlyMap<string, string> {
  return new Map(
    elements.flatMap(({ id, before, after }) => {
      const element = after ?? before;
      return element === undefined ? [] : [[id, element.name] as const];
    }),
  );
}

/** The last part of an id is what the user called the thing. */
function named({ names, options }: Page, id: string): string {
  return options.names?.get(id) ?? names.get(id) ?? id.slice(id.lastIndexOf('/') + 1);
}

function section(page: Page, effect: Effect, title: string): readonly string[] {
  const { difference } = page;
  const paths = difference.attackPaths.filter((change) => change.effect === effect);
  const threats = difference.threats.filter((change) => change.effect === effect);
  if (paths.length + threats.length === 0) return [];
  return [
    `#### ${title}`,
    '',
    ...paths
      .toSorted(byRisk)
      .slice(0, mostInFull)
      .flatMap((change) => pathLines(page, change)),
    ...threats
      .toSorted(byRisk)
      .slice(0, mostInFull)
      .flatMap((change) => threatLines(page, change)),
    ...rest(paths.length, 'attack path'),
    ...rest(threats.length, 'threat'),
    '',
  ];
}

function rest(count: number, what: string): readonly string[] {
  return count > mostInFull ? [`- and ${plural(count - mostInFull, `more ${what}`)}`] : [];
}

function byRisk<T extends { readonly risk: { readonly score: number } }>(left: Change<T>, right: Change<T>): number {
  const score = ({ before, after }: Change<T>) => (after ?? before)?.risk.score ?? 0;
  return score(right) - score(left) || (left.id < right.id ? -1 : 1);
}

function pathLines(page: Page, change: Change<DocumentPath>): readonly string[] {
  const path = change.after ?? change.before;
  if (path === undefined) return [];
  const title = `${attackerText(path.attacker)} → ${path.gains}: ${named(page, path.target)}`;
  const conditions = path.conditions.length === 0 ? '' : `; needs besides: ${path.conditions.map(plain).join('; ')}`;
  const told = change.effect === 'opened' || change.effect === 'worse';
  return [
    `- **${path.risk.level}** attack path: **${plain(title)}** (${path.certainty}${conditions})${moved(change)}${because(page, change)}`,
    ...(told
      ? path.steps.map(
          (step, at) =>
            `  ${at + 1}. ${plain(step.title)}: ${plain(named(page, step.from))} → ${plain(named(page, step.to))}${place(page, step.evidence)}`,
        )
      : [
          `  was: ${[path.entry, ...path.steps.map((step) => step.to)]
            .map((id) => plain(named(page, id)))
            .filter((name, at, all) => name !== all[at - 1])
            .join(' → ')}`,
        ]),
  ];
}

function threatLines(page: Page, change: Change<DocumentThreat>): readonly string[] {
  const threat = change.after ?? change.before;
  if (threat === undefined) return [];
  const [first] = threat.evidence;
  const head = `- **${threat.risk.level}** ${plain(threat.title)}: **${plain(named(page, threat.element))}**${moved(change)}${because(page, change)}`;
  if (change.effect === 'closed') return [`${head} ${closedBy(change)}`];
  return [head, ...(first === undefined ? [] : [`  ${plain(first.note)}${place(page, threat.evidence)}`])];
}

/** What became of a threat that is not open any more. */
function closedBy({ after }: Change<DocumentThreat>): string {
  if (after === undefined) return '(gone)';
  const inForce = after.controls
    .filter(({ state }) => state === 'in-force' || state === 'attested')
    .map(({ id }) => id);
  const by = after.status === 'mitigated' && inForce.length > 0 ? ` by ${inForce.map(plain).join(', ')}` : '';
  return `(now ${after.status}${by})`;
}

/** ` 8 → 12` when the score moved. */
function moved<T extends { readonly risk: { readonly score: number } }>({ before, after }: Change<T>): string {
  if (before === undefined || after === undefined || before.risk.score === after.risk.score) return '';
  return `, risk ${before.risk.score} → ${after.risk.score}`;
}

/** Told only where not all changes have the one obvious cause. */
function because<T>({ difference }: Page, { causes }: Change<T>): string {
  const obvious = causes.length === 1 && causes[0] === 'system' && difference.causes.length <= 1;
  return obvious ? '' : ` _[${causes.join(' or ')}]_`;
}

function place(page: Page, evidence: readonly DocumentEvidence[]): string {
  const source = evidence.find((each) => each.source !== undefined)?.source;
  return source === undefined ? '' : ` ${placeLink(page, source)}`;
}

function placeLink({ options: { linkBase } }: Page, source: DocumentSource): string {
  const text = code(placeText(source));
  if (linkBase === undefined) return text;
  const path = source.file
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));
  return `[${text}](${linkBase}${path}#L${source.line})`;
}

/** Everything that neither opens nor closes something, behind a fold each. */
function folded(page: Page): readonly string[] {
  const { difference } = page;
  const quiet = <T>(changes: readonly Change<T>[]) => changes.filter(({ effect }) => effect === 'other');
  return [
    ...fold('threat', quiet(difference.threats), page),
    ...fold('attack path', quiet(difference.attackPaths), page),
    ...fold('data flow', difference.flows, page),
    ...fold('trust boundary', difference.boundaries, page, 'trust boundaries'),
    ...fold('element', difference.elements, page),
    ...fold('asset', difference.assets, page),
  ];
}

function fold<T>(what: string, changes: readonly Change<T>[], page: Page, many = `${what}s`): readonly string[] {
  if (changes.length === 0) return [];
  const count = (kind: Change<T>['change']) => changes.filter(({ change }) => change === kind).length;
  const counts = (['added', 'removed', 'changed'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${kind}`);
  return [
    `<details><summary>${plural(changes.length, what, many)}: ${counts.join(', ')}</summary>`,
    '',
    tableRow(['', what.charAt(0).toUpperCase() + what.slice(1), 'What']),
    tableRow(['---', '---', '---']),
    ...changes
      .slice(0, mostRows)
      .map((change) => tableRow([change.change, code(change.id), `${whatChanged(change)}${because(page, change)}`])),
    ...(changes.length > mostRows ? ['', `and ${plural(changes.length - mostRows, 'more row')} in the JSON`] : []),
    '',
    '</details>',
    '',
  ];
}

function whatChanged<T>({ fields, after, before }: Change<T>): string {
  if (fields.length > 0) {
    return fields
      .slice(0, 4)
      .map(({ field, before: old, after: now }) => `${plain(field)}: ${shortened(old)} → ${shortened(now)}`)
      .join('<br>');
  }
  return plain(describe(after ?? before));
}

function shortened(text: string): string {
  const characters = [...text];
  return text === '' ? 'nothing' : plain(characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : text);
}

/** A few words on a thing that came or went. */
function describe(thing: unknown): string {
  const {
    title,
    because: reason,
    type,
    kind,
    name,
  } = (thing ?? {}) as Partial<
    Record<'title' | 'because' | keyof Pick<DocumentElement, 'type' | 'kind' | 'name'>, string>
  >;
  return title ?? reason ?? [type ?? kind, name].filter((word) => word !== undefined).join(' ');
}

function footer({ causes, base, head }: Difference): string {
  const days = base.asOf === head.asOf ? head.asOf : `${base.asOf} → ${head.asOf}`;
  const versions =
    base.tool.version === head.tool.version ? head.tool.version : `${base.tool.version} → ${head.tool.version}`;
  const because =
    causes.length === 0 || (causes.length === 1 && causes[0] === 'system')
      ? ''
      : ` · what differs: ${causes.map((cause) => causeTexts[cause]).join(', ')}`;
  return `<sub>as of ${plain(days)} · bartizan ${plain(versions)}${because}</sub>`;
}

const causeTexts: Readonly<Record<Difference['causes'][number], string>> = {
  system: 'the system (its files)',
  input: 'the input of the run (parameters, context or day)',
  knowledge: "bartizan's catalogue",
  engine: 'bartizan itself',
};
