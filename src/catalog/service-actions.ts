import { matchPattern, type Text, type TextPart, text } from '../model/text.ts';

/** What AWS's service authorization reference says of actions. */
export interface ServiceActions {
  /** Is there a service with this prefix, `dynamodb`? */
  hasService(prefix: string): boolean;
  /** The actions that a pattern such as `s3:Get*` stands for, by their full names; without regard to case. */
  matching(pattern: string): readonly string[];
  /** ARNs of what an action can be asked on, variables as holes; empty when it is asked on nothing in particular. */
  resourcesOf(action: string): readonly ActionResource[];
}

/** ARNs of one type of resource. */
export interface ActionResource {
  readonly arn: Text;
  /** Its name has no slash: a longer path is something else. */
  readonly isShallow: boolean;
}

interface Service {
  readonly resources: readonly ActionResource[];
  /** Numbers of its types of resources, by the name of the action. */
  readonly actions: ReadonlyMap<string, readonly number[]>;
}

/** Loads the reference: half a megabyte, of which only the services that are asked about are read. */
export async function loadServiceActions(): Promise<ServiceActions> {
  const { serviceActionBlocks } = await import('./data/service-actions.generated.ts');
  const blocks = new Map(
    serviceActionBlocks
      .trim()
      .split('\n\n')
      .map((block) => [block.slice(0, block.search(/[ \n]/)), block] as const),
  );
  const read = new Map<string, Service>();
  const service = (prefix: string): Service | undefined => {
    const block = blocks.get(prefix);
    const known = read.get(prefix);
    if (block === undefined || known !== undefined) return known;
    const made = readService(block);
    read.set(prefix, made);
    return made;
  };
  return {
    hasService: (prefix) => blocks.has(prefix.toLowerCase()),
    matching(pattern) {
      const [prefix = '', name = ''] = pattern.toLowerCase().split(':');
      const wanted = new RegExp(
        `^${name
          .replace(/[^\w*?]/g, '\\$&')
          .replace(/\*+/g, '.*')
          .replaceAll('?', '.')}$`,
      );
      const names = [...(service(prefix)?.actions.keys() ?? [])];
      return names.filter((one) => wanted.test(one.toLowerCase())).map((one) => `${prefix}:${one}`);
    },
    resourcesOf(action) {
      const [prefix = '', name = ''] = action.split(':');
      const found = service(prefix.toLowerCase());
      return (found?.actions.get(name) ?? []).flatMap((at) => found?.resources[at] ?? []);
    },
  };
}

function readService(block: string): Service {
  const [head = '', ...lines] = block.split('\n');
  const resources = head
    .split(' ')
    .slice(1)
    .map((arn): ActionResource => ({ arn: withHoles(arn), isShallow: arn.endsWith('!') }));
  // Of some the reference does not know what they take: they may take anything.
  const anything = resources.length;
  const actions = lines.flatMap((line) => {
    const [types = '', names = ''] = line.split(': ');
    const numbers = types === '?' ? [anything] : types === '' ? [] : types.split(',').map(Number);
    return names.split(' ').map((name) => [name, numbers] as const);
  });
  return { resources: [...resources, { arn: withHoles('?'), isShallow: false }], actions: new Map(actions) };
}

function withHoles(arn: string): Text {
  const parts = arn.split(/([?!])/).map((part, at): TextPart => (/^[?!]$/.test(part) ? variable(at) : part));
  return text(...parts);
}

function variable(at: number): TextPart {
  return { symbol: `expression:variable ${at}`, kind: 'expression', settledBy: 'the name of the resource' };
}

/** Can a resource of this type be one that the pattern of a statement names? */
export function mayName(pattern: Text, { arn, isShallow }: ActionResource): boolean {
  const [own, theirs] = [fieldsOf(pattern), fieldsOf(arn)];
  const name = own.at(-1) ?? [];
  if (isShallow && name.some((part) => typeof part === 'string' && part.includes('/'))) return false;
  // A wildcard may reach over colons; without one, region, account and name are compared each by itself.
  const isPlain = own.length === 6 && theirs.length === 6 && !own.slice(0, 5).some(hasWildcard);
  if (!isPlain) return matchPattern(pattern, arn) !== 'no';
  return own.every((field, at) => matchPattern(field, theirs[at] ?? []) !== 'no');
}

function hasWildcard(field: Text): boolean {
  return field.some((part) => typeof part === 'string' && /[*?]/.test(part));
}

/** The six fields of an ARN, the last with the colons that are in it. */
function fieldsOf(arn: Text): readonly Text[] {
  const fields: TextPart[][] = [[]];
  for (const part of arn) {
    const pieces = typeof part === 'string' ? part.split(':') : [part];
    for (const [at, piece] of pieces.entries()) {
      if (at > 0 && fields.length < 6) fields.push([]);
      else if (at > 0) fields.at(-1)?.push(':');
      fields.at(-1)?.push(piece);
    }
  }
  return fields.map((field) => text(...field));
}
