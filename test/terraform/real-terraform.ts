import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folder of a filesystem mirror with the AWS provider; without it nothing is asked of the real program. */
export const providerMirror = process.env.BARTIZAN_TERRAFORM_MIRROR;

/** Runs `terraform` with these arguments; its standard output. Throws what it complains about, unless `mayFail`. */
export type RunTerraform = (args: readonly string[], mayFail?: boolean) => string;

/** A folder of its own for the real program, which takes providers from the mirror only; removed afterwards. */
export function withTerraform<T>(mirror: string, use: (folder: string, run: RunTerraform) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bartizan-terraform-'));
  try {
    const config = join(folder, 'cli.tfrc');
    writeFileSync(
      config,
      `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
    );
    const env = { ...process.env, TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1' };
    return use(folder, (args, mayFail = false) => {
      const options = { cwd: folder, env, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
      const { status, stdout, stderr } = spawnSync('terraform', args, options);
      if (status !== 0 && !mayFail) throw new Error(`terraform ${args.join(' ')}: ${stderr}`);
      return stdout;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
