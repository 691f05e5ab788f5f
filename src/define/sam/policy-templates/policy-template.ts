import { type Made, type MadeObject, sub } from '../made.ts';

/** What a policy template allows; `<name>` in texts stands for its parameter of that name. */
export interface TemplateStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: { readonly operator: string; readonly key: string; readonly value: string };
}

export type PolicyTemplates = Readonly<Record<string, readonly TemplateStatement[]>>;

/** In resources, `arn:` stands for the ARN of the deployment's partition and `@:` for its region and account. */
export function allow(service: string, actions: string, ...resources: readonly string[]): TemplateStatement {
  return {
    actions: actions.split(' ').map((action) => `${service}:${action}`),
    resources: resources.map((resource) => written(resource)),
  };
}

function written(resource: string): string {
  return resource.replace(/^arn:/, 'arn:<AWS::Partition>:').replace('@:', '<AWS::Region>:<AWS::AccountId>:');
}

/** The names that the texts of a template use. */
export function parametersOf(statements: readonly TemplateStatement[]): ReadonlySet<string> {
  const texts = statements.flatMap(({ resources, condition }) => [...resources, condition?.value ?? '']);
  return new Set(texts.flatMap((text) => variablesIn(text)));
}

/** The policy document that a template stands for, with the values of its parameters by the names it uses. */
export function documentOf(statements: readonly TemplateStatement[], values: ReadonlyMap<string, Made>): MadeObject {
  const filled = (text: string): Made => {
    const names = variablesIn(text);
    if (!text.includes('<')) return text;
    return sub(
      text,
      names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, values.get(name)])),
    );
  };
  return {
    Statement: statements.map(({ actions, resources, condition }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources.length === 1 ? filled(resources[0] ?? '') : resources.map(filled),
      ...(condition !== undefined && {
        Condition: { [condition.operator]: { [condition.key]: filled(written(condition.value)) } },
      }),
    })),
  };
}

function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '');
}
