import { literalOf, type Text, type TextPart, text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { urlSuffix } from '../../cloudformation/pseudo-parameter.ts';
import { combine, provenanceOf, textValue } from '../../cloudformation/value-case.ts';
import { isCollection } from '../expression/special.ts';
import type { Asked } from './known-data.ts';
import { type LookedUp, lookedUp } from './looked-up.ts';
import { accountOf, regionOf } from './place-of-data.ts';

/** An attribute of a thing that is found by its name; undefined when it does not follow from the arguments. */
export function foundAttribute(attribute: string, asked: Asked): Value | undefined {
  const found = lookedUp[asked.source.type];
  const template =
    found !== undefined && Object.hasOwn(found.attributes, attribute) ? found.attributes[attribute] : undefined;
  const given = found === undefined ? undefined : asked.source.given(found.by);
  if (found === undefined || template === undefined || given === undefined || isCollection(given)) return undefined;
  return filled(template, given, found, asked);
}

function filled(template: string, given: Value, found: LookedUp, asked: Asked): Value | undefined {
  const { origin, scope } = asked;
  const options = given.kind === 'choice' ? given.options.map((option) => option.value) : [given];
  if (options.some((option) => !isName(option, found))) return undefined;
  return combine([given, regionOf(asked), accountOf(asked)], origin, ([named, region, account]) => {
    const name = named === undefined ? [] : (textOf(named) ?? []);
    const { partition } = scope.run.source;
    const words: Readonly<Record<string, Text>> = {
      name,
      bare: withoutSlash(name),
      Partition: partition,
      Suffix: urlSuffix(partition),
      Region: region === undefined ? [] : (textOf(region) ?? []),
      Account: account === undefined ? [] : (textOf(account) ?? []),
      Path: [pathHole(name, asked)],
    };
    const parts = template.split(/\{(\w+)\}/).flatMap((piece, at) => (at % 2 === 0 ? [piece] : (words[piece] ?? [])));
    return textValue(text(...parts), origin, provenanceOf(...(named === undefined ? [] : [named])));
  });
}

/** An ARN where a name is expected says more than the templates do. */
function isName(value: Value, { only }: LookedUp): boolean {
  const content = textOf(value);
  if (content === undefined || content.length === 0) return false;
  const literal = literalOf(content);
  if (only !== undefined) return literal !== undefined && only.test(literal);
  return typeof content[0] !== 'string' || !content[0].startsWith('arn:');
}

function withoutSlash([first, ...rest]: Text): Text {
  return typeof first === 'string' ? text(first.replace(/^\//, ''), ...rest) : text(...(first ? [first] : []), ...rest);
}

/** Between `role/` and the name; most have none. */
function pathHole(name: Text, { source, scope }: Asked): TextPart {
  const shown = name.map((part) => (typeof part === 'string' ? part : part.symbol)).join('');
  return {
    kind: 'lookup',
    symbol: `iam-path:${scope.run.source.deployment}/${source.type}/${shown}`,
    settledBy: `the path of ${source.type.replace('aws_iam_', '').replaceAll('_', ' ')} ${shown}`,
  };
}
