import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { SessionOrigin } from '../model/caller.ts';
import type { ConnectionProtocol } from '../model/reach.ts';
import type { RequestOptions } from './access-question.ts';
import { addInputOptions, addRunOptions, collect, type InputOptions } from './input-options.ts';
import { writeResult } from './output.ts';
import { addOwnRulesOptions } from './rules.ts';
import { UsageError } from './usage-error.ts';

/** Options of every `explain` command. */
export interface ExplainOptions extends InputOptions {
  readonly format: 'text' | 'json';
}

/** What is explained, for people and as a value. */
export interface Explanation {
  readonly lines: readonly string[];
  readonly value: unknown;
}

/** `bartizan explain`: why an answer is what it is. */
export function configureExplain(command: Command): void {
  const threat = command
    .command('threat')
    .description('Why a threat is reported: evidence, controls, every factor of its risk, what closes it.')
    .argument(
      '<id>',
      'the id of the threat, data/public-read@app/Bucket; a rule or element that only one threat has will do',
    );
  withOptions(addInputOptions(threat)).action(async (id: string, paths: readonly string[], options: ExplainOptions) => {
    const { explainThreat } = await import('./explain-threat.ts');
    await print(await explainThreat(id, paths, options), options);
  });

  const path = command
    .command('path')
    .description('An attack path step by step, with what permits each step and where that is written.')
    .argument('<id>', 'the id of the path; bartizan paths lists them');
  withOptions(addInputOptions(path)).action(async (id: string, paths: readonly string[], options: ExplainOptions) => {
    const { explainPath } = await import('./explain-path.ts');
    await print(await explainPath(id, paths, options), options);
  });

  const rule = command.command('rule').description('What a rule looks for.').argument('<id>', 'data/public-read');
  withOptions(addOwnRulesOptions(rule)).action(async (id: string, options: ExplainOptions) => {
    const { explainRule } = await import('./explain-rule.ts');
    await print(await explainRule(id, options), options);
  });

  const access = command
    .command('access')
    .description('May somebody do something, and which statements say so?')
    .argument(
      '<who>',
      'a role, user, session or workload; anonymous, any-aws-account, account:ID, service:NAME, federated:PROVIDER, outsider:ISSUER',
    )
    .argument('<action>', 's3:GetObject')
    .argument('<what>', 'a resource, an ARN, or * for actions that name no resource')
    .addHelpText('after', accessExamples);
  withOptions(addRequestOptions(addInputOptions(access))).action(
    async (
      who: string,
      action: string,
      what: string,
      paths: readonly string[],
      options: ExplainOptions & RequestOptions,
    ) => {
      const { explainAccess } = await import('./explain-access.ts');
      await print(await explainAccess({ who, action, what }, paths, options), options);
    },
  );

  configureRights(command);

  const reach = command
    .command('reach')
    .description('Can a connection be opened, and what lets it pass or stops it?')
    .argument('<from>', 'a resource, an address or a range of them (10.0.0.0/8), or internet')
    .argument('<to>', 'a resource, an address or a range of them, or internet')
    .argument('<port and paths...>', 'a port number, or any (the default); then what to read, as for every command')
    .addOption(new Option('--protocol <protocol>', 'default: TCP and UDP').choices(['tcp', 'udp', 'icmp']))
    .addHelpText('after', '\nExample:\n  bartizan explain reach internet app/Database 5432 infra/');
  withOptions(addRunOptions(reach)).action(
    async (from: string, to: string, rest: readonly string[], options: ReachOptions) => {
      const { explainReach } = await import('./explain-reach.ts');
      const { port, paths } = portAndPaths(rest);
      await print(await explainReach({ from, to, port, protocol: options.protocol }, paths, options), options);
    },
  );
}

function configureRights(command: Command): void {
  const rights = command
    .command('rights')
    .description('What a role or user is seen to need of its rights, and by what they are wider.')
    .argument('<who>', 'a role or user')
    .option('--last-accessed <[who=]file>', 'what AWS recorded of the use of rights; may be repeated', collect);
  withOptions(addInputOptions(rights)).action(
    async (who: string, paths: readonly string[], options: ExplainOptions & RightsOptions) => {
      const { explainRights } = await import('./explain-rights.ts');
      await print(await explainRights(who, paths, options), options);
    },
  );
}

const accessExamples = `
Examples:
  bartizan explain access app/Function dynamodb:GetItem app/Table infra/
  bartizan explain access Admin s3:GetObject Data infra/ --session assume-role --mfa --from vpce-1
  bartizan explain access outsider:token.actions.githubusercontent.com sts:AssumeRoleWithWebIdentity Deploy infra/
  bartizan explain access service:sns.amazonaws.com sqs:SendMessage Jobs infra/ --on-behalf-of 999988887777`;

/** What may be said of a request besides who, action and what. */
function addRequestOptions(command: Command): Command {
  const origins = [
    'user-key',
    'session-token',
    'federation-token',
    'assume-role',
    'web-identity',
    'saml',
    'workload',
  ] as const satisfies readonly SessionOrigin['kind'][];
  return command
    .option('--with <key=value>', 'the value of a condition key; may be repeated', collect)
    .option('--without <key>', 'a condition key that the request does not have; may be repeated', collect)
    .addOption(new Option('--session <kind>', 'how the credentials were got').choices(origins))
    .option('--session-name <name>', 'the name of the session')
    .option('--session-policy <file|arn>', 'a policy passed with the session; may be repeated', collect)
    .option('--session-tag <key=value>', 'a tag passed with the session; may be repeated', collect)
    .option('--mfa', 'a second factor was shown')
    .option('--no-mfa', 'no second factor was shown')
    .option('--from <place>', 'internet, an address range, a VPC, or a VPC endpoint')
    .option('--through <access-point>', 'the S3 access point that the request goes through')
    .option('--on-behalf-of <arn|account>', 'whom a service acts for');
}

interface RightsOptions {
  readonly lastAccessed?: readonly string[];
}

interface ReachOptions extends ExplainOptions {
  readonly protocol?: ConnectionProtocol;
}

function withOptions(command: Command): Command {
  return command.addOption(
    new Option('-f, --format <format>', 'text for people, or json').choices(['text', 'json']).default('text'),
  );
}

/** The port comes first when it is given; a word before the paths that is no port and no path is a mistake. */
function portAndPaths(rest: readonly string[]): {
  readonly port: number | undefined;
  readonly paths: readonly string[];
} {
  const [first = '', ...paths] = rest;
  const isPort = first === 'any' || /^\d+$/.test(first);
  if (!isPort && (paths.length === 0 || existsSync(first))) return { port: undefined, paths: rest };
  const port = first === 'any' ? undefined : Number(first);
  if (port !== undefined && !(Number.isInteger(port) && port <= 65535))
    throw new UsageError(`${first} is no port; give a number up to 65535, or any`);
  if (paths.length === 0) throw new UsageError('nothing to read; name templates or folders after the port');
  return { port, paths };
}

async function print({ lines, value }: Explanation, { format }: ExplainOptions): Promise<void> {
  if (format === 'json') {
    const { escapedJson } = await import('../report/json.ts');
    writeResult(`${escapedJson(value)}\n`, undefined);
    return;
  }
  const { visibleLine } = await import('../report/visible.ts');
  writeResult(`${lines.map(visibleLine).join('\n')}\n`, undefined);
}
