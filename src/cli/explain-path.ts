import { buildModel } from './build-model.ts';
import type { ExplainOptions, Explanation } from './explain.ts';
import { pathText } from './path-text.ts';
import { UsageError } from './usage-error.ts';

/** An attack path with what permits each step. */
export async function explainPath(id: string, paths: readonly string[], options: ExplainOptions): Promise<Explanation> {
  const { document } = await buildModel(paths, options);
  const found = document.attackPaths.find((path) => path.id === id);
  if (found === undefined) {
    const listed = document.attackPaths.slice(0, 8).map((path) => `\n  ${path.id}`);
    throw new UsageError(
      listed.length === 0
        ? `there is no attack path ${id}: none was found`
        : `no attack path is called ${id}; there are:${listed.join('')}`,
    );
  }
  return { lines: pathText(found, document).trimEnd().split('\n'), value: found };
}
