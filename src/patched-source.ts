import type { Redaction } from './catalog/redact-secrets.ts';
import { editTemplate } from './define/cloudformation/edit/edit-template.ts';
import type { NamedEdit } from './define/edit/edit-plan.ts';
import { type Imported, importInputs } from './define/import.ts';
import type { InputFile, ReadResult } from './define/input.ts';
import { editConfiguration } from './define/terraform/edit/edit-configuration.ts';
import { loadTerraform } from './define/terraform/load-terraform.ts';
import { withTexts } from './define/with-texts.ts';
import { changedBy, withChanges } from './mitigate/choke/changes-for.ts';
import { resourceEdits } from './mitigate/patch/resource-edits.ts';
import { differentResources } from './mitigate/patch/same-resources.ts';
import type { Change } from './model/choke-points.ts';
import type { MitigationId, ResourceId } from './model/id.ts';
import type { Resource } from './model/resource.ts';
import { unifiedDiff } from './report/unified-diff.ts';

/** The user's files with changes made. */
export interface PatchedSource {
  /** Each file that is changed, with its new text. */
  readonly files: readonly { readonly input: InputFile; readonly text: string }[];
  /** Changes that stand in these files. */
  readonly written: readonly Change[];
  /** Those that do not, and why. */
  readonly unwritten: readonly { readonly change: Change; readonly because: string }[];
}

/** Everything that was read, as it is before any change. */
export interface ReadSource {
  readonly read: ReadResult;
  readonly imported: Imported;
}

/**
 * Writes changes into the texts that the resources come from. What is written was read again: it gives the resources with the changes
 * made, and no others, so that everything that was proved of these holds of the files. A change that cannot be written so is told
 * with the reason and left out, and so is one whose diff would show a secret. `redaction`: knows them.
 */
export async function patchSource(
  source: ReadSource,
  changes: readonly Change[],
  redaction?: Pick<Redaction, 'redact'>,
): Promise<PatchedSource> {
  const unwritten = new Map<MitigationId, { readonly change: Change; readonly because: string }>(
    changes.flatMap((change) => {
      const because = whyByHand(change);
      return because === undefined ? [] : [[change.id, { change, because }] as const];
    }),
  );
  for (;;) {
    const left = changes.filter(({ id }) => !unwritten.has(id));
    const { texts, refused } = written(source, left);
    const wrong = refused.size > 0 ? new Set<ResourceId>() : await misread(source, left, texts);
    const misled = new Set([...wrong].map((one) => linesOf(source, one)));
    const isWrong = (change: Change) =>
      changedBy(change).some((one) => refused.has(one) || misled.has(linesOf(source, one)));
    const out = left.filter(isWrong);
    if (refused.size === 0 && wrong.size === 0) {
      const telling = tellingSecrets(source, { changes: left, texts, redaction });
      if (telling.length === 0) return patched(source, { texts, written: left, unwritten });
      for (const change of telling) unwritten.set(change.id, { change, because: tellsSecret });
      continue;
    }
    for (const change of out.length > 0 ? out : left)
      unwritten.set(change.id, {
        change,
        because: changedBy(change).flatMap((one) => refused.get(one) ?? [])[0] ?? misreadText,
      });
  }
}

/** Where a resource stands: several deployments may be made of the same lines, and all change with them. */
function linesOf({ imported: { resources, origins } }: ReadSource, resource: ResourceId): string {
  const found = resources.find(({ id }) => id === resource);
  const span = found === undefined ? undefined : origins.span(found.origin);
  return span === undefined ? resource : `${span.file}:${span.line}:${span.column}`;
}

/** What no file of the input can say. */
function whyByHand({ guardrail }: Change): string | undefined {
  return guardrail === undefined ? undefined : 'policies of the organization are kept in its management account';
}

const tellsSecret =
  'its lines hold a secret, or those beside them do, and a diff would show it: make the change by hand, and change what was known';

/** The changes whose diff would show a secret; all of them when none alone does. */
function tellingSecrets(
  source: ReadSource,
  {
    changes,
    texts,
    redaction,
  }: {
    readonly changes: readonly Change[];
    readonly texts: ReadonlyMap<string, string>;
    readonly redaction: Pick<Redaction, 'redact'> | undefined;
  },
): readonly Change[] {
  const tells = (some: ReadonlyMap<string, string>) =>
    [...some].some(([file, after]) => {
      const diff = unifiedDiff({ path: '', before: source.imported.files.get(file)?.text ?? '', after });
      return redaction !== undefined && redaction.redact(diff, false) !== diff;
    });
  if (!tells(texts)) return [];
  const alone = changes.filter((change) => tells(written(source, [change]).texts));
  return alone.length > 0 ? alone : changes;
}

const misreadText =
  'its lines say other things as well, or are computed: the edited file, read again, would not say what was proved';

function patched(
  { imported }: ReadSource,
  of: {
    readonly texts: ReadonlyMap<string, string>;
    readonly written: readonly Change[];
    readonly unwritten: ReadonlyMap<MitigationId, { readonly change: Change; readonly because: string }>;
  },
): PatchedSource {
  const files = [...of.texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, text]) => {
      const input = imported.files.get(file);
      return input === undefined ? [] : [{ input, text }];
    });
  return { files, written: of.written, unwritten: [...of.unwritten.values()] };
}

/** The resources that read otherwise in the new texts than the changes make them. */
async function misread(
  { read, imported }: ReadSource,
  changes: readonly Change[],
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlySet<ResourceId>> {
  if (texts.size === 0) return new Set();
  const changedRead = withTexts(read, texts);
  const again = importInputs(changedRead, await loadTerraform(changedRead));
  return differentResources(withChanges(imported.resources, changes), again.resources);
}

interface Written {
  readonly texts: ReadonlyMap<string, string>;
  readonly refused: ReadonlyMap<ResourceId, string>;
}

/** New texts of the files, and why resources cannot be changed in theirs. */
function written(source: ReadSource, changes: readonly Change[]): Written {
  const { imported } = source;
  const refused = new Map<ResourceId, string>();
  const byFile = new Map<string, NamedEdit[]>();
  for (const edit of editsOf(source, changes)) {
    const why = 'because' in edit ? edit.because : whyNoTemplate(source, edit.file);
    if (why !== undefined) refused.set(edit.resource, why);
    else if (!('because' in edit)) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit]);
  }
  const texts = new Map<string, string>();
  for (const [file, edits] of byFile) {
    const edit = file.endsWith('.tf') ? editConfiguration : editTemplate;
    const edited = edit(imported.files.get(file)?.text ?? '', edits);
    texts.set(file, edited.text);
    for (const [resource, because] of edited.refused) refused.set(resource, because);
  }
  return { texts, refused };
}

type FoundEdit = (NamedEdit & { readonly file: string }) | { readonly resource: ResourceId; readonly because: string };

/** The edits of each changed resource, by the files that they are made in. */
function editsOf({ imported: { resources, origins } }: ReadSource, changes: readonly Change[]): readonly FoundEdit[] {
  const byId = new Map<string, Resource>(resources.map((resource) => [resource.id, resource]));
  const after = new Map(withChanges(resources, changes).map((resource) => [resource.id, resource]));
  const source = { resources: (id: string) => byId.get(id), span: origins.span };
  return [...new Set(changes.flatMap(changedBy))].flatMap((resource): readonly FoundEdit[] => {
    const before = byId.get(resource);
    const begins = before === undefined ? undefined : origins.span(before.origin);
    if (before === undefined || begins === undefined)
      return [{ resource, because: 'the input does not tell where it stands' }];
    const found = resourceEdits(before, after.get(resource), source);
    if ('because' in found) return [{ resource, because: found.because }];
    const { edits } = found;
    const named = nameIn(before);
    const own = begins.file;
    if (edits === 'removed') return [{ resource, begins, file: own, named, edits }];
    const files = new Set(edits.map(({ at }) => at?.span.file ?? own));
    return [...files].map((file) => ({
      resource,
      begins,
      file,
      ...(file === own && { named }),
      edits: edits.filter(({ at }) => (at?.span.file ?? own) === file),
    }));
  });
}

/** What a template calls a resource: nested stacks put their own names in front. */
function nameIn({ address, type }: Resource): NonNullable<NamedEdit['named']> {
  return { logicalId: address.slice(address.lastIndexOf('.') + 1), type };
}

const records: Readonly<Record<string, string>> = {
  'terraform-plan': 'it comes from a plan: change the configuration that the plan was made from',
  'terraform-state': 'it comes from a state: change the configuration that was applied',
  account: 'it comes from a record of the account: change it where the account is managed',
  system: 'it comes from a saved system: give the files that it was made from',
};

/** Why a file is nothing that a change can be written into. */
function whyNoTemplate({ read, imported }: ReadSource, file: string): string | undefined {
  const input = imported.files.get(file);
  if (input === undefined) return 'the file that it comes from is not among the inputs';
  const of = read.sources.find((one) => one.input.file === file);
  const record = of === undefined ? undefined : records[of.kind];
  if (record !== undefined) return record;
  if (file.endsWith('.tf.json')) return 'changes are not written into the JSON syntax of Terraform: make it by hand';
  const isMade = read.sources.some(
    ({ kind, input: { root, path } }) =>
      kind === 'assembly' && root === input.root && input.path.startsWith(path.slice(0, path.lastIndexOf('/') + 1)),
  );
  return isMade ? 'the CDK makes this template: change it in the code of the app' : undefined;
}
