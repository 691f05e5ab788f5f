import { describe, expect, it } from 'vitest';
import { threatRules } from '../../src/catalog/catalog.generated.ts';
import type { Node } from '../../src/define/cloudformation/node.ts';
import { parseDocument } from '../../src/define/cloudformation/parse.ts';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { createOrigins } from '../../src/model/origin.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { examplesOfRule, filesOfExample } from '../support/rule-example.ts';

/**
 * The property of every rule that credits controls: where an example is mitigated, the control can be taken out of it so
 * that the threat opens again or gets worse. Taking out means that a part of the template goes (what the evidence cites and
 * what lies around it first, then all others), or that a property gets the value that it has in an open example of the rule.
 * A control that cannot be taken out would call safe what nobody made safe.
 */
const file = 'example.yaml';

type Threat = ThreatModelDocument['threats'][number];
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

interface Place {
  readonly path: Path;
  readonly from: number;
  readonly to: number;
  readonly value: Json;
}

/** A template as plain data, and the lines of every part of its resources. */
function read(text: string): { readonly template: Json; readonly places: readonly Place[] } {
  const origins = createOrigins();
  const { root } = parseDocument(file, text, origins);
  const places: Place[] = [];
  const visit = (node: Node, path: Path): Json => {
    const value: Json =
      node.kind === 'scalar'
        ? node.value
        : node.kind === 'sequence'
          ? node.items.map((item, at) => visit(item, [...path, at]))
          : Object.fromEntries([...node.entries].map(([key, entry]) => [key, visit(entry.value, [...path, key])]));
    const span = origins.span(node.origin);
    if (path[0] === 'Resources' && path.length > 1 && path.at(-1) !== 'Type' && span !== undefined)
      places.push({ path, from: span.line - 1, to: span.endLine, value });
    return value;
  };
  return { template: root === undefined ? null : visit(root, []), places };
}

/** The template with another value at a place, or nothing there at all. */
function edited(template: Json, [step, ...rest]: Path, value: Json | undefined): Json {
  const next = (inner: Json): Json | undefined => (rest.length === 0 ? value : edited(inner, rest, value));
  if (Array.isArray(template))
    return template.flatMap((item: Json, at) => (at === step ? (next(item) ?? []) : [item])) as readonly Json[];
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).flatMap(([key, inner]): [string, Json][] => {
      const kept = key === step ? next(inner as Json) : (inner as Json);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}

/** `declared`: the example whose declarations hold for the text as well. */
async function threatsOf(text: string, rule: string, declared = text): Promise<readonly Threat[]> {
  const files = filesOfExample({ form: 'template', text: declared });
  const { document } = await modelOfTexts({ ...files, [file]: text });
  return document.threats.filter((threat) => threat.rule === rule);
}

/** Places near what the evidence cites come first, the smallest of them before those around it. */
function ordered(places: readonly Place[], threat: Threat): readonly Place[] {
  const cited = [...threat.evidence, ...threat.controls.map(({ evidence }) => evidence)].flatMap(
    ({ source }) => source?.line ?? [],
  );
  const near = ({ from, to }: Place) => cited.some((line) => from <= line && line <= to);
  const sorted = places
    .filter(({ path }) => !(path.length === 2 && path[1] === threat.address))
    .sort((a, b) => b.path.length - a.path.length);
  return [...sorted.filter(near), ...sorted.filter((place) => !near(place))];
}

/** What a property of a type is set to in the resources of open examples, by type and path within the resource. */
function weakValues(rule: string): ReadonlyMap<string, readonly Json[]> {
  const result = new Map<string, Json[]>();
  for (const [, text] of examplesOf(rule)) {
    const { template, places } = read(text);
    for (const { path, value } of places) {
      const key = `${typeOf(template, path)} ${path.slice(2).join('.')}`;
      const known = result.get(key) ?? [];
      if (isOpenExample(text, rule, String(path[1]))) result.set(key, [...known, value]);
    }
  }
  return result;
}

function isOpenExample(text: string, rule: string, logicalId: string): boolean {
  return new RegExp(`# threat: ${rule}\\s*\\n(\\s*#[^\\n]*\\n)*\\s*${logicalId}:`).test(text);
}

function typeOf(template: Json, [, logicalId]: Path): string {
  const resources = (template as { readonly Resources?: { readonly [id: string]: { readonly Type?: string } } })
    .Resources;
  return resources?.[String(logicalId)]?.Type ?? '';
}

/** Templates without the control, the likeliest first. */
function* without(text: string, threat: Threat): Iterable<string> {
  const { template, places } = read(text);
  const near = ordered(places, threat);
  for (const { path } of near) yield JSON.stringify(edited(template, path, undefined));
  const weak = weakValues(threat.rule);
  for (const { path, value } of near) {
    const others = weak.get(`${typeOf(template, path)} ${path.slice(2).join('.')}`) ?? [];
    for (const other of others)
      if (JSON.stringify(other) !== JSON.stringify(value)) yield JSON.stringify(edited(template, path, other));
  }
}

/** Does taking something out open the threat, or raise its risk? */
async function opensAgain(text: string, threat: Threat): Promise<boolean> {
  const before = (await threatsOf(text, threat.rule)).filter(({ address }) => address === threat.address);
  const score = Math.max(...before.map(({ risk }) => risk.score));
  for (const changed of without(text, threat)) {
    const after = await threatsOf(changed, threat.rule, text);
    const mine = after.filter(({ address }) => address === threat.address);
    if (mine.some(({ status, risk }) => status === 'open' || risk.score > score)) return true;
  }
  return false;
}

/** Templates only: a part of one can be taken out without touching the rest, and Terraform says the same. */
function examplesOf(rule: string): readonly (readonly [string, string])[] {
  return examplesOfRule(rule).flatMap(({ form, name, text }) => (form === 'template' ? [[name, text] as const] : []));
}

const crediting = threatRules.flatMap(({ id }) =>
  examplesOf(id).flatMap(([name, text]) => (text.includes(`# mitigated: ${id}`) ? [[id, name, text] as const] : [])),
);

describe('what is mitigated opens again without its control', () => {
  it.each(crediting)('%s in %s', async (rule, _, text) => {
    const mitigated = (await threatsOf(text, rule)).filter(({ status }) => status === 'mitigated');
    expect(mitigated.length).toBeGreaterThan(0);
    for (const threat of mitigated) expect(await opensAgain(text, threat), `${threat.id} hangs on nothing`).toBe(true);
  });

  it('has examples of many rules', () => {
    expect(new Set(crediting.map(([rule]) => rule)).size).toBeGreaterThan(25);
  });
});
