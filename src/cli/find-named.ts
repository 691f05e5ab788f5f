import type { DefinedSystem } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { literalOf } from '../model/text.ts';
import { UsageError } from './usage-error.ts';

/** The one resource that a word on the command line means: its id, address, ARN, name or alias. */
export function findNamed({ ask }: DefinedSystem, word: string): Resource {
  const { resources } = ask.system.model;
  const byId = resources.find(({ id }) => id === word);
  if (byId !== undefined) return byId;
  const found = resources.filter(({ address, arn, name, aliases }) =>
    [address, literalOf(arn ?? []), literalOf(name), ...aliases].includes(word),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only !== undefined) {
    const ids = found.slice(0, 5).map(({ id }) => id);
    throw new UsageError(`${word} may mean ${ids.join(' or ')}; give one of these ids`);
  }
  const near = resources
    .filter(({ id }) => id.toLowerCase().includes(word.toLowerCase().slice(0, 6)))
    .slice(0, 5)
    .map(({ id }) => id);
  const hint = near.length === 0 ? 'give an id, address or ARN of the input' : `did you mean ${near.join(', ')}?`;
  throw new UsageError(`no resource is called ${word}; ${hint}`);
}
