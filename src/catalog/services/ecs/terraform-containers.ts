import type { TerraformView } from '../../../model/terraform.ts';
import type { Value } from '../../../model/value.ts';
import { code, plainText } from '../../terraform-rules.ts';

/** Maps of which the user chooses the keys (ContainerDefinition, ECS API). */
const ownKeys: ReadonlySet<string> = new Set(['Options', 'DockerLabels']);

/**
 * Container definitions as Terraform takes them, in the words of the ECS API, as CloudFormation writes them: names begin
 * with a capital. The provider reads them whatever the case of their first letter, and so does this. Values of variables
 * are text, also where `jsonencode` made it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function containerDefinitions(value: Value, view: TerraformView): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map((item) => containerDefinitions(item, view)) };
    case 'choice': {
      const options = value.options.map((one) => ({ ...one, value: containerDefinitions(one.value, view) }));
      return { ...value, options };
    }
    case 'map':
      return { ...value, entries: new Map([...value.entries].map((entry) => renamed(entry, view))) };
    default:
      return value;
  }
}

function renamed([key, value]: readonly [string, Value], view: TerraformView): [string, Value] {
  const name = `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  if (ownKeys.has(name)) return [name, value];
  if (name === 'Value') return [name, view.give(plainText(code([], () => value))) ?? value];
  return [name, containerDefinitions(value, view)];
}
