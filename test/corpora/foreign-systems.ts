import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A system that nobody of this project wrote, by a name that stays. */
export interface ForeignSystem {
  /**
   * `templates/S3/bucket.yaml`, or `labelled/checkov-cloudformation.json#12` for one of a list; with ` in 111122223333` behind
   * it when it is deployed in this account.
   */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

export const corpora = '../shared/corpora';
export const corporaAreHere = existsSync(corpora);

const folders = ['templates', 'sam/input', 'plans'];
const lists = ['checkov-cloudformation.json', 'trivy-cloudformation.json', 'cdk-nag.json'];

/** Every foreign system, templates before single cases. */
export function* foreignSystems(): Generator<ForeignSystem> {
  for (const folder of folders) {
    for (const path of (readdirSync(`${corpora}/${folder}`, { recursive: true }) as string[]).sort())
      if (/\.(ya?ml|json|template|tfstate)$/.test(path)) yield foreignSystem(`${folder}/${path}`);
  }
  for (const list of lists) for (const at of casesOf(list).keys()) yield foreignSystem(`labelled/${list}#${at}`);
}

/** One foreign system by its name; without files when it is not there any more. */
export function foreignSystem(name: string): ForeignSystem {
  const [, place = name, account] = /^(.*?)(?: in (\d{12}))?$/.exec(name) ?? [];
  const [path = '', at] = place.split('#');
  const end = at === undefined ? path.slice(path.lastIndexOf('.')) : '.yaml';
  const text = at === undefined ? textAt(`${corpora}/${path}`) : casesOf(path.slice('labelled/'.length))[Number(at)];
  if (text === undefined) return { name, files: {} };
  const deployments = `deployments: [{ name: system, template: system${end}, account: '${account}' }]`;
  return { name, files: { [`system${end}`]: text, ...(account !== undefined && { 'bartizan.yaml': deployments }) } };
}

function textAt(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const known = new Map<string, readonly string[]>();

/** The templates of a labelled list; their labels are not looked at. */
function casesOf(list: string): readonly string[] {
  const before = known.get(list);
  if (before !== undefined) return before;
  const { cases } = JSON.parse(readFileSync(`${corpora}/labelled/${list}`, 'utf8')) as {
    readonly cases: readonly { readonly template?: unknown; readonly templates?: Readonly<Record<string, string>> }[];
  };
  const texts = cases.flatMap(({ template, templates = {} }) => {
    const whole = template === undefined ? [] : [typeof template === 'string' ? template : JSON.stringify(template)];
    return [...whole, ...Object.values(templates)];
  });
  known.set(list, texts);
  return texts;
}
