import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

/** The project held to its own rules: types, lint and sizes, import boundaries, unused code, generated files. */
const bin = (name: string) => join('node_modules/.bin', name);

function run(command: string, args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { status, output: `${stdout}${stderr}` };
}

const minutes = 60_000;

describe('the project', () => {
  it('type-checks', { timeout: 3 * minutes }, () => {
    const { status, output } = run(bin('tsc'), ['--noEmit', '-p', '.']);
    expect(output).toBe('');
    expect(status).toBe(0);
  });

  it('is formatted, lint-free, within its size limits and its import boundaries', { timeout: 2 * minutes }, () => {
    const { status, output } = run(bin('biome'), ['ci', '--error-on-warnings', '--max-diagnostics=50']);
    expect(status, output).toBe(0);
    expect(output).toMatch(/Checked [1-9]\d\d+ files/);
  });

  it('has no unused files, exports or dependencies', { timeout: 2 * minutes }, () => {
    const { status, output } = run(bin('knip'), ['--no-progress']);
    expect(status, output).toBe(0);
  });

  it('has fresh generated files', { timeout: 3 * minutes }, () => {
    const { status, output } = run('npm', ['run', '--silent', 'generate', '--', '--check']);
    expect(status, output).toBe(0);
  });

  it('tells its version the same everywhere', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(readFileSync('src/version.ts', 'utf8')).toContain(`version = '${version}'`);
  });
});

describe('import boundaries', () => {
  const planted: string[] = [];
  afterEach(() => {
    for (const file of planted.splice(0)) rmSync(file, { force: true });
  });

  /** Each row breaks one boundary on purpose: a checker that passes it checks nothing. */
  it.each([
    ['the words import nothing', 'src/model/planted-violation.ts', "export { flag } from '../catalog/answer.ts';"],
    [
      'the catalogue knows the words only',
      'src/catalog/planted-violation.ts',
      "export { define } from '../define/define.ts';",
    ],
    [
      'the definition knows no other step',
      'src/define/planted-violation.ts',
      "export { rateThreat } from '../prioritize/rate.ts';",
    ],
    [
      'identification knows no other step',
      'src/identify/planted-violation.ts',
      "export { define } from '../define/define.ts';",
    ],
    [
      'prioritizing knows no other step',
      'src/prioritize/planted-violation.ts',
      "export { findThreats } from '../identify/find-threats.ts';",
    ],
    [
      'mitigation knows no other step',
      'src/mitigate/planted-violation.ts',
      "export { rateThreat } from '../prioritize/rate.ts';",
    ],
    [
      'monitoring knows no other step',
      'src/monitor/planted-violation.ts',
      "export { recommend } from '../mitigate/recommend.ts';",
    ],
    ['reports read documents only', 'src/report/planted-violation.ts', "export { flag } from '../catalog/answer.ts';"],
    [
      'documents do not reach into the steps',
      'src/document/planted-violation.ts',
      "export { rateThreat } from '../prioritize/rate.ts';",
    ],
    [
      'nothing but the entry knows the command line',
      'src/define/planted-violation.ts',
      "export * from '../cli/main.ts';",
    ],
    ['the core touches no files', 'src/identify/planted-violation.ts', "export { readFileSync } from 'node:fs';"],
    [
      'only readers touch files within the definition',
      'src/define/planted-violation.ts',
      "export { readFileSync } from 'node:fs';",
    ],
    ['there are no cycles', 'src/model/planted-violation.ts', "export * from './planted-violation-b.ts';"],
  ])('%s', (_, file, code) => {
    mkdirSync(dirname(file), { recursive: true });
    planted.push(file);
    writeFileSync(file, `${code}\n`);
    if (code.includes('planted-violation-b')) {
      const other = file.replace('.ts', '-b.ts');
      planted.push(other);
      writeFileSync(other, "export * from './planted-violation.ts';\n");
    }
    expect(existsSync(file)).toBe(true);
    const { status, output } = run(bin('biome'), ['lint', file]);
    expect(status, output).not.toBe(0);
    expect(output).toMatch(/noRestrictedImports|noNodejsModules|noImportCycles/);
  });
});
