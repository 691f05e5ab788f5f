import { assetsOf } from '../../catalog/assets-by-holder.ts';
import { flowsFrom, flowsTo } from '../../catalog/flows-by-end.ts';
import { byDefault, type Fact, given, unknown } from '../../model/fact.ts';
import type { AssetQuestions } from '../../model/knowledge.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Element, Flow } from '../../model/system.ts';
import { exposuresOf } from '../exposure.ts';
import { engineArguments, engineFunctions } from './engine-functions.ts';
import type { Vocabulary } from './expression/check-expression.ts';
import type { Scene } from './expression/evaluate.ts';
import { type Datum, listOf, recordOf, textDatum } from './expression/values.ts';
import type { ExpressionRun } from './expression-field.ts';
import { askedDimensions, factsDatum, resourceDatum, resourceVariable, resourceVariables } from './resource-scene.ts';

const alone = ['kind', 'facts', 'region', 'account', 'stage', 'deployment', 'parts', 'references', 'referrers', 'asOf'];
const inSystem = ['exposure', 'worth', 'flowsIn', 'flowsOut'];
const members: Vocabulary['members'] = {
  facts: askedDimensions,
  worth: ['confidentiality', 'integrity', 'availability'],
};

/** What expressions about an element alone may use: asset rules, which are asked before anything is drawn. */
export const elementVocabulary: Vocabulary = {
  variables: [...resourceVariables, ...alone],
  functions: {},
  members,
};

/** What expressions about an element in its system may use: threats and controls. */
export const systemVocabulary: Vocabulary = {
  variables: [...resourceVariables, ...alone, ...inSystem],
  functions: engineArguments,
  members,
};

/** An element before anything is drawn. */
export function elementScene(element: Element, resource: Resource, ask: AssetQuestions): Scene {
  return {
    variable: (name) => elementVariable(name, { element, resource, ask }),
    call: (name) => unknown(`${name} cannot be asked here`, 'an expression without it'),
  };
}

/** An element in the whole system, with both engines. */
export function systemScene(element: Element, resource: Resource, ask: Questions): Scene {
  return {
    variable: (name) =>
      inSystem.includes(name)
        ? systemVariable(name, element, ask)
        : elementVariable(name, { element, resource, ask: ask.system }),
    call(name, args) {
      const run = engineFunctions.get(name);
      return run === undefined
        ? unknown(`there is no function ${name}`, 'an expression without it')
        : run({ element, resource, ask }, args);
    },
  };
}

/** One run of the model. */
export function runOf(ask: Questions): ExpressionRun {
  return { of: ask, elements: ask.system.model.elements.length };
}

interface Subject {
  readonly element: Element;
  readonly resource: Resource;
  readonly ask: AssetQuestions;
}

function elementVariable(name: string, { element, resource, ask }: Subject): Fact<Datum> {
  const own = resourceVariables.find((each) => each === name);
  if (own !== undefined) return resourceVariable(resource, own);
  const deployment = ask.deploymentOf(resource.id);
  const others = (ids: readonly Resource['id'][]): Fact<Datum> => {
    const found = ids.flatMap((id) => ask.resource(id) ?? []);
    return given<Datum>(listOf(found.map((each) => () => given(resourceDatum(each), [each.origin]))));
  };
  switch (name) {
    case 'kind':
      return given<Datum>(element.kind);
    case 'facts':
      return given(factsDatum(resource, ask));
    case 'region':
      return given<Datum>(textDatum(deployment.region));
    case 'account':
      return given<Datum>(textDatum(deployment.account));
    case 'stage':
      return given<Datum>(deployment.stage ?? null);
    case 'deployment':
      return given<Datum>(deployment.id);
    case 'parts':
      return others(element.resources.filter((id) => id !== resource.id));
    case 'references':
      return others(ask.references(resource.id));
    case 'referrers':
      return others(ask.referrers(resource.id));
    case 'asOf':
      return given<Datum>(ask.asOf);
    default:
      return byDefault(null);
  }
}

function systemVariable(name: string, element: Element, ask: Questions): Fact<Datum> {
  const { model } = ask.system;
  switch (name) {
    case 'exposure':
      return exposureOf(element, ask);
    case 'worth':
      return worthOf(element, ask);
    case 'flowsIn':
      return given<Datum>(flowList(flowsTo(model, element.id), ask));
    default:
      return given<Datum>(flowList(flowsFrom(model, element.id), ask));
  }
}

function exposureOf(element: Element, ask: Questions): Fact<Datum> {
  const { level, because } = exposuresOf(ask).get(element.id) ?? { level: 'none', because: [] };
  if (level !== 'unknown') return given<Datum>(level);
  return unknown('from where it can be reached is not known', because[0]?.replace('settled by ', '') ?? 'more input');
}

/** The highest of each of the three values that any asset of the element has. */
function worthOf(element: Element, { system }: Questions): Fact<Datum> {
  const held = assetsOf(system.model, element.id);
  if (held.length === 0) return byDefault(null);
  const most = (side: 'confidentiality' | 'integrity' | 'availability') =>
    Math.max(...held.map((asset) => asset[side]));
  const worth = {
    confidentiality: most('confidentiality'),
    integrity: most('integrity'),
    availability: most('availability'),
  };
  return given<Datum>(recordOf(worth));
}

/** Flows with the ids of both ends; `encrypted` of a flow of which nobody knows is unknown. */
function flowList(flows: readonly Flow[], { system }: Questions): Datum {
  return listOf(
    flows.map((flow) => () => {
      const { kind, protocol, ports, authenticated, encrypted } = flow;
      const addressOf = (id: Flow['from']) => system.element(id)?.address ?? id;
      const known =
        encrypted === 'unknown'
          ? unknown('whether a flow is encrypted is not known', `whether ${flow.id} is encrypted`, [flow.origin])
          : encrypted;
      const ends = { from: addressOf(flow.from), to: addressOf(flow.to) };
      const record = recordOf({ ...ends, kind, protocol, ports, authenticated, encrypted: known });
      return given<Datum>(record, [flow.origin]);
    }),
  );
}
