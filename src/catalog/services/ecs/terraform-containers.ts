import type { Value } from '../../../model/value.ts';

/** Maps of which the user chooses the keys (ContainerDefinition, ECS API). */
const ownKeys: ReadonlySet<string> = new Set(['Options', 'DockerLabels']);

/**
 * Container definitions as Terraform takes them, in the words of the ECS API, as CloudFormation writes them: names begin
 * with a capital. The provider reads them whatever the case of their first letter, and so does this.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function containerDefinitions(value: Value): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map(containerDefinitions) };
    case 'choice':
      return {
        ...value,
        options: value.options.map((option) => ({ ...option, value: containerDefinitions(option.value) })),
      };
    case 'map':
      return { ...value, entries: new Map([...value.entries].map(renamed)) };
    default:
      return value;
  }
}

function renamed([key, value]: readonly [string, Value]): [string, Value] {
  const name = `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  return [name, ownKeys.has(name) ? value : containerDefinitions(value)];
}
