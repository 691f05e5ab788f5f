import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { bartizan, buildCommandLine, folderWith } from './command-line.ts';
import { closedBucket, openBucket } from './templates.ts';

beforeAll(buildCommandLine, 60_000);

const day = ['--as-of', '2026-11-22'];
const threat = 'data/public-read@app/Files';
const path = 'internet>reads:app/Files';

describe('bartizan', () => {
  it('lists its commands, with examples and exit codes', () => {
    const { status, stdout } = bartizan(['--help']);
    expect(status).toBe(0);
    for (const word of [
      'model',
      'diff',
      'paths',
      'fix',
      'explain',
      'diagram',
      'system',
      'rules',
      'accept',
      'init',
      'Exit codes',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(bartizan(['--version']).stdout).toBe(`${version}\n`);
  });

  it.each(['model', 'diff', 'paths', 'fix', 'explain', 'diagram', 'system', 'rules', 'accept', 'init'])(
    '%s explains itself',
    (name) => {
      const { status, stdout } = bartizan([name, '--help']);
      expect(status).toBe(0);
      expect(stdout).toContain(`Usage: bartizan ${name}`);
    },
  );

  it.each([
    ['a command that is nearly one', ['mdel', '.'], 'Did you mean model?'],
    ['an option that is nearly one', ['model', '.', '--formt', 'json'], 'Did you mean --format?'],
    ['a format that is none', ['model', '.', '--format', 'pdf'], 'Allowed choices'],
    ['a day that is none', ['model', '.', '--as-of', 'tomorrow'], 'Give a day as YYYY-MM-DD'],
    ['no path', ['model'], "missing required argument 'path'"],
  ])('refuses %s, and says what to do', (_, args, told) => {
    const { status, stdout, stderr } = bartizan(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(told);
  });
});

describe('bartizan model', () => {
  it('writes the report and prints the summary', () => {
    const folder = folderWith({ 'app.yaml': openBucket });
    const { status, stdout, stderr } = bartizan(['model', '.'], folder);
    expect(status).toBe(0);
    expect(stdout).toContain('Data readable by strangers: Files');
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toBe('');
    expect(readFileSync(join(folder, 'threat-model.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it.each([
    ['json', '"kind": "threat-model"'],
    ['markdown', '# Threat model'],
    ['sarif', '"version": "2.1.0"'],
    ['html', '<html'],
    ['svg', '<svg'],
    ['mermaid', 'flowchart'],
    ['navigator', '"layer": "4.5"'],
    ['summary', 'Attack paths'],
  ])('prints %s, and writes it with --out', (format, told) => {
    const folder = folderWith({ 'app.yaml': openBucket });
    const printed = bartizan(['model', 'app.yaml', '--format', format, ...day], folder);
    expect(printed.stdout).toContain(told);
    expect(existsSync(join(folder, 'threat-model.html'))).toBe(false);
    expect(bartizan(['model', 'app.yaml', '--format', format, '--out', 'out.txt', ...day], folder).stdout).toBe('');
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(printed.stdout);
  });

  it('fails on a level, and only on what is new with a baseline', () => {
    const folder = folderWith({ 'app.yaml': openBucket });
    const run = (...args: readonly string[]) => bartizan(['model', '.', ...day, '--format', 'json', ...args], folder);
    const failed = run('--fail-on', 'high');
    expect(failed.status).toBe(1);
    expect(failed.stderr).toMatch(/failed: \d+ open threats? and 1 attack path at or over high/);
    expect(run('--write-baseline', 'known.json').status).toBe(0);
    const passed = run('--fail-on', 'high', '--baseline', 'known.json');
    expect(passed.status).toBe(0);
    expect(passed.stderr).toContain('passed: 0 new or worse open threats');
    const fromDocument = run('--out', 'model.json');
    expect(fromDocument.status).toBe(0);
    expect(run('--fail-on', 'low', '--baseline', 'model.json').status).toBe(0);
  });

  it('says the same of a large file, with the same exit codes', () => {
    const large = `${openBucket}\n# ${'x'.repeat(13 * 2 ** 20)}\n`;
    const run = (text: string, ...more: readonly string[]) =>
      bartizan(['model', '.', 'app.yaml', ...day, '--format', 'markdown', ...more], folderWith({ 'app.yaml': text }));
    const [small, big] = [run(openBucket, '--fail-on', 'high'), run(large, '--fail-on', 'high')];
    expect(big.status).toBe(1);
    expect(big.stdout).toBe(small.stdout);
    expect(big.stderr).toBe(small.stderr);
    expect(run(large, '--unknown').status).toBe(2);
  });

  it('tells what the threats say of the requirements of a framework', () => {
    const folder = folderWith({ 'app.yaml': openBucket });
    const { status, stdout } = bartizan(
      ['model', '.', ...day, '--format', 'markdown', '--framework', 'fsbp', '--framework', 'iso-27001'],
      folder,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('## AWS Foundational Security Best Practices, 1.0.0');
    expect(stdout).toMatch(/\| S3\.2 \| .* \| Open threats \| 1 \|/);
    expect(stdout).toContain('## ISO/IEC 27001, Annex A, 2022');
    const wrong = bartizan(['model', '.', '--framework', 'soc-3'], folder);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('no framework is called soc-3; there are cis-aws, fsbp, iso-27001');
  });

  it('repeats --parameters: values of all of them count', () => {
    const template = openBucket.replace(
      'Resources:',
      'Parameters:\n  A: { Type: String }\n  B: { Type: String }\nResources:',
    );
    const folder = folderWith({ 'app.yaml': template });
    const { stdout } = bartizan(['model', '-p', 'A=1', '-p', 'B=2', 'app.yaml', '--format', 'json'], folder);
    const { scope } = JSON.parse(stdout) as ThreatModelDocument;
    expect(scope.parameters.map(({ name, given, value }) => [name, given, value])).toEqual([
      ['A', 'explicit', '1'],
      ['B', 'explicit', '2'],
    ]);
  });

  it('gives the same bytes from another folder, by another path, and in another order', () => {
    const files = { 'shop/a.yaml': openBucket, 'shop/b.yaml': closedBucket };
    const [one, other] = [folderWith(files), folderWith({ 'shop/b.yaml': closedBucket, 'shop/a.yaml': openBucket })];
    const args = ['--format', 'json', ...day];
    const expected = bartizan(['model', 'shop', ...args], one).stdout;
    expect(expected).toContain('"kind": "threat-model"');
    expect(bartizan(['model', '.', ...args], join(other, 'shop')).stdout).toBe(expected);
    expect(bartizan(['model', 'shop/b.yaml', 'shop/../shop/a.yaml', ...args], one).stdout).toBe(expected);
  });
});

describe('bartizan paths, diagram, system', () => {
  const folder = () => folderWith({ 'app.yaml': openBucket });

  it('paths prints what was asked for, as JSON or text', () => {
    const here = folder();
    const { attackPaths } = JSON.parse(
      bartizan(['paths', '.', '--from', 'internet', '--to', 'Files'], here).stdout,
    ) as ThreatModelDocument;
    expect(attackPaths.map(({ id }) => id)).toEqual([path]);
    expect(bartizan(['paths', '.', '--format', 'text'], here).stdout).toMatch(
      /Anyone on the internet → read data: Files\n(.*\n)*.*app\.yaml:\d+/,
    );
    expect(bartizan(['paths', '.', '--to', 'Nothing'], here)).toMatchObject({ status: 2 });
  });

  it('paths follows whoever holds a role, also one that no attacker starts from', () => {
    const { stdout } = bartizan(['paths', 'examples/webshop', '--from', 'OrdersRole', ...day]);
    const { attackPaths } = JSON.parse(stdout) as ThreatModelDocument;
    expect(attackPaths.map(({ target }) => target)).toContain('webshop/OrdersTable');
    const only = bartizan(['model', '--attacker', 'internet', 'examples/webshop', '--format', 'json', ...day]).stdout;
    const attackers = (JSON.parse(only) as ThreatModelDocument).attackPaths.map(({ attacker }) => attacker);
    expect([...new Set(attackers)]).toEqual(['internet']);
  });

  it('diagram draws, also with a path laid over', () => {
    const here = folder();
    expect(bartizan(['diagram', '.'], here).stdout).toContain('<svg');
    expect(bartizan(['diagram', '.', '--path', path], here).status).toBe(0);
    expect(bartizan(['diagram', '.', '--path', 'no such'], here).stderr).toContain('no attack path is called no such');
  });

  it('system writes what every command reads', () => {
    const here = folder();
    expect(bartizan(['system', '.', '--out', 'system.json'], here).status).toBe(0);
    const direct = bartizan(['model', 'app.yaml', '--format', 'json', ...day], here).stdout;
    expect(bartizan(['model', 'system.json', '--format', 'json', ...day], here).stdout).toBe(direct);
  });
});

describe('bartizan explain', () => {
  const folder = () => folderWith({ 'app.yaml': openBucket });

  it.each([
    ['a threat', ['threat', threat, '.'], /risk \d+ of 25[\s\S]*Evidence[\s\S]*app\.yaml:\d+/],
    ['a threat by its rule', ['threat', 'data/public-read', '.'], /data\/public-read@app\/Files/],
    ['a path', ['path', path, '.'], /1\. .*Files/],
    ['a rule', ['rule', 'data/public-read'], /ATT&CK: T1530/],
    [
      'access that is given',
      ['access', 'anonymous', 's3:GetObject', 'Files', '.'],
      /: yes\n {2}allowed by .*app\.yaml:\d+/,
    ],
    ['access that is not', ['access', 'anonymous', 's3:PutObject', 'Files', '.'], /: no\n {2}stopped by/],
    ['a connection', ['reach', 'internet', 'Files', '443', '.'], /internet → Files, port 443/],
  ] as const)('%s', (_, args, told) => {
    const here = folder();
    const { status, stdout } = bartizan(['explain', ...args], here);
    expect(stdout).toMatch(told);
    expect(status).toBe(0);
    const json = bartizan(['explain', ...args, '--format', 'json'], here);
    expect(() => JSON.parse(json.stdout) as unknown).not.toThrow();
  });

  it.each([
    ['a threat that is not there', ['threat', 'data/none@app/X', '.'], 'no threat is called'],
    ['a rule that is not there', ['rule', 'data/none'], 'there are data/'],
    ['a resource that is not there', ['access', 'app/Filez', 's3:GetObject', 'Files', '.'], 'did you mean app/Files'],
    ['an action with a wildcard', ['access', 'anonymous', 's3:*', 'Files', '.'], 'is no single action'],
    ['a port that is none', ['reach', 'internet', 'Files', 'https', '.'], 'is no port'],
    ['who is no identity', ['access', 'Files', 's3:GetObject', 'Files', '.'], 'neither a role nor a user'],
  ])('%s is told, with what to do', (_, args, told) => {
    const { status, stderr } = bartizan(['explain', ...args], folder());
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  });
});

describe('bartizan rules, accept, init', () => {
  it.each(['threats', 'moves', 'controls', 'services'])('rules lists %s, sorted, as text and JSON', (kind) => {
    const listed = JSON.parse(bartizan(['rules', '--kind', kind, '--format', 'json']).stdout) as { id: string }[];
    const ids = listed.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(ids).toEqual([...ids].sort());
    expect(bartizan(['rules', '--kind', kind]).stdout.split('\n')).toHaveLength(ids.length + 1);
  });

  it('accept writes an entry that closes the threat, and lapses when the risk rises', () => {
    const folder = folderWith({ 'app.yaml': openBucket });
    const args = [
      '--reason',
      'the public "site": yes',
      '--owner',
      'web@example.com',
      '--expires',
      '2027-06-30',
      ...day,
    ];
    const { status, stdout } = bartizan(['accept', threat, '.', ...args], folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/evidence: \{ exposure: internet, score: \d+ \}/);
    const statusWith = (declaration: string, ...more: readonly string[]) => {
      const here = folderWith({ 'app.yaml': openBucket, 'bartizan.yaml': declaration });
      const json = bartizan(['model', '.', '--format', 'json', ...(more.length > 0 ? more : day)], here).stdout;
      return (JSON.parse(json) as ThreatModelDocument).threats.find(({ id }) => id === threat);
    };
    expect(statusWith(stdout)).toMatchObject({ status: 'accepted', acceptance: { reason: 'the public "site": yes' } });
    expect(statusWith(stdout.replace(/score: \d+/, 'score: 1'))).toMatchObject({ status: 'open' });
    expect(statusWith(stdout.replace('exposure: internet', 'exposure: internal'))).toMatchObject({ status: 'open' });
    expect(statusWith(stdout, '--as-of', '2027-07-01')).toMatchObject({ status: 'open' });
  });

  it('accept refuses a day that is none or has passed', () => {
    const folder = folderWith({ 'app.yaml': openBucket });
    const accept = (expires: string) =>
      bartizan(['accept', threat, '.', '--reason', 'r', '--owner', 'o', '--expires', expires, ...day], folder);
    expect(accept('soon')).toMatchObject({ status: 2 });
    expect(accept('2020-01-01').stderr).toContain('has passed already');
  });

  it('init writes a file that is valid as it stands and when filled in, and never overwrites one', () => {
    const folder = folderWith({ 'app.yaml': openBucket });
    expect(bartizan(['init'], folder).status).toBe(0);
    const written = readFileSync(join(folder, 'bartizan.yaml'), 'utf8');
    expect(bartizan(['model', '.', '--format', 'summary'], folder)).toMatchObject({ status: 0, stderr: '' });
    expect(bartizan(['init'], folder).stderr).toContain('it is there already');
    const filledIn = written.replace(/^# ?(?! |What|Everything)/gm, '').replace(/^# {2}/gm, '  ');
    expect(filledIn).toMatch(/^accept:/m);
    const told = bartizan(
      ['model', '.', '--format', 'summary'],
      folderWith({ 'infra/shop.yaml': openBucket, 'params/prod.json': '{}', 'bartizan.yaml': filledIn }),
    ).stderr;
    expect(told).not.toMatch(/declared-(key|missing|value)/);
  });
});
