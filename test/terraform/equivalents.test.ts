import { describe, expect, test } from 'vitest';
import { services as known } from '../../src/catalog/catalog.generated.ts';
import { equivalents, templateAnswers, terraformAnswers } from './equivalent.ts';

/** The same system in Terraform and in a template is answered the same, whatever is asked. */
const services = new Map(known.map((service) => [service.type, service]));

describe.each(equivalents())('$name', (equivalent) => {
  const { answers, diagnostics } = terraformAnswers(equivalent, services);
  const expected = templateAnswers(equivalent, services);

  test('is read without complaint', () => {
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  test.each(equivalent.pairs.filter(({ compared }) => compared))('$address answers as $logicalId', ({ logicalId }) => {
    expect(answers.get(logicalId)).toEqual(expected.get(logicalId));
  });
});
