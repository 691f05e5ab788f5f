import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OriginTable, SourceSpan } from '../../model/origin.ts';
import type { DeclaredDeployment } from '../declared/sections.ts';
import type { InputFile, LocalRead, RootInput } from '../input.ts';
import type { InputFiles } from '../input-files.ts';
import { isWithin, localPath } from '../local-path.ts';
import { isVariableFile } from '../looks-like-template.ts';
import { parseParameters } from '../parameters.ts';
import { spanOf } from '../span-of.ts';
import { declaredPath, declaredTerraform } from './declared-terraform.ts';
import { resourcesOf } from './nested-templates.ts';
import type { Draft } from './planned-deployment.ts';
import { notATemplate } from './template-drafts.ts';

export interface DeclaredDrafts {
  readonly drafts: readonly Draft[];
  /** Templates (paths below the root) whose deployments are declared, and so all known. */
  readonly templates: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What opening a declared deployment needs and fills. */
interface Context {
  readonly input: RootInput;
  readonly declaration: InputFile;
  readonly files: InputFiles;
  readonly origins: OriginTable;
  readonly diagnostics: Diagnostic[];
}

/** The deployments that a `bartizan.yaml` states with a template, as far as the given paths cover them. */
export function declaredDrafts(
  input: RootInput,
  deployments: readonly DeclaredDeployment[],
  { files, origins }: { readonly files: InputFiles; readonly origins: OriginTable },
): DeclaredDrafts {
  const diagnostics: Diagnostic[] = [];
  const { declaration } = input;
  if (declaration === undefined) return { drafts: [], templates: new Set(), diagnostics };
  const context: Context = { input, declaration, files, origins, diagnostics };
  const names = new Set<string>();
  const drafts: Draft[] = [];
  for (const deployment of deployments) {
    if (names.has(deployment.name)) {
      report(
        context,
        deployment,
        'duplicate-deployment',
        `the deployment ${deployment.name} is declared twice; the first one counts, rename this one`,
      );
    } else {
      const draft =
        deployment.terraform !== undefined
          ? openTerraform(deployment, deployment.terraform, context)
          : deployment.template !== undefined
            ? openDeclared(deployment, deployment.template, context)
            : undefined;
      if (draft !== undefined) drafts.push(draft);
    }
    names.add(deployment.name);
  }
  const templates = new Set(drafts.map((draft) => draft.input.path));
  return { drafts: withCompany(drafts, declaration), templates, diagnostics };
}

function openDeclared(deployment: DeclaredDeployment, template: string, context: Context): Draft | undefined {
  const { input, files } = context;
  const path = localPath('', template);
  if (path !== undefined && !input.covers.some((covered) => isWithin(path, covered))) return undefined;
  const read: LocalRead = path === undefined ? { kind: 'escapes' } : input.root.read(path);
  if (read.kind !== 'file') {
    report(context, deployment, ...whyNot(read, template, deployment.name));
    return undefined;
  }
  const document = files.parse(read.input);
  if (resourcesOf(document) === undefined) {
    context.diagnostics.push(...notATemplate(document));
    return undefined;
  }
  return {
    name: deployment.name,
    folders: input.root.folders,
    role: input.role,
    input: read.input,
    content: { kind: 'template', document },
    parameters: parametersOf(deployment, context),
    ...settingsOf(deployment),
    oneRegion: false,
    origin: deployment.origin,
  };
}

function openTerraform(deployment: DeclaredDeployment, given: string, context: Context): Draft | undefined {
  const { input } = context;
  const path = declaredPath(given);
  if (path !== undefined && !input.covers.some((covered) => isWithin(path, covered) || isWithin(covered, path)))
    return undefined;
  const found = path === undefined ? ({ kind: 'escapes' } as const) : declaredTerraform(input, path);
  if (found.kind === 'other') {
    const message = `${given} of the deployment ${deployment.name} is no folder with configuration, no plan and no state of Terraform; correct the path`;
    report(context, deployment, 'not-terraform', message);
    return undefined;
  }
  if (found.kind !== 'found') {
    report(context, deployment, ...whyNot(found, given, deployment.name));
    return undefined;
  }
  const { variableFiles, values } = variablesOf(deployment, context);
  return {
    name: deployment.name,
    folders: input.root.folders,
    role: input.role,
    input: found.input,
    content: { kind: 'terraform', terraform: { ...found.terraform, variableFiles } },
    parameters: values,
    ...settingsOf(deployment),
    oneRegion: false,
    origin: deployment.origin,
  };
}

/** Variables of a root module: a `.tfvars` file, or as parameters of templates. */
function variablesOf(deployment: DeclaredDeployment, context: Context) {
  const { parameters } = deployment;
  const none: readonly InputFile[] = [];
  if (parameters?.kind !== 'file' || !isVariableFile(parameters.path))
    return { variableFiles: none, values: parametersOf(deployment, context) };
  const path = localPath('', parameters.path);
  const read: LocalRead = path === undefined ? { kind: 'escapes' } : context.input.root.read(path);
  if (read.kind === 'file') return { variableFiles: [read.input], values: new Map<string, string>() };
  report(context, deployment, ...whyNot(read, parameters.path, deployment.name));
  return { variableFiles: none, values: new Map<string, string>() };
}

/** What a declaration says of a deployment besides its template and parameters. */
export function settingsOf(deployment: DeclaredDeployment): Pick<Draft, 'account' | 'region' | 'stage' | 'stackName'> {
  const { account, region, stage, stack } = deployment;
  return {
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(stage !== undefined && { stage }),
    ...(stack !== undefined && { stackName: stack }),
  };
}

function parametersOf(deployment: DeclaredDeployment, context: Context): ReadonlyMap<string, string> {
  const { parameters } = deployment;
  if (parameters === undefined) return new Map();
  if (parameters.kind === 'values') return parameters.values;
  const path = localPath('', parameters.path);
  const read: LocalRead = path === undefined ? { kind: 'escapes' } : context.input.root.read(path);
  if (read.kind !== 'file') {
    report(context, deployment, ...whyNot(read, parameters.path, deployment.name));
    return new Map();
  }
  context.files.use(read.input);
  const { values, diagnostics } = parseParameters(read.input, context.origins);
  context.diagnostics.push(...diagnostics);
  return values;
}

function whyNot(
  read: Exclude<LocalRead, { kind: 'file' }>,
  path: string,
  deployment: string,
): readonly [code: string, message: string] {
  if (read.kind === 'escapes')
    return [
      'path-escape',
      `${path} of the deployment ${deployment} is outside the folder of bartizan.yaml; move it below`,
    ];
  if (read.kind === 'missing')
    return [
      'declared-file-missing',
      `${path} of the deployment ${deployment} is not there; correct the path, relative to bartizan.yaml`,
    ];
  return [read.code, `${path} of the deployment ${deployment} is left out: ${read.message}`];
}

/**
 * Deployments declared in one file for one stage share an account, except where one template is deployed several times
 * in the stage: those may be copies for accounts that the file does not name, and stay apart.
 */
function withCompany(drafts: readonly Draft[], declaration: InputFile): readonly Draft[] {
  const copyKey = (draft: Draft) => `${draft.input.path}\0${draft.stage ?? ''}`;
  const copies = new Map<string, number>();
  for (const draft of drafts) copies.set(copyKey(draft), (copies.get(copyKey(draft)) ?? 0) + 1);
  return drafts.map((draft) => {
    const alone = draft.account !== undefined || copies.get(copyKey(draft)) !== 1;
    return alone ? draft : { ...draft, together: `${declaration.file}\0${draft.stage ?? ''}` };
  });
}

function report(
  { diagnostics, origins, declaration }: Context,
  at: DeclaredDeployment,
  code: string,
  message: string,
): void {
  const source: SourceSpan = spanOf(at.origin, origins, declaration.file);
  diagnostics.push({ level: 'error', code, message, source });
}
