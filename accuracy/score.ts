import { type Adjudication, adjudications } from './adjudications.ts';
import type { MappedCheck, Topic } from './check-map.ts';
import { type Finding, type Judged, judgeTemplate } from './judge-template.ts';
import type { Corpus, Label, LabelledTemplate } from './labelled-case.ts';

/** How one label came out. */
export interface Outcome {
  readonly topic: Topic | undefined;
  readonly corpus: string;
  readonly check: string;
  readonly name: string;
  /** The resource, or the types that were looked at. */
  readonly where: string;
  readonly label: 'fail' | 'pass';
  /** What was found there; `unknown` is no threat. */
  readonly found: 'open' | 'unknown' | 'nothing';
  readonly reason: string;
  readonly adjudicated?: Adjudication;
}

/** Judges all templates of a corpus and compares with its labels. */
export async function score({ map, templates }: Corpus): Promise<readonly Outcome[]> {
  const judged = new Map<string, Judged>();
  const outcomes: Outcome[] = [];
  for (const one of templates) {
    const entry = map[one.check];
    if (entry === undefined) throw new Error(`${one.corpus}: nothing stands for ${one.check} in its map`);
    if ('unmapped' in entry) {
      outcomes.push(...one.labels.map((label) => notMapped(one, label, entry.unmapped)));
      continue;
    }
    const known = judged.get(one.template) ?? (await judgeTemplate(one.template));
    judged.set(one.template, known);
    outcomes.push(...one.labels.flatMap((label) => compare(one, label, { entry, judged: known })));
  }
  return outcomes;
}

function notMapped(one: LabelledTemplate, label: Label, reason: string): Outcome {
  const fails = label.kind === 'count' ? label.failing > 0 : label.fails;
  return {
    ...named(one, whereOf(label), fails ? 'fail' : 'pass'),
    topic: undefined,
    found: 'nothing',
    reason: `not mapped: ${reason}`,
  };
}

function whereOf(label: Label): string {
  return label.kind === 'resource' ? label.address : label.types.join(', ');
}

function named(one: LabelledTemplate, where: string, label: 'fail' | 'pass') {
  const { corpus, check, name } = one;
  const adjudicated = adjudications.find(
    (each) =>
      each.corpus === corpus &&
      each.check === check &&
      each.label === label &&
      (each.in === undefined || name.includes(each.in)) &&
      (each.address === undefined || each.address === where),
  );
  return { corpus, check, name, where, label, ...(adjudicated !== undefined && { adjudicated }) };
}

interface Against {
  readonly entry: MappedCheck;
  readonly judged: Judged;
}

function compare(one: LabelledTemplate, label: Label, against: Against): readonly Outcome[] {
  const { entry, judged } = against;
  const about = judged.findings.filter(
    ({ rule, note }) =>
      entry.rules.includes(rule) &&
      says(note, one.item === undefined ? undefined : [one.item]) &&
      says(note, entry.says),
  );
  if (label.kind === 'count') return ofCount(one, label, { entry, judged, about });
  const places = label.kind === 'resource' ? [label.address] : placesOf(label.types, judged);
  const there = about.filter((finding) =>
    places.some((place) => finding.at.has(place) || (label.fails && finding.within.has(place))),
  );
  return [
    {
      ...named(one, whereOf(label), label.fails ? 'fail' : 'pass'),
      topic: entry.topic,
      ...told(there, entry),
    },
  ];
}

function says(note: string, wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || wanted.some((text) => note.toLowerCase().includes(text.toLowerCase()));
}

function placesOf(types: readonly string[], { ofType }: Judged): readonly string[] {
  return types.length === 0 ? [...ofType.values()].flat() : types.flatMap((type) => ofType.get(type) ?? []);
}

function told(there: readonly Finding[], { rules }: MappedCheck): Pick<Outcome, 'found' | 'reason'> {
  const best = there.find(({ status }) => status === 'open') ?? there[0];
  if (best === undefined) return { found: 'nothing', reason: `none of ${rules.join(', ')}` };
  return {
    found: best.status,
    reason: `${best.rule} (${best.status}, ${best.level}), line ${best.line}: ${best.note}`,
  };
}

/** Where only a number is known, one outcome for each that fails or is said to fail, and one when none is. */
function ofCount(
  one: LabelledTemplate,
  label: Extract<Label, { kind: 'count' }>,
  { entry, judged, about }: Against & { readonly about: readonly Finding[] },
): readonly Outcome[] {
  const places = placesOf(label.types, judged);
  const reported = places.filter((place) =>
    about.some(({ status, at }) => status === 'open' && (at.has(place) || place === '')),
  );
  const sum = Math.max(label.failing, reported.length);
  const common = { topic: entry.topic, reason: `${reported.length} reported, ${label.failing} said to fail` };
  if (sum === 0) return [{ ...named(one, whereOf(label), 'pass'), ...common, found: 'nothing' }];
  return Array.from({ length: sum }, (_, at) => ({
    ...named(one, whereOf(label), at < label.failing ? ('fail' as const) : ('pass' as const)),
    ...common,
    found: at < reported.length ? ('open' as const) : ('nothing' as const),
  }));
}
