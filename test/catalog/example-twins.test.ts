import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moves, threatRules } from '../../src/catalog/catalog.generated.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { examplesOfMove, examplesOfRule, filesOfExample, type RuleExample } from '../support/rule-example.ts';
import { providerMirror, withTerraform } from '../terraform/real-terraform.ts';

/**
 * Each example of a rule or move exists as a template and in Terraform, with the same marks, and every rule judges both the
 * same. Blocks of Terraform are called what the template calls the same resource, in snake case. What Terraform cannot say,
 * or says otherwise, has its reason in a comment: `# not in Terraform: …` in a template without a twin, `# marked
 * otherwise: …` in Terraform with other marks, `# judged otherwise: …` where the rest
 * differs.
 */
const examples = [
  ...threatRules.map(({ id }) => ({ id, all: examplesOfRule(id) })),
  ...moves.map(({ id }) => ({ id, all: examplesOfMove(id) })),
].flatMap(({ id, all }) => all.map((example) => ({ path: `${id}/${example.name}`, example, all })));

const withoutExtension = (name: string) => name.replace(/\.\w+$/, '');
const twinOf = ({ name, form }: RuleExample, all: readonly RuleExample[]) =>
  all.find((each) => each.form !== form && withoutExtension(each.name) === withoutExtension(name));
const marksOf = ({ marks }: RuleExample) => marks.map(({ verdict, rule }) => `${verdict}: ${rule}`).sort();

const isTheSame = (twin: RuleExample | undefined) =>
  twin !== undefined && !/^# (marked|judged) otherwise: \S.{20}/m.test(twin.text);

/** Threats with their status, paths by their moves, and flows, without what the two forms call differently. */
async function judgements(example: RuleExample): Promise<readonly string[]> {
  const { document } = await modelOfTexts(filesOfExample(example));
  const nameOf = (id: string) =>
    id
      .replace(/^[\w-]+:(?=example\/)/, '')
      .replace(/^example\//, '')
      .replace(/^aws_\w+\./, '')
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
      .toLowerCase();
  const threats = document.threats.map(({ rule, address, status }) => `${nameOf(address)}: ${rule} ${status}`);
  const paths = document.attackPaths.map(
    ({ attacker, steps }) => `${nameOf(attacker)} goes ${steps.map(({ move }) => move).join(', ')}`,
  );
  const flows = document.system.flows.map(({ from, to, kind }) => `${kind} from ${nameOf(from)} to ${nameOf(to)}`);
  return [...threats, ...paths, ...flows].sort();
}

describe('examples in Terraform', () => {
  test.each(examples.filter(({ example }) => example.form === 'template'))(
    '$path has a twin with the same marks',
    ({ example, all }) => {
      if (/^# not in Terraform: \S.{20}/m.test(example.text)) return;
      const twin = twinOf(example, all);
      expect(twin, 'the same system in Terraform, beside it').toBeDefined();
      if (twin !== undefined && !/^# marked otherwise: \S.{20}/m.test(twin.text))
        expect(marksOf(twin)).toEqual(marksOf(example));
    },
  );

  test.each(examples.filter(({ example, all }) => example.form === 'template' && isTheSame(twinOf(example, all))))(
    '$path is judged the same by every rule, with the same paths and flows',
    async ({ example, all }) => {
      const twin = twinOf(example, all);
      expect(twin && (await judgements(twin))).toEqual(await judgements(example));
    },
  );

  test('each belong to a template', () => {
    const alone = examples.filter(
      ({ example, all }) => example.form === 'terraform' && twinOf(example, all) === undefined,
    );
    expect(alone.map(({ path }) => path)).toEqual([]);
  });

  test.skipIf(providerMirror === undefined)(
    'are valid for the provider (BARTIZAN_TERRAFORM_MIRROR names where it is)',
    { timeout: 300_000 },
    () => {
      const texts = examples.flatMap(({ path, example }) =>
        example.form === 'terraform' ? [[path, example.text] as const] : [],
      );
      expect(complaints(texts, providerMirror ?? '')).toEqual([]);
    },
  );
});

/** What `terraform validate` says of all files at once: each is a module of one root that leaves their variables open. */
function complaints(texts: readonly (readonly [path: string, text: string])[], mirror: string): readonly string[] {
  return withTerraform(mirror, (folder, run) => {
    const calls = texts.map(([path, text]) => {
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, path, 'main.tf'), text);
      const given = [...text.matchAll(/^variable "(\w+)"/gm)].map(([, name]) => `  ${name} = var.open\n`);
      return `module "${path.replaceAll(/\W/g, '-')}" {\n  source = "./${path}"\n${given.join('')}}\n`;
    });
    writeFileSync(join(folder, 'main.tf'), `${root}${calls.join('')}`);
    run(['init', '-input=false', '-no-color']);
    const { diagnostics } = JSON.parse(run(['validate', '-json'], true)) as Validation;
    return diagnostics.map(({ summary, range }) => `${range?.filename}:${range?.start.line}: ${summary}`);
  });
}

const root = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region = "eu-west-1"
}
variable "open" {}
`;

interface Validation {
  readonly diagnostics: readonly {
    readonly summary: string;
    readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  }[];
}
