import type { MappingEntry, Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion } from '../expansion.ts';
import { entryOf, fieldOf, itemsOf, referenced, textAt, textOf } from '../fields.ts';
import { getAtt, type Made, ref } from '../made.ts';
import { plainTypes } from './profiles.ts';

/** A source or destination of a connection. */
export interface End {
  /** CloudFormation type. */
  readonly type: string;
  /** As the template says it. */
  readonly declaredType: string;
  readonly id: string | undefined;
  readonly arn: Made;
  readonly role: Made;
  readonly queueUrl: Made;
  readonly resourceId: Made;
  readonly name: Made;
  readonly qualifier: Made;
}

/** Types whose `Ref` is the ARN. */
const arnIsRef: ReadonlySet<string> = new Set(['AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine']);

/** Reads an end: the id of a resource of the template, or the properties that are needed. */
export function readEnd(node: Node, what: string, at: MappingEntry, expansion: Expansion): End | undefined {
  const id = textAt(node, 'Id');
  const given = (key: string) => entryOf(node, key)?.value;
  if (id === undefined) {
    const type = textAt(node, 'Type');
    if (type !== undefined && fieldOf(node, 'Id') === undefined) {
      const plain = plainTypes[type] ?? type;
      return {
        type: plain,
        declaredType: plain,
        id: undefined,
        arn: given('Arn'),
        role: given('RoleName'),
        queueUrl: given('QueueUrl'),
        resourceId: given('ResourceId'),
        name: given('Name'),
        qualifier: given('Qualifier'),
      };
    }
    diagnose(expansion, 'sam-missing-property', `${what} needs an Id, or a Type; give one`, at.keyOrigin);
    return undefined;
  }
  const declared = expansion.resources.get(id);
  const made = madeResource(id, expansion);
  const declaredType = declared?.type ?? textAt(made, 'Type');
  if (declaredType === undefined) {
    diagnose(
      expansion,
      'sam-unknown-reference',
      `${what} names ${id}, which the template does not have; correct it`,
      at.keyOrigin,
    );
    return undefined;
  }
  const type = plainTypes[declaredType] ?? declaredType;
  const arn = arnIsRef.has(type) ? ref(id) : getAtt(id, 'Arn');
  return {
    type,
    declaredType,
    id,
    arn,
    role: roleOf(type, fieldOf(made ?? declared?.body, 'Properties')),
    queueUrl: ref(id),
    resourceId: type === 'AWS::AppSync::GraphQLApi' ? getAtt(id, 'ApiId') : ref(id),
    name: getAtt(id, 'Name'),
    qualifier: given('Qualifier') ?? '*',
  };
}

function madeResource(id: string, expansion: Expansion): Node | undefined {
  const declared = expansion.resources.get(id);
  const own = expansion.made.get(id)?.get(id)?.value;
  if (own !== undefined || declared !== undefined) return own ?? declared?.body;
  for (const group of expansion.made.values()) {
    const found = group.get(id);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

const roleProperties: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
  'AWS::AppSync::DataSource': 'ServiceRoleArn',
};

/** The name of the role that a resource acts as, when the template says it. */
function roleOf(type: string, properties: Node | undefined): Made {
  const property = roleProperties[type];
  const arn =
    type === 'AWS::Events::Rule'
      ? itemsOf(fieldOf(properties, 'Targets')).flatMap((target) => fieldOf(target, 'RoleArn') ?? [])[0]
      : property === undefined
        ? undefined
        : fieldOf(properties, property);
  const id = referenced(arn);
  if (arn === undefined) return undefined;
  if (id !== undefined && textOf(arn) === undefined) return ref(id);
  return undefined;
}
