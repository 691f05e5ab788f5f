import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OriginTable } from '../../model/origin.ts';
import { type AssemblyStack, openAssembly } from '../cdk/assembly.ts';
import type { AssemblyInput } from '../input.ts';
import type { InputFiles } from '../input-files.ts';
import { folderOf } from '../local-path.ts';
import { resourcesOf } from './nested-templates.ts';
import type { Draft } from './planned-deployment.ts';
import { notATemplate, topOf } from './template-drafts.ts';

export interface AssemblyDrafts {
  readonly drafts: readonly Draft[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One deployment for each stack of each cloud assembly, named as the CDK command line shows it. */
export function assemblyDrafts(
  sources: readonly AssemblyInput[],
  files: InputFiles,
  origins: OriginTable,
): AssemblyDrafts {
  const drafts: Draft[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    const assembly = openAssembly(source.input);
    diagnostics.push(...assembly.diagnostics);
    for (const file of assembly.files) files.use(file);
    for (const stack of assembly.stacks) {
      const document = files.parse(stack.template);
      if (resourcesOf(document) === undefined) diagnostics.push(...notATemplate(document));
      else
        drafts.push({
          ...draftOf(stack, source),
          content: { kind: 'template', document },
          origin: topOf(document, origins),
        });
    }
  }
  return { drafts, diagnostics };
}

function draftOf(stack: AssemblyStack, source: AssemblyInput): Omit<Draft, 'content' | 'origin'> {
  const { artifact, template, manifest } = stack;
  const folder = folderOf(source.input.path);
  return {
    name: artifact.displayName,
    folders: [...source.input.root.folders, ...(folder === '' ? [] : folder.split('/'))],
    role: source.role,
    input: template,
    parameters: artifact.parameters,
    stackName: artifact.stackName,
    ...(artifact.account !== undefined && { account: artifact.account }),
    ...(artifact.region !== undefined && { region: artifact.region }),
    ...(stack.stage !== undefined && { stage: stack.stage }),
    together: `${manifest.file}\0${artifact.environment}`,
    oneRegion: true,
    constructPaths: stack.constructPaths,
  };
}
