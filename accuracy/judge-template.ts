import { importInputs } from '../src/define/import.ts';
import { inputsFromTexts } from '../src/define/inputs-from-texts.ts';
import type { Origin } from '../src/model/origin.ts';
import { modelOf } from '../src/threat-model.ts';

/** The day on which templates are judged: support of software ends with time. */
const day = '2026-11-22';

/** An open or unknown threat, with every resource that it is about. */
export interface Finding {
  readonly rule: string;
  readonly status: 'open' | 'unknown';
  readonly note: string;
  readonly level: string;
  /** What is to be done: equal for all resources that need the same. */
  readonly action: string;
  readonly file: string;
  readonly line: number;
  /** Logical ids: the element itself, and those that evidence and change point into. */
  readonly at: ReadonlySet<string>;
  /** All resources that the element stands for. */
  readonly within: ReadonlySet<string>;
}

/** What the whole pipeline says of one template. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** Logical ids by type. */
  readonly ofType: ReadonlyMap<string, readonly string[]>;
}

/** Runs the pipeline on one template as if it lay alone in a folder. */
export async function judgeTemplate(template: string): Promise<Judged> {
  const file = template.trimStart().startsWith('{') ? 'template.json' : 'template.yaml';
  const imported = importInputs(inputsFromTexts({ [file]: template }), undefined);
  const { analysis } = await modelOf(imported, { asOf: day, attackers: [] });
  const { system } = analysis.defined.ask;
  const spans = imported.resources.map(({ address, origin }) => ({ address, span: system.model.origins.span(origin) }));
  const holderOf = (origin: Origin) => {
    const line = system.model.origins.span(origin)?.line ?? 0;
    return spans.filter(({ span }) => span !== undefined && span.line <= line && line <= span.endLine);
  };
  const findings = analysis.threats.flatMap(({ threat, risk }): readonly Finding[] => {
    const { status, match } = threat;
    if (status !== 'open' && status !== 'unknown') return [];
    const element = system.element(threat.element);
    const held = match.evidence.flatMap(({ origin }) => holderOf(origin).map(({ address }) => address));
    const within = (element?.resources ?? []).flatMap((id) => system.resource(id)?.address ?? []);
    const place = system.model.origins.span(match.evidence[0].origin);
    return [
      {
        rule: threat.rule.id,
        status,
        note: match.evidence.map(({ note }) => note).join('; '),
        level: risk.level,
        action: match.fix.title,
        file: place?.file ?? '',
        line: place?.line ?? 0,
        at: new Set([...(element === undefined ? [] : [element.address]), match.fix.resource, ...held]),
        within: new Set(within),
      },
    ];
  });
  const ofType = new Map<string, string[]>();
  for (const { type, address } of imported.resources) ofType.set(type, [...(ofType.get(type) ?? []), address]);
  return { findings, ofType };
}
