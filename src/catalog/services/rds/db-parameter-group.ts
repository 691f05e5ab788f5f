import type { EncryptionInTransit } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';
import { forcedBy, parameterThatForcesTls, tlsForcedByDefault } from './database-answers.ts';

export default defineService({
  type: 'AWS::RDS::DBParameterGroup',
  title: 'RDS parameter group',
  element: 'part',
  ownedBy: ['AWS::RDS::DBInstance'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbparametergroup.html',
  facts: {
    ...noAnswers('settings of an engine; the databases that use them answer'),
    encryptionInTransit: transitOf,
  },
  ignored: {},
});

/** Whether databases with these parameters refuse connections without TLS. */
function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  return bindFact(word(view, 'Family', ''), (family) => {
    const [, engine = family, version = ''] = /^([a-z-]+?)(\d.*)$/.exec(family) ?? [];
    const standard = byDefault(tlsForcedByDefault(engine, version));
    const parameter = parameterThatForcesTls(engine);
    const forced = parameter === undefined ? standard : forcedBy(view, parameter, standard);
    return mapFact(forced, (on): EncryptionInTransit => ({ state: on ? 'required' : 'optional' }));
  });
}
