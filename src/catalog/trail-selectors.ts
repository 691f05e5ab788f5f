import type { Assumed } from '../model/guard.ts';
import type { Resource } from '../model/resource.ts';
import { literalOf, type Match, matchPattern, type Text } from '../model/text.ts';
import { at, textOf, type Value } from '../model/value.ts';
import { settle, settledFlag, settledItems, settledText, settledValue } from './settled-value.ts';
import type { TrailEvent } from './trail-event.ts';

/** The event and what it happened to. */
export interface Happened {
  readonly event: TrailEvent;
  readonly on?: Resource;
  readonly assumed: Assumed;
}

/**
 * Do the selectors of a trail or event data store let the event in? Without selectors all management events are recorded and
 * no data events. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html
 */
export function isSelected(resource: Resource, happened: Happened): boolean | 'unknown' {
  const { event, assumed } = happened;
  const advanced = settledItems(settledValue(resource, 'AdvancedEventSelectors', assumed), assumed);
  if (advanced === 'unknown') return 'unknown';
  if (advanced.length > 0) return anyOf(advanced.map((selector) => advancedMatch(selector, happened)));
  const basic = settledItems(settledValue(resource, 'EventSelectors', assumed), assumed);
  if (basic === 'unknown') return 'unknown';
  if (basic.length === 0) return event.category === 'management';
  return anyOf(basic.map((selector) => basicMatch({ ...resource, properties: mapOf(selector, resource) }, happened)));
}

function mapOf(value: Value, resource: Resource): Resource['properties'] {
  return value.kind === 'map' ? value : { kind: 'map', entries: new Map(), origin: resource.origin };
}

function basicMatch(selector: Resource, happened: Happened): boolean | 'unknown' {
  const { event, assumed } = happened;
  const readWrite = settledText(selector, 'ReadWriteType', assumed) ?? 'All';
  if (readWrite === 'unknown') return 'unknown';
  if (readWrite === (event.reads ? 'WriteOnly' : 'ReadOnly')) return false;
  if (event.category === 'data') return dataMatch(selector, happened);
  const included = settledFlag(selector, 'IncludeManagementEvents', { assumed, whenAbsent: true });
  if (included !== true || event.leavable === undefined) return included;
  const left = settledItems(settledValue(selector, 'ExcludeManagementEventSources', assumed), assumed);
  return left === 'unknown' ? left : !left.some((one) => literalOf(textOf(one) ?? []) === event.leavable);
}

function dataMatch(selector: Resource, { event, on, assumed }: Happened): boolean | 'unknown' {
  const resources = settledItems(settledValue(selector, 'DataResources', assumed), assumed);
  if (resources === 'unknown') return 'unknown';
  return anyOf(
    resources.map((one) => {
      const type = settle(at(one, 'Type'), assumed);
      if (type === undefined || type === 'unknown') return 'unknown';
      if (literalOf(textOf(type) ?? []) !== event.type) return false;
      const values = settledItems(settle(at(one, 'Values'), assumed), assumed);
      return values === 'unknown' ? values : anyOf(values.map((value) => startsWith(value, on)));
    }),
  );
}

/** Is what it happened to, or something in it, below this prefix of an ARN? */
function startsWith(prefix: Value, on: Resource | undefined): boolean | 'unknown' {
  const text = textOf(prefix);
  if (text === undefined) return 'unknown';
  const plain = literalOf(text);
  // These stand for all buckets, functions or tables: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html
  if (plain !== undefined && /^arn:[\w-]+:(s3(:::)?|lambda|dynamodb)$/.test(plain)) return true;
  if (on?.arn === undefined) return 'unknown';
  const whole: Text = [...on.arn, '/'];
  const answers = [on.arn, whole].map((subject) => truth(matchPattern([...text, '*'], subject)));
  return anyOf(answers);
}

function advancedMatch(selector: Value, happened: Happened): boolean | 'unknown' {
  const { assumed } = happened;
  const fields = settledItems(settle(at(selector, 'FieldSelectors'), assumed), assumed);
  if (fields === 'unknown') return 'unknown';
  return allOf(fields.map((field) => fieldMatch(field, happened)));
}

function fieldMatch(field: Value, happened: Happened): boolean | 'unknown' {
  const { event, on, assumed } = happened;
  const name = settle(at(field, 'Field'), assumed);
  if (name === undefined || name === 'unknown') return 'unknown';
  const tests: Readonly<Record<string, string | undefined>> = {
    eventCategory: event.category === 'data' ? 'Data' : 'Management',
    readOnly: String(event.reads),
    'resources.type': event.type,
    eventName: event.name,
    eventSource: event.leavable ?? '(another)',
  };
  const asked = literalOf(textOf(name) ?? []) ?? '';
  if (asked === 'resources.ARN') return arnMatch(field, { on, assumed });
  if (!Object.hasOwn(tests, asked)) return 'unknown';
  const actual = tests[asked];
  return allOf(
    operators.map(([operator, expects]) => {
      const values = settledItems(settle(at(field, operator), assumed), assumed);
      if (values === 'unknown') return 'unknown';
      if (values.length === 0) return true;
      const words = values.map((value) => literalOf(textOf(value) ?? []));
      if (words.includes(undefined)) return 'unknown';
      // A selector may name the source of services that we have no name for.
      if (asked === 'eventSource' && event.leavable === undefined && operator !== 'NotEquals') return 'unknown';
      return words.some((word) => test(operator, word ?? '', actual ?? '')) === expects;
    }),
  );
}

const operators: readonly (readonly [operator: string, expects: boolean])[] = [
  ['Equals', true],
  ['StartsWith', true],
  ['EndsWith', true],
  ['NotEquals', false],
  ['NotStartsWith', false],
  ['NotEndsWith', false],
];

function test(operator: string, word: string, actual: string): boolean {
  if (operator.endsWith('StartsWith')) return actual.startsWith(word);
  if (operator.endsWith('EndsWith')) return actual.endsWith(word);
  return actual.toLowerCase() === word.toLowerCase();
}

function arnMatch(
  field: Value,
  { on, assumed }: { readonly on: Resource | undefined; readonly assumed: Assumed },
): boolean | 'unknown' {
  const wanted = settledItems(settle(at(field, 'StartsWith'), assumed), assumed);
  const not = settledItems(settle(at(field, 'NotStartsWith'), assumed), assumed);
  if (wanted === 'unknown' || not === 'unknown' || wanted.length + not.length === 0) return 'unknown';
  const refused = anyOf(not.map((value) => startsWith(value, on)));
  const admitted = wanted.length === 0 ? true : anyOf(wanted.map((value) => startsWith(value, on)));
  return allOf([admitted, refused === 'unknown' ? refused : !refused]);
}

function truth(match: Match): boolean | 'unknown' {
  return match === 'maybe' ? 'unknown' : match === 'yes';
}

function anyOf(answers: readonly (boolean | 'unknown')[]): boolean | 'unknown' {
  if (answers.includes(true)) return true;
  return answers.includes('unknown') ? 'unknown' : false;
}

function allOf(answers: readonly (boolean | 'unknown')[]): boolean | 'unknown' {
  if (answers.includes(false)) return false;
  return answers.includes('unknown') ? 'unknown' : true;
}
