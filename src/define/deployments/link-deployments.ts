import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DeploymentId } from '../../model/id.ts';
import type { OriginTable } from '../../model/origin.ts';
import { type Text, textKey } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { prepareTemplate, templateLinks } from '../cloudformation/translate.ts';
import type { ImportContext, PreparedTemplate, TemplateUnit } from '../cloudformation/unit.ts';
import type { InputFiles } from '../input-files.ts';
import { type Standing, settleAccounts } from './account-groups.ts';
import { closestOf, findLinks } from './export-links.ts';
import type { PlannedDeployment } from './planned-deployment.ts';

/** Deployments with their accounts settled and their templates opened. */
export interface Linked {
  readonly standings: readonly Standing[];
  /** None for what is no template. */
  readonly prepared: readonly (PreparedTemplate | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Settles accounts by who imports from whom, then opens every template with a view of what the others export. */
export function linkDeployments(
  planned: readonly PlannedDeployment[],
  files: InputFiles,
  origins: OriginTable,
): Linked {
  const noExports: ImportContext = { origins, readLocal: files.readLocal, exported: () => undefined };
  const importing = planned.some(({ input, content }) => content.kind === 'template' && mayImport(input.text));
  const names = importing
    ? planned.map((each) => {
        const unit = unitOf(each, provisional(each));
        return unit === undefined ? { exports: [], imports: [] } : templateLinks(unit, noExports);
      })
    : [];
  const { links, diagnostics } = findLinks(planned, names);
  const standings = settleAccounts(planned, links);
  const shared: ImportContext = { origins, readLocal: files.readLocal, exported: (name, by) => exported(name, by) };
  const prepared = planned.map((each, at) => {
    const unit = unitOf(each, standings[at] ?? provisional(each));
    return unit === undefined ? undefined : prepareTemplate(unit, shared);
  });
  const exported = createExports(planned, standings, prepared);
  return { standings, prepared, diagnostics };
}

/** By itself, or through a file that it includes or nests. Spares runs without imports from opening everything twice. */
function mayImport(text: string): boolean {
  return /ImportValue|AWS::Include|AWS::CloudFormation::Stack/.test(text);
}

/** Before groups are known, accounts and regions that nobody gives count as one: names are compared within one anyway. */
export function provisional({ account, region }: PlannedDeployment): Standing {
  const open = (kind: 'account' | 'region') => ({ symbol: `${kind}:any`, kind, settledBy: '' }) as const;
  return { account: [account ?? open('account')], region: [region ?? open('region')], partition: ['aws'] };
}

function unitOf(planned: PlannedDeployment, { account, region, partition }: Standing): TemplateUnit | undefined {
  const { content } = planned;
  if (content.kind !== 'template') return undefined;
  return {
    deployment: planned.id,
    document: content.document,
    parameters: planned.parameters,
    account,
    region,
    partition,
    ...(planned.stackName !== undefined && { stackName: planned.stackName }),
    ...(planned.constructPaths !== undefined && { constructPaths: planned.constructPaths }),
  };
}

/** Looks exports up by account, region and name. */
function createExports(
  planned: readonly PlannedDeployment[],
  standings: readonly Standing[],
  prepared: readonly (PreparedTemplate | undefined)[],
): (name: Text, by: DeploymentId) => Value | undefined {
  const positions = new Map(planned.map((each, at) => [each.id, at]));
  const key = (at: number, name: Text) => {
    const standing = standings[at];
    return [textKey(standing?.account ?? []), textKey(standing?.region ?? []), textKey(name)].join('\0');
  };
  const exporters = new Map<string, Map<number, () => Value>>();
  prepared.forEach((template, at) => {
    for (const each of template?.exports ?? []) {
      const known = exporters.get(key(at, each.name)) ?? new Map<number, () => Value>();
      exporters.set(key(at, each.name), known.set(at, each.value));
    }
  });
  return (name, by) => {
    const at = positions.get(by);
    const importer = at === undefined ? undefined : planned[at];
    if (at === undefined || importer === undefined) return undefined;
    const candidates = exporters.get(key(at, name));
    if (candidates === undefined) return undefined;
    const closest = closestOf(
      importer,
      [...candidates.keys()].filter((other) => other !== at),
      planned,
    );
    const [only] = closest;
    return only === undefined || closest.length > 1 ? undefined : candidates.get(only)?.();
  };
}
