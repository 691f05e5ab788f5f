import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeFact, dimensions } from '../../src/catalog/describe-answer.ts';
import { terraformKnowledge } from '../../src/catalog/terraform.generated.ts';
import type { InputFile } from '../../src/define/input.ts';
import { createBase, type ResourceBase } from '../../src/define/system/create-system.ts';
import { evaluateSource } from '../../src/define/terraform/evaluate-source.ts';
import { terraformTypes } from '../../src/define/terraform/translate/knowledge.ts';
import { translateTerraform } from '../../src/define/terraform/translate/translate.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { type DeploymentId, id } from '../../src/model/id.ts';
import { createOrigins } from '../../src/model/origin.ts';
import type { ServiceType } from '../../src/model/service.ts';
import { deployExamples } from '../catalog/example-file.ts';

/**
 * The same system twice: `main.tf` and `template.yaml` of a folder. `# = Table` directly above a block of Terraform names
 * the logical id that says the same; what stands behind it is added to the address, where one block makes several:
 * `# = Entry .ingress["100"]`. With `# as Key` the two are only the same thing where others name it; whether they answer the
 * same is not asked.
 */
export interface Equivalent {
  readonly name: string;
  readonly terraform: string;
  readonly template: string;
  readonly pairs: readonly Pair[];
}

interface Pair {
  readonly address: string;
  readonly logicalId: string;
  readonly compared: boolean;
}

const folder = fileURLToPath(new URL('equivalents', import.meta.url));

export function equivalents(): readonly Equivalent[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const terraform = readFileSync(join(folder, name, 'main.tf'), 'utf8');
      const template = readFileSync(join(folder, name, 'template.yaml'), 'utf8');
      return { name, terraform, template, pairs: pairsIn(terraform) };
    });
}

function pairsIn(terraform: string): readonly Pair[] {
  const pairs: Pair[] = [];
  let above: (readonly string[])[] = [];
  for (const line of terraform.split('\n')) {
    const comment = /^# (=|as) (\w+) ?(.*)$/.exec(line);
    const block = /^resource "(\w+)" "(\w+)"/.exec(line);
    if (comment !== null) above.push(comment);
    if (block !== null) {
      for (const [, word, logicalId = '', more = ''] of above)
        pairs.push({ address: `${block[1]}.${block[2]}${more}`, logicalId, compared: word === '=' });
      above = [];
    }
  }
  return pairs;
}

/** Everything that is answered of a resource, by dimension; whether it was said or is a default does not count. */
export type Answers = Readonly<Record<string, string>>;

const place = { account: ['111122223333'], region: ['eu-west-1'], partition: ['aws'] };
const deployment = id<DeploymentId>('examples');

/** What the template answers, by logical id. */
export function templateAnswers({ name, template, pairs }: Equivalent, services: ReadonlyMap<string, ServiceType>) {
  const { base, resource } = deployExamples(
    { name, text: template, examples: [], excused: new Map(), strayComments: [] },
    services,
  );
  return new Map(pairs.map(({ logicalId }) => [logicalId, answersOf(base, resource(logicalId).id)]));
}

/** What Terraform answers, by the logical id that says the same, with addresses as these logical ids. */
export function terraformAnswers(
  { terraform, pairs }: Equivalent,
  services: ReadonlyMap<string, ServiceType>,
): { readonly answers: ReadonlyMap<string, Answers>; readonly diagnostics: readonly Diagnostic[] } {
  const origins = createOrigins();
  const root: InputFile['root'] = { folders: [], read: () => ({ kind: 'missing' }), list: () => [] };
  const file: InputFile = { root, path: 'main.tf', file: 'main.tf', text: terraform };
  const source = evaluateSource(
    { deployment, folder: '', files: [file], variableFiles: [], variableValues: new Map(), ...place },
    { origins, files: root },
  );
  const unit = { deployment, instances: source.instances, placeOf: () => ({ deployment, ...place }) };
  const { resources, diagnostics } = translateTerraform(unit, terraformTypes(terraformKnowledge), origins);
  const origin = origins.source('main.tf', 1, 1, 1);
  const deployments = [{ id: deployment, ...place, origin, role: 'subject' as const, parameters: [] }];
  const base = createBase({ resources, deployments, asOf: '2026-01-31' }, services);
  const answers = pairs.map(({ address, logicalId }) => {
    const found = resources.find((each) => each.address === address);
    if (found === undefined)
      throw new Error(`no resource ${address} among ${resources.map((r) => r.address).join(' ')}`);
    return [logicalId, renamed(answersOf(base, found.id), pairs)] as const;
  });
  return { answers: new Map(answers), diagnostics: [...source.diagnostics, ...diagnostics] };
}

function answersOf(base: ResourceBase, resource: Parameters<ResourceBase['fact']>[0]): Answers {
  return Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      describeFact(dimension, base.fact(resource, dimension)).replaceAll(' (default)', ''),
    ]),
  );
}

/** Longer addresses first: one may begin with another. */
function renamed(answers: Answers, pairs: readonly Pair[]): Answers {
  const longest = [...pairs].sort((a, b) => b.address.length - a.address.length);
  const rename = (text: string) =>
    longest.reduce((before, { address, logicalId }) => before.replaceAll(address, logicalId), text);
  return Object.fromEntries(Object.entries(answers).map(([dimension, text]) => [dimension, rename(text)]));
}
