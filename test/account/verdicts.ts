import { services } from '../../src/catalog/catalog.generated.ts';
import { loadManagedPolicies } from '../../src/define/access/managed-policies.ts';
import { define } from '../../src/define/define.ts';
import { type Imported, importInputs } from '../../src/define/import.ts';
import { inputsFromTexts, type TextOptions } from '../../src/define/inputs-from-texts.ts';
import type { Questions } from '../../src/model/questions.ts';
import { describeText, literalOf, textKey } from '../../src/model/text.ts';
import { testDay } from '../support/model-of-texts.ts';

/** A system defined from texts by path, ready to be asked. */
export interface Asked {
  readonly imported: Imported;
  readonly ask: Questions;
}

export async function defined(texts: Readonly<Record<string, string>>, options: TextOptions = {}): Promise<Asked> {
  const imported = importInputs(inputsFromTexts(texts, options));
  const { resources, origins, managedPolicies } = imported;
  const { ask } = define(imported, {
    services: new Map(services.map((service) => [service.type, service])),
    managedPolicies: await loadManagedPolicies(resources, origins, managedPolicies),
    asOf: testDay,
  });
  return { imported, ask };
}

/** The identity with this ARN. */
export function identity({ imported }: Asked, arn: string) {
  const found = imported.resources.find((resource) => resource.arn !== undefined && literalOf(resource.arn) === arn);
  if (found === undefined) throw new Error(`no identity ${arn}`);
  return found;
}

/** What was decided, in a line: the verdict, what it hangs on, and who blocks. */
export function verdict(asked: Asked, who: string, action: string, arn: string): string {
  const { verdict, conditions, blockedBy, allowedBy } = asked.ask.access.decide({
    caller: { kind: 'resource', resource: identity(asked, who).id },
    action,
    resource: [arn],
  });
  const hangs = conditions.map(
    ({ key, operator, values }) => `${key} ${operator} ${values.map((value) => describeText(value)).join('|')}`,
  );
  const cited = allowedBy.map(({ statement }) => JSON.stringify([statement.sid, statement.actions?.map(textKey)]));
  return [verdict, ...hangs.sort(), ...cited.sort(), ...blockedBy.map(({ kind }) => kind).sort()].join('; ');
}

/** Every principal × action × resource, by who, action and what. */
export function verdicts(
  asked: Asked,
  actions: readonly string[],
  arns: readonly string[],
): ReadonlyMap<string, string> {
  const principals = asked.ask.access
    .principals()
    .flatMap(({ arn }) => literalOf(arn ?? []) ?? [])
    .sort();
  return new Map(
    principals.flatMap((who) =>
      actions.flatMap((action) =>
        arns.map((arn) => [`${who} ${action} ${arn}`, verdict(asked, who, action, arn)] as const),
      ),
    ),
  );
}
