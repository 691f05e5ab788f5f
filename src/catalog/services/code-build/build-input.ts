import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { describeText, literalOf, type Text, text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { CodeSource } from '../../../model/workload.ts';
import { mayBe, members, optionsOf, possibleMembers, shownText, within, word } from '../../answer.ts';
import { logFlow } from '../../log-flow.ts';
import { ownReference } from '../../own-reference.ts';
import { joinSecrets, secretsInEntry, secretsInText } from '../../secret-in-clear.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { usedStores } from '../../used-stores.ts';

/** What a build is made of: source, build specification, variables, image. */

const LOGS = 'LogsConfig.CloudWatchLogs';
const VARIABLES = 'Environment.EnvironmentVariables';

/** Plain variables that look like secrets, and secrets written into the build specification. */
export function buildSecrets(view: ResourceView): Fact<readonly SecretInClear[]> {
  const specification = view.read('Source.BuildSpec');
  const variables = bindFact(members(view, VARIABLES), (items) =>
    joinSecrets(items.map((item) => secretOf(within(view, item)))),
  );
  return joinSecrets([variables, ...(specification === undefined ? [] : [secretsInText(specification, 'build spec')])]);
}

/** Variables of the other types name a parameter or a secret, which is not in the template. */
function secretOf(variable: ResourceView): Fact<readonly SecretInClear[]> {
  return bindFact(word(variable, 'Type', 'PLAINTEXT'), (type) => {
    const value = variable.read('Value');
    return type !== 'PLAINTEXT' || value === undefined
      ? byDefault<readonly SecretInClear[]>([])
      : secretsInEntry(shownText(variable, 'Name') ?? 'variable', value, 'environment');
  });
}

/** Where the commands and the code come from. A branch moves; what is written in the template does not. */
export function buildCode(view: ResourceView): readonly CodeSource[] {
  return [...repositoryOf(view), ...specificationOf(view), ...imageOf(view)];
}

function repositoryOf(view: ResourceView): readonly CodeSource[] {
  const type = shownText(view, 'Source.Type');
  const location = view.read('Source.Location');
  if (location === undefined) return [];
  const text = textOf(location);
  const common = { ...(text !== undefined && { location: text }), pinned: false, origin: location.origin };
  return type === 'S3' ? [{ kind: 'object', bucket: location, ...common }] : [{ kind: 'repository', ...common }];
}

/** A build specification with lines is the thing itself; without, it is a file in the source. */
function specificationOf(view: ResourceView): readonly CodeSource[] {
  const specification = view.read('Source.BuildSpec');
  const inline = specification !== undefined && (shownText(view, 'Source.BuildSpec') ?? '').includes('\n');
  return inline ? [{ kind: 'inline', pinned: true, origin: specification.origin }] : [];
}

function imageOf(view: ResourceView): readonly CodeSource[] {
  return optionsOf(view.read('Environment.Image')).flatMap(({ value }): readonly CodeSource[] => {
    const location = value === undefined ? undefined : textOf(value);
    if (value === undefined || location === undefined) return [];
    return [{ kind: 'image', location, pinned: /@sha256:/.test(describeText(location)), origin: value.origin }];
  });
}

/** Flows: source in, artifacts and caches out, secrets and stores that variables name. */
export function buildForwards(view: ResourceView): Fact<readonly Forward[]> {
  const { address } = view.resource;
  const variables = possibleMembers(view, VARIABLES).map((item) => within(view, item));
  return flowsOf(view, [
    ...sourceFlow(view),
    ...outputFlow(view, 'Artifacts', `artifacts of ${address} go there`),
    ...outputFlow(view, 'Cache', `${address} keeps its cache there`),
    ...usedStores(
      view,
      variables.flatMap((variable) => namedBy(variable, ['PLAINTEXT'])),
    ),
    ...variables
      .flatMap((variable) => namedBy(variable, ['SECRETS_MANAGER', 'PARAMETER_STORE']))
      .flatMap(({ name, value }) => statedFlow(value, { kind: 'secret', because: `${name} of ${address}` })),
    ...(mayBe(word(view, `${LOGS}.Status`, 'ENABLED'), (status) => status === 'ENABLED')
      ? logFlow(view, { path: `${LOGS}.GroupName`, service: 'codebuild' })
      : []),
  ]);
}

function namedBy(
  variable: ResourceView,
  types: readonly string[],
): readonly { readonly name: string; readonly value: Value }[] {
  const value = variable.read('Value');
  const type = shownText(variable, 'Type') ?? 'PLAINTEXT';
  if (value === undefined || !types.includes(type)) return [];
  return [{ name: `environment variable ${shownText(variable, 'Name') ?? ''}`, value }];
}

function sourceFlow(view: ResourceView): readonly Forward[] {
  const from = view.read('Source.Location');
  if (from === undefined) return [];
  const because = `${view.resource.address} builds what is there`;
  const repository = repositoryAt(from);
  const isOutside = repository !== from && repository.kind === 'literal';
  const authentication = isOutside ? 'custom' : 'iam';
  return statedFlow(ownReference(view), {
    kind: 'deployment',
    from: repository,
    because,
    authentication,
    origin: from.origin,
  });
}

/** `github.com/acme/shop` of the address of a repository, whoever controls which is trusted; other locations as they are. */
function repositoryAt(location: Value): Value {
  const own = ownRepositoryAt(textOf(location) ?? []);
  if (own !== undefined) return { kind: 'text', text: own, origin: location.origin };
  const literal = literalOf(textOf(location) ?? []);
  const found = literal === undefined ? undefined : /^https:\/\/(?:[^/@]*@)?(.+?)(?:\.git)?\/?$/.exec(literal)?.[1];
  return found === undefined ? location : { kind: 'literal', value: found, origin: location.origin };
}

/** The name of a repository of CodeCommit: `https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/tools`. */
function ownRepositoryAt(location: Text): Text | undefined {
  const [first] = location;
  if (typeof first !== 'string' || !first.startsWith('https://git-codecommit.')) return undefined;
  const at = location.findIndex((part) => typeof part === 'string' && part.includes(repositories));
  const part = location[at];
  if (typeof part !== 'string') return undefined;
  return text(part.slice(part.indexOf(repositories) + repositories.length), ...location.slice(at + 1));
}

const repositories = '/v1/repos/';

function outputFlow(view: ResourceView, path: string, because: string): readonly Forward[] {
  return shownText(view, `${path}.Type`) === 'S3'
    ? statedFlow(view.read(`${path}.Location`), { kind: 'data', because })
    : [];
}
