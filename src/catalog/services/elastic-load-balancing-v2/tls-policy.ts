import type { EncryptionInTransit } from '../../../model/entry.ts';

type Tls = NonNullable<EncryptionInTransit['minimumTls']>;

const families: readonly RegExp[] = [
  /^ELBSecurityPolicy-TLS13-1-([0123])-/,
  /^ELBSecurityPolicy-TLS-1-([012])-/,
  /^ELBSecurityPolicy-FS-1-([12])-/,
];

/** Policies named by a date alone begin at TLS 1.0 or, the oldest ones, below. */
const dated = /^ELBSecurityPolicy-(FS-)?20\d\d-\d\d$/;

/**
 * The lowest TLS version that a predefined security policy of Elastic Load Balancing accepts; undefined for names that
 * are not of its families. Source: "Security policies for your Application Load Balancer", "Predefined SSL security
 * policies for Classic Load Balancers".
 */
export function lowestTls(policy: string): Tls | undefined {
  if (dated.test(policy)) return '1.0';
  for (const family of families) {
    const minor = family.exec(policy)?.[1];
    if (minor !== undefined) return `1.${minor}` as Tls;
  }
  return undefined;
}
