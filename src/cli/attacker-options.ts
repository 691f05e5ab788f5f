import type { Command } from 'commander';
import type { Analysis } from '../document/threat-model-document.ts';
import { collect } from './input-options.ts';
import { UsageError } from './usage-error.ts';

/** Whose paths are asked for, on the command line. */
export interface AttackerOptions {
  readonly attacker?: readonly string[];
  readonly assume?: readonly string[];
}

/** Both may be repeated. */
export function addAttackerOptions(command: Command): Command {
  return command
    .option(
      '--attacker <kind|id>',
      'only paths of these attackers: a kind (internet, any-aws-account, identity-provider, third-party, repository, pipeline, user, workload, insider) or one of them (user:app/Deployer); may be repeated',
      collect,
    )
    .option(
      '--assume <fact>',
      'also paths of somebody who holds this, and all else that is assumed: "acts-as app/Deployer", "runs-code app/Api", "reads app/Config", "controls github.com"; may be repeated',
      collect,
    );
}

/** Ends the run when somebody or something was asked for by a name that nothing has: an empty answer would look like safety. */
export function refuseUnknown({ diagnostics }: Analysis): void {
  const wrong = diagnostics.filter(
    ({ code, source }) => (code === 'unknown-attacker' || code === 'unknown-assumption') && source.file === 'options',
  );
  if (wrong.length > 0) throw new UsageError(wrong.map(({ message }) => message).join('\n'));
}
