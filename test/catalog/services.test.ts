import { describe, expect, test } from 'vitest';
import { describeFact, dimensions } from '../../src/catalog/describe-answer.ts';
import { casesOf } from '../../src/model/fact.ts';
import { deployExamples, type ExampleFile, knownTypes, type Verdict } from './example-file.ts';

/**
 * Every resource type in depth against its examples, through the real importer. Run one type with
 * `npx vitest run test/catalog/services.test.ts -t sqs/queue`.
 */
const types = await knownTypes();
const services = new Map(types.map(({ service }) => [service.type, service]));

test('each resource type is known in one place', () => {
  expect(services.size).toBe(types.length);
});

describe.each(types)('$name', ({ name, service, examples }) => {
  test('has examples', () => {
    expect(examples, `src/catalog/services/${name}.examples.yaml`).toBeDefined();
  });
  if (examples === undefined) return;

  test('its comments name existing dimensions', () => {
    expect(examples.strayComments).toEqual([]);
  });

  test.each(['good', 'bad', 'unknown'] as const)('has a %s example, or says why there is none', (verdict) => {
    expect(hasExample(examples, service.type, verdict) || examples.excused.has(verdict)).toBe(true);
  });

  test('an unknown example says what is unknown', () => {
    const silent = examples.examples.filter(
      ({ verdict, expected }) => verdict === 'unknown' && !expected.some(({ text }) => saysUnknown(text)),
    );
    expect(silent.map(({ logicalId }) => logicalId)).toEqual([]);
  });

  test('the importer reads the examples', () => {
    const { diagnostics } = deployExamples(examples, services);
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.each(examples.examples)('$logicalId', ({ logicalId, expected }) => {
    const { base, resource } = deployExamples(examples, services);
    const { id } = resource(logicalId);
    const actual = expected.map(({ dimension, line }) => ({
      dimension,
      text: describeFact(dimension, base.fact(id, dimension)),
      line,
    }));
    expect(actual).toEqual(expected);
  });

  test('every unknown answer names the input that would settle it', () => {
    const { base } = deployExamples(examples, services);
    const nameless = base.resources.flatMap(({ id, address }) =>
      dimensions.flatMap((dimension) =>
        casesOf<unknown>(base.fact(id, dimension)).flatMap(({ fact }) =>
          fact.kind === 'unknown' && fact.settledBy.trim() === '' ? [`${address} ${dimension}`] : [],
        ),
      ),
    );
    expect(nameless).toEqual([]);
  });
});

/** An unknown answer, or one with a hole in it: `<Caller>`. */
function saysUnknown(answer: string): boolean {
  return answer.includes('unknown (') || /<[^<>]+>/.test(answer);
}

/** Only resources of the type itself count; the others of the file are there to be referred to. */
function hasExample(file: ExampleFile, type: string, wanted: Verdict): boolean {
  const { resource } = deployExamples(file, services);
  return file.examples.some(({ logicalId, verdict }) => verdict === wanted && resource(logicalId).type === type);
}
