import { describeFact } from '../catalog/describe-answer.ts';
import { type AnswerOf, type Answers, type Dimension, everyTypeAnswers } from '../model/dimension.ts';
import type { DocumentElement, DocumentFact } from '../model/document-system.ts';
import { casesOf, type Fact } from '../model/fact.ts';
import type { ElementId, ResourceId } from '../model/id.ts';
import type { Origin } from '../model/origin.ts';
import type { System } from '../model/questions.ts';
import type { Element, Exposure, Responsibility } from '../model/system.ts';
import { describeText, literalOf, type Text } from '../model/text.ts';
import { guardOf, sourceOf } from './places.ts';

/** What the document needs to know beside the system itself. */
export interface ElementContext {
  readonly system: System;
  exposure(element: ElementId): Exposure;
  responsibility(element: ElementId): Responsibility;
}

/** An element with its answers for people. */
export function documentElement(element: Element, context: ElementContext): DocumentElement {
  const { system } = context;
  const { origins } = system.model;
  const resource = element.resource === undefined ? undefined : system.resource(element.resource);
  const deployment = resource === undefined ? undefined : system.deploymentOf(resource.id);
  const words = (value: Text | undefined) => (value === undefined ? '' : (literalOf(value) ?? describeText(value)));
  return {
    id: element.id,
    address: element.address,
    type: element.type,
    ...(resource?.arn !== undefined && { arn: words(resource.arn) }),
    kind: element.kind,
    name: element.name,
    account: words(deployment?.account),
    region: words(deployment?.region),
    boundary: element.boundary,
    placements: element.placements,
    resources: element.resources.map((part) => system.resource(part)?.address ?? part),
    exposure: context.exposure(element.id),
    facts: resource === undefined ? {} : factsOf(resource.id, system),
    responsibility: context.responsibility(element.id),
    aliases: element.aliases,
    ...guardOf(element.guard),
    role: deployment?.role ?? 'subject',
    ...sourceOf(origins, element.origin),
  };
}

/** Types without knowledge in depth have no answers; coverage says so instead of ten times unknown. */
function factsOf(resource: ResourceId, system: System): Readonly<Record<string, DocumentFact>> {
  const type = system.resource(resource)?.type ?? '';
  if (system.service(type) === undefined) return {};
  return Object.fromEntries(
    everyTypeAnswers.map((dimension) => [dimension, documentFact(dimension, system.fact(resource, dimension), system)]),
  );
}

function documentFact<D extends Dimension>(dimension: D, fact: Fact<Answers[D]>, system: System): DocumentFact {
  if (fact.kind === 'not-applicable')
    return once(system, `not-applicable ${fact.reason}`, { state: fact.kind, text: fact.reason });
  const place = firstOrigin(fact);
  const source = place === undefined ? {} : sourceOf(system.model.origins, place);
  if (fact.kind === 'unknown') return { state: 'unknown', text: fact.reason, settledBy: fact.settledBy, ...source };
  const text = describeFact<D>(dimension, fact as Fact<AnswerOf<D>>);
  const state = fact.kind === 'alternatives' ? fact.kind : fact.basis;
  return { state, text: once(system, text, text), ...source };
}

const shared = new WeakMap<System, Map<string, unknown>>();

/** Equal texts and reasons are one object: a large system has many answers and few different ones. */
function once<T>(system: System, key: string, value: T): T {
  const known = shared.get(system) ?? new Map<string, unknown>();
  if (known.size === 0) shared.set(system, known);
  const before = known.get(key);
  if (before !== undefined) return before as T;
  known.set(key, value);
  return value;
}

function firstOrigin(fact: Fact<unknown>): Origin | undefined {
  return casesOf(fact).flatMap(({ fact: option }) => option.origins)[0];
}
