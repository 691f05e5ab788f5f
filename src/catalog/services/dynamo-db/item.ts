import type { SecretInClear } from '../../../model/data-keeping.ts';
import { byDefault, type Fact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { possibleMembers } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';
import { joinSecrets, secretsInEntry } from '../../secret-in-clear.ts';

/**
 * An item that the deployment puts into a table. CloudFormation has no such type; Terraform (aws_dynamodb_table_item) has,
 * with the parameters of PutItem as properties.
 */
export default defineService({
  type: 'AWS::DynamoDB::Item',
  title: 'DynamoDB item',
  element: 'part',
  partOf: (view) => {
    const table = view.read('TableName');
    return table === undefined ? [] : [table];
  },
  aloneAs: 'data-store',
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html',
  facts: { ...noAnswers('an item lies in its table, which answers'), secretsInClear: secretsOf },
  ignored: {},
});

/** Attributes by name; the value of each stands under its type, `{ "S": "…" }`. */
function secretsOf(view: ResourceView): Fact<readonly SecretInClear[]> {
  const found = possibleMembers(view, 'Item').flatMap((item) =>
    item.kind === 'map'
      ? [...item.entries].flatMap(([name, typed]) =>
          typed.kind === 'map' ? [...typed.entries.values()].map((value) => secretsInEntry(name, value, 'item')) : [],
        )
      : [],
  );
  return found.length === 0 ? byDefault([], [view.origin()]) : joinSecrets(found);
}
