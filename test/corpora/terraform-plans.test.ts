import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { terraformKnowledge } from '../../src/catalog/terraform.generated.ts';
import { terraformTypes } from '../../src/define/terraform/translate/knowledge.ts';
import { footholds } from '../../src/identify/paths/attackers.ts';
import { checkProof } from '../../src/identify/paths/check-proof.ts';
import { goalsOf } from '../../src/identify/paths/goals.ts';
import { createGraph } from '../../src/identify/paths/graph.ts';
import { pathTo } from '../../src/identify/paths/path-to.ts';
import { search } from '../../src/identify/paths/search.ts';
import { formats, render } from '../../src/report/formats.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** Plans and states of deliberately vulnerable systems. They are not part of the project: without them these tests skip. */
const root = '../shared/corpora/plans';
const here = existsSync(root);
const files = here ? readdirSync(root).filter((file) => /\.(plan\.json|tfstate)$/.test(file)) : [];
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
const types = terraformTypes(terraformKnowledge);

const models = new Map<string, ReturnType<typeof modelOfTexts>>();

/** Each file is modelled once. */
function modelled(file: string): ReturnType<typeof modelOfTexts> {
  const known = models.get(file) ?? modelOfTexts({ [file]: read(file) });
  models.set(file, known);
  return known;
}

interface Entry {
  readonly address: string;
  readonly type: string;
}

/** Managed resources as a plain reading of the file counts them. */
function managedIn(file: string): readonly Entry[] {
  const data = JSON.parse(read(file)) as {
    readonly resource_changes?: readonly (Entry & { readonly mode: string })[];
    readonly resources?: readonly (Entry & {
      readonly mode: string;
      readonly name: string;
      readonly module?: string;
    })[];
  };
  const planned = (data.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
  const stated = (data.resources ?? []).filter(({ mode }) => mode === 'managed');
  return [
    ...planned,
    ...stated.map(({ type, name, module }) => ({
      type,
      address: `${module === undefined ? '' : `${module}.`}${type}.${name}`,
    })),
  ];
}

/** Does the type say something of others only? */
function configuresOnly(type: string): boolean {
  const forms = types.get(type);
  return forms?.every(({ form }) => form.kind === 'configures') ?? false;
}

describe.skipIf(!here)(`plans and states${here ? '' : ' (skipped: ../shared is not here)'}`, () => {
  test.each(files)(
    '%s: every resource is modelled, by its own address or as part of what it configures',
    async (file) => {
      const { imported, document } = await modelled(file);
      expect(document.coverage.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
      const addresses = imported.resources.map(({ address }) => address);
      const lost = managedIn(file).filter(
        ({ address, type }) =>
          !configuresOnly(type) && !addresses.some((each) => each === address || each.startsWith(`${address}[`)),
      );
      expect(lost).toEqual([]);
      const resources = Object.values(document.coverage.types).reduce((sum, { count }) => sum + count, 0);
      expect(resources).toBe(imported.resources.length);
    },
  );

  test.each(files)('%s: nothing sensitive is in a document', async (file) => {
    const { document } = await modelled(file);
    const printed = JSON.stringify(document);
    for (const [, secret = ''] of read(file).matchAll(/"(?:secret|ses_smtp_password_v4|password)": ?"([^"]{8,})"/g))
      expect(printed.includes(secret), 'a secret of the file').toBe(false);
  });
});

/** A schema of `shared` or of ours; formats of strings are not checked. */
function validator(file: string) {
  // That of the standard is draft 4 in name; apart from the spelling of `id` it uses nothing that draft 7 has otherwise.
  const { $schema: _schema, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return new Ajv({ strict: false, allErrors: true, allowUnionTypes: true, validateFormats: false }).compile(schema);
}

describe.skipIf(!here)('a whole run on a plan or state', () => {
  const document = validator('schema/threat-model.schema.json');
  const sarifSchema = '../shared/schemas/sarif-2.1.0.schema.json';
  const sarif = existsSync(sarifSchema) ? validator(sarifSchema) : undefined;

  test.each(files)('%s: every report is made, and valid', async (file) => {
    const model = await modelled(file);
    const plain: unknown = JSON.parse(JSON.stringify(model.document));
    expect(document(plain), JSON.stringify(document.errors?.slice(0, 5))).toBe(true);
    for (const format of formats) expect((await render(model.document, format)).length, format).toBeGreaterThan(0);
    const log: unknown = JSON.parse(await render(model.document, 'sarif'));
    expect(sarif?.(log) ?? true, JSON.stringify(sarif?.errors?.slice(0, 5))).toBe(true);
  });
});

interface Labels {
  readonly cases: readonly { readonly id: string; readonly principals: readonly string[] }[];
}

/** Why a principal that the labels call exploitable has no path: first match counts. */
const without: readonly (readonly [principal: RegExp, reason: string])[] = [
  [/AddUserToGroup-role/, 'the role acts as no user of the account'],
  [/AssumeRole-start-user/, 'no trust policy names the user'],
  [/(AttachUserPolicy|PutUserPolicy|AttachGroupPolicy|PutGroupPolicy)-role/, 'the role acts as no user of the account'],
  [/(AttachRolePolicy|PutRolePolicy)-user/, 'no role of the files lets the user in'],
  [/permissive-role-trust/, 'the role itself may do nothing'],
];

describe.skipIf(!here).each([
  ['iam-vulnerable.tfstate', without],
  ['iam-vulnerable.plan.json', without],
] as const)('%s', (file, excused) => {
  test('every principal that is labelled exploitable escalates, as far as moves and known values reach', async () => {
    const { imported, analysis } = await modelled(file);
    const { ask } = analysis.defined;
    const graph = createGraph(moves, ask);
    const labels = JSON.parse(read('iam-vulnerable.labels.json')) as Labels;
    const escalates = (principal: string) => {
      const resource = imported.resources.find(({ address }) => address.endsWith(`.${principal}`));
      const starts = resource === undefined ? [] : footholds(ask, graph, resource.id);
      return starts.some((attacker) => {
        const settled = search(graph, attacker.holds);
        const [goal] = goalsOf(graph, attacker, { ask, settled, asked: true });
        const path =
          goal && pathTo({ fact: goal.fact, label: settled.tell(goal) }, attacker, { graph, ask, further: false });
        return path !== undefined && checkProof(path, imported) === undefined;
      });
    };
    const principals = labels.cases.flatMap((each) => each.principals);
    const reasonFor = (principal: string) => excused.find(([pattern]) => pattern.test(principal))?.[1];
    expect(principals.filter((principal) => reasonFor(principal) === undefined && !escalates(principal))).toEqual([]);
    // A reason that no longer holds is to be deleted.
    expect(principals.filter((principal) => reasonFor(principal) !== undefined && escalates(principal))).toEqual([]);
  });
});
