import type { ThreatModelDocument } from '../model/document.ts';

/** What a threat model can be written as. */
export type Format =
  | 'html'
  | 'json'
  | 'markdown'
  | 'sarif'
  | 'mermaid'
  | 'navigator'
  | 'navigator-detection'
  | 'svg'
  | 'summary'
  | 'table-top'
  | 'test-plan';

export interface RenderOptions {
  /** For `summary`: colours, and columns of the terminal. */
  readonly colors?: boolean;
  readonly width?: number;
  /** For `summary`: where the full report was written. */
  readonly reportPath?: string;
  /** For `svg`: id of the attack path to lay over the picture. */
  readonly highlightPath?: string;
}

type Renderer = (document: ThreatModelDocument, options: RenderOptions) => Promise<string>;

/** Each is loaded only when it is asked for. */
const renderers: Readonly<Record<Format, Renderer>> = {
  html: async (document) => (await import('./html.ts')).renderHtml(document),
  json: async (document) => (await import('./json.ts')).renderJson(document),
  markdown: async (document) => (await import('./markdown.ts')).renderMarkdown(document),
  sarif: async (document) => (await import('./sarif.ts')).renderSarif(document),
  mermaid: async (document) => (await import('./diagram/mermaid.ts')).renderMermaid(document),
  navigator: async (document) => (await import('./navigator.ts')).renderNavigator(document),
  'navigator-detection': async (document) =>
    (await import('./navigator-detection.ts')).renderDetectionNavigator(document),
  svg: async (document, { highlightPath }) =>
    (await import('./diagram/svg.ts')).renderSvg(document, highlightPath === undefined ? {} : { highlightPath }),
  'table-top': async (document) => (await import('./table-top.ts')).renderTableTop(document),
  'test-plan': async (document) => (await import('./test-plan.ts')).renderTestPlan(document),
  summary: async (document, { colors = false, width = 100, reportPath }) =>
    (await import('./terminal.ts')).renderSummary(document, {
      colors,
      width,
      ...(reportPath !== undefined && { reportPath }),
    }),
};

/** Names of all formats, sorted. */
export const formats: readonly Format[] = (Object.keys(renderers) as Format[]).sort();

export function isFormat(name: string): name is Format {
  return Object.hasOwn(renderers, name);
}

/** The threat model in the given format: the same document always gives the same text. */
export function render(document: ThreatModelDocument, format: Format, options: RenderOptions = {}): Promise<string> {
  return renderers[format](document, options);
}
