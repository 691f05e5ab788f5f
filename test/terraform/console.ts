import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Stands for an expression that Terraform refuses. */
export const refusedMark = '!refused';

/** One expression a line; in heredocs `\n` stands for a line break. */
export function readExpressions(): readonly string[] {
  const text = readFileSync(fileURLToPath(new URL('./expressions.txt', import.meta.url)), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('<<') ? line.replaceAll('\\n', '\n') : line));
}

/** Locals that hold each expression's value as JSON. */
export function localsOf(expressions: readonly string[]): string {
  const lines = expressions.map(
    (expression, at) => `  e${at} = try(jsonencode({ v = (${expression}\n) }), "${refusedMark}")`,
  );
  return `locals {\n${lines.join('\n')}\n}\n`;
}

export function hasTerraform(): boolean {
  return spawnSync('terraform', ['version']).status === 0;
}

/** What the real program makes of the expressions, by `terraform console`: JSON texts, or the mark. */
export function askTerraform(expressions: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bartizan-console-'));
  try {
    writeFileSync(join(folder, 'main.tf'), localsOf(expressions));
    const names = expressions.map((_, at) => `local.e${at}`).join(', ');
    const output = execFileSync('terraform', ['console'], {
      cwd: folder,
      input: `jsonencode([${names}])\n`,
      encoding: 'utf8',
      env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
      maxBuffer: 2 ** 26,
    });
    const printed = output.slice(output.indexOf('"'), output.lastIndexOf('"') + 1);
    return JSON.parse(unescaped(printed)) as readonly string[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a string as the console quotes it. */
function unescaped(printed: string): string {
  return printed
    .slice(1, -1)
    .replace(/\$\$\{/g, '${')
    .replace(/%%\{/g, '%{')
    .replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (_, code: string) => {
      if (code.length > 1) return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
      return { n: '\n', r: '\r', t: '\t' }[code] ?? code;
    });
}
