import type { Diagnostic } from '../../model/diagnostic.ts';
import { id } from '../../model/id.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Declared } from '../../model/system.ts';
import { type Declarations, joinDeclared, nothingDeclared, parseDeclarations } from '../declared/parse-declarations.ts';
import type { DeclaredDeployment } from '../declared/sections.ts';
import { distinctNames } from '../distinct-names.ts';
import type { InputFile, InputRole, ReadResult, RootInput, SkippedInput } from '../input.ts';
import type { InputFiles } from '../input-files.ts';
import { type ReadKnowledge, readOwnKnowledge } from '../knowledge/read-own-knowledge.ts';
import { baseName, folderOf, withoutExtension } from '../local-path.ts';
import { isVariableFile } from '../looks-like-template.ts';
import { parseParameters } from '../parameters.ts';
import { spanOf } from '../span-of.ts';
import { assemblyDrafts } from './assembly-drafts.ts';
import { declaredDrafts, settingsOf } from './declared-drafts.ts';
import { declaredParameters } from './nested-templates.ts';
import type { Draft, PlannedContent, PlannedDeployment, TerraformContent } from './planned-deployment.ts';
import { templateDrafts } from './template-drafts.ts';
import { declaredVariables, terraformDrafts } from './terraform-drafts.ts';

export interface DeploymentPlan {
  /** Subjects first, then by id. */
  readonly deployments: readonly PlannedDeployment[];
  readonly declared: Declared;
  /** What users know beyond the catalogue. */
  readonly own: ReadKnowledge;
  readonly skipped: readonly SkippedInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What all steps of planning share. */
interface Planning {
  readonly read: ReadResult;
  readonly files: InputFiles;
  readonly origins: OriginTable;
  readonly diagnostics: Diagnostic[];
}

/** A root with what its `bartizan.yaml` says. */
interface DeclaringRoot {
  readonly input: RootInput;
  readonly declarations: Declarations;
}

/** Which deployments the inputs make, under which names, and with which parameters. */
export function planDeployments(read: ReadResult, files: InputFiles, origins: OriginTable): DeploymentPlan {
  const planning: Planning = { read, files, origins, diagnostics: [] };
  const roots = declaringRoots(planning);
  const { drafts, skipped } = collectDrafts(roots, planning);
  const named = refine(nameDrafts(drafts, planning), roots, planning);
  const deployments = byParameterFile(named, planning);
  reportUnknownParameters(deployments, planning);
  const own = readOwnKnowledge(roots, read.ruleFiles, origins);
  planning.diagnostics.push(...own.diagnostics);
  return { deployments, declared: mergeDeclared(roots), own, skipped, diagnostics: planning.diagnostics };
}

function declaringRoots({ read, files, origins, diagnostics }: Planning): readonly DeclaringRoot[] {
  return read.roots.flatMap((input) => {
    if (input.declaration === undefined) return [];
    files.use(input.declaration);
    const declarations = parseDeclarations(input.declaration, origins);
    diagnostics.push(...declarations.diagnostics);
    return [{ input, declarations }];
  });
}

function collectDrafts(
  roots: readonly DeclaringRoot[],
  { read, files, origins, diagnostics }: Planning,
): { readonly drafts: readonly Draft[]; readonly skipped: readonly SkippedInput[] } {
  const covered = new Map<RootInput['root'], ReadonlySet<string>>();
  const declared = roots.flatMap(({ input, declarations }) => {
    const result = declaredDrafts(input, declarations.deployments, { files, origins });
    covered.set(input.root, result.templates);
    diagnostics.push(...result.diagnostics);
    return result.drafts;
  });
  const isDeclared = ({ root, path }: InputFile) => covered.get(root)?.has(path) ?? false;
  const templates = read.sources.filter((source) => source.kind === 'template' && !isDeclared(source.input));
  const found = templateDrafts(
    templates.filter((source) => source.kind === 'template'),
    files,
    origins,
  );
  const assemblies = assemblyDrafts(
    read.sources.filter((source) => source.kind === 'assembly'),
    files,
    origins,
  );
  const terraform = terraformDrafts(read.sources, isDeclared, origins);
  diagnostics.push(...found.diagnostics, ...assemblies.diagnostics);
  return {
    drafts: [
      ...declared.map((draft) => withPlan(draft, terraform.plans)),
      ...found.drafts,
      ...assemblies.drafts,
      ...terraform.drafts,
    ],
    skipped: [...found.skipped, ...terraform.skipped],
  };
}

/** A plan that lies in a declared root module is told together with it. */
function withPlan(draft: Draft, plans: ReadonlyMap<InputFile, InputFile>): Draft {
  const plan = plans.get(draft.input);
  if (plan === undefined || draft.content.kind !== 'terraform') return draft;
  return { ...draft, content: { kind: 'terraform', terraform: { ...draft.content.terraform, plan } } };
}

/** A deployment with its name, which no other has. */
type Named = Draft & { readonly id: string };

/** Names of the context give way to those of subjects, so that adding context renames nothing. */
function nameDrafts(drafts: readonly Draft[], { diagnostics }: Planning): readonly Named[] {
  const taken = new Set<string>();
  const result: Named[] = [];
  for (const role of ['subject', 'context'] as const satisfies readonly InputRole[]) {
    const ofRole = drafts.filter((draft) => draft.role === role).sort(byPlace);
    const names = distinctNames(ofRole, taken);
    ofRole.forEach((draft, at) => {
      const name = names[at] ?? draft.name;
      taken.add(name);
      result.push({ ...draft, id: name });
      if (name !== draft.name) diagnostics.push(renamed(draft, name));
    });
  }
  return result;
}

function byPlace(a: Draft, b: Draft): number {
  const [left, right] = [a, b].map((draft) => `${draft.name}\0${draft.input.file}\0${draft.folders.join('/')}`);
  return (left ?? '') < (right ?? '') ? -1 : left === right ? 0 : 1;
}

function renamed(draft: Draft, name: string): Diagnostic {
  const message = `another input is called ${draft.name} too, so this one is called ${name}; name its deployment in a bartizan.yaml to keep ids from changing with folders`;
  return {
    level: 'info',
    code: 'same-name',
    message,
    source: { file: draft.input.file, line: 1, column: 1, endLine: 1 },
  };
}

/** Adds what declarations without a template say of deployments that have their name. */
function refine(
  drafts: readonly Named[],
  roots: readonly DeclaringRoot[],
  { origins, diagnostics }: Planning,
): readonly Named[] {
  const wanted = new Map<string, { deployment: DeclaredDeployment; file: string }>();
  for (const { input, declarations } of roots) {
    for (const deployment of declarations.deployments) {
      if (deployment.template === undefined && deployment.terraform === undefined)
        wanted.set(deployment.name, { deployment, file: input.declaration?.file ?? '' });
    }
  }
  const result = drafts.map((draft): Named => {
    const refinement = wanted.get(draft.id)?.deployment;
    wanted.delete(draft.id);
    if (refinement === undefined) return draft;
    const values = refinement.parameters?.kind === 'values' ? refinement.parameters.values : [];
    return { ...draft, ...settingsOf(refinement), parameters: new Map([...draft.parameters, ...values]) };
  });
  for (const { deployment, file } of wanted.values()) {
    const message = `no input makes a deployment called ${deployment.name}; give it a template, or correct the name`;
    diagnostics.push({
      level: 'warning',
      code: 'unknown-deployment',
      message,
      source: spanOf(deployment.origin, origins, file),
    });
  }
  return result;
}

/** Each parameter file of the command line is one environment: everything is deployed once into each. */
function byParameterFile(drafts: readonly Named[], planning: Planning): readonly PlannedDeployment[] {
  const { read, files, origins, diagnostics } = planning;
  const templateFiles = read.parameterFiles.filter(({ path }) => !isVariableFile(path));
  const stems = distinctNames(
    templateFiles.map(({ path, root }) => ({
      name: withoutExtension(baseName(path)),
      folders: [...root.folders, ...folderOf(path).split('/')],
    })),
  );
  const sides = templateFiles.map((file, at) => {
    files.use(file);
    const parsed = parseParameters(file, origins);
    diagnostics.push(...parsed.diagnostics);
    return { side: stems[at] ?? file.path, values: parsed.values };
  });
  const variableFiles = read.parameterFiles.filter(({ path }) => isVariableFile(path));
  const result = drafts.flatMap((draft) => {
    if (draft.content.kind === 'terraform') return byVariableFile(draft, draft.content.terraform, variableFiles, read);
    if (sides.length === 0) return [planned(draft, draft.id, [...draft.parameters, ...read.parameterValues])];
    return sides.map(({ side, values }) => ({
      ...planned(draft, `${draft.id}@${side}`, [...draft.parameters, ...values, ...read.parameterValues]),
      side,
    }));
  });
  const rank = (deployment: PlannedDeployment) => (deployment.role === 'subject' ? 0 : 1);
  return result.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** Each variable file of the command line is one environment of every root module. */
function byVariableFile(
  draft: Named,
  terraform: TerraformContent,
  files: readonly InputFile[],
  read: ReadResult,
): readonly PlannedDeployment[] {
  const parameters = [...draft.parameters, ...read.parameterValues];
  if (files.length === 0 || terraform.folder === undefined) return [planned(draft, draft.id, parameters)];
  const stems = distinctNames(
    files.map(({ path, root }) => ({
      name: baseName(path).replace(/\.tfvars(\.json)?$/, ''),
      folders: [...root.folders, ...folderOf(path).split('/')],
    })),
  );
  return files.map((file, at) => {
    const side = stems[at] ?? file.path;
    const content: PlannedContent = {
      kind: 'terraform',
      terraform: { ...terraform, variableFiles: [...terraform.variableFiles, file] },
    };
    return { ...planned({ ...draft, content }, `${draft.id}@${side}`, parameters), side };
  });
}

function planned(draft: Named, name: string, parameters: readonly (readonly [string, string])[]): PlannedDeployment {
  const { name: _wanted, folders: _folders, ...rest } = draft;
  return { ...rest, id: id(name), parameters: new Map(parameters) };
}

function reportUnknownParameters(deployments: readonly PlannedDeployment[], { read, diagnostics }: Planning): void {
  const [first] = deployments;
  if (first === undefined) return;
  const known = new Set(
    deployments.flatMap(({ content }) =>
      content.kind === 'template' ? declaredParameters(content.document) : declaredVariables(content.terraform),
    ),
  );
  for (const name of read.parameterValues.keys()) {
    if (known.has(name)) continue;
    const message = `--parameters gives ${name}, which no template or root module of the input declares; correct the name`;
    const source = { file: first.input.file, line: 1, column: 1, endLine: 1 };
    diagnostics.push({ level: 'warning', code: 'unknown-parameter', message, source });
  }
}

function mergeDeclared(roots: readonly DeclaringRoot[]): Declared {
  const ofSubjects = roots
    .filter(({ input }) => input.role === 'subject')
    .map(({ declarations }) => declarations.declared);
  return ofSubjects.reduce(joinDeclared, nothingDeclared);
}
