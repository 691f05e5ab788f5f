import { isTokenClaim } from '../../catalog/data/condition-keys.ts';
import type { OpenCondition } from '../../model/access.ts';
import type { Session } from '../../model/caller.ts';
import { holesOf } from '../../model/text.ts';

/** What of a session, or of the place that its requests come from, a condition may ask for. */
export type SessionPart = 'factor' | 'origin' | 'token' | 'tags' | 'source-identity' | 'workload' | 'place';

const parts: Readonly<Record<string, SessionPart>> = {
  'aws:multifactorauthpresent': 'factor',
  'aws:multifactorauthage': 'factor',
  'aws:tokenissuetime': 'origin',
  'aws:federatedprovider': 'token',
  'aws:sourceidentity': 'source-identity',
  'aws:ec2instancesourcevpc': 'workload',
  'aws:ec2instancesourceprivateipv4': 'workload',
  'ec2:sourceinstancearn': 'workload',
  'ec2:roledelivery': 'workload',
  'lambda:sourcefunctionarn': 'workload',
  'aws:sourcevpc': 'place',
  'aws:sourcevpcarn': 'place',
  'aws:sourcevpce': 'place',
  'aws:vpceaccount': 'place',
  'aws:vpceorgid': 'place',
  'aws:vpceorgpaths': 'place',
  'aws:vpcsourceip': 'place',
};

function partOf(key: string): SessionPart | undefined {
  const name = key.toLowerCase();
  if (Object.hasOwn(parts, name)) return parts[name];
  if (name.startsWith('aws:principaltag/')) return 'tags';
  return isTokenClaim(name.slice(0, name.lastIndexOf(':'))) ? 'token' : undefined;
}

/** The parts that these conditions ask for, themselves or by policy variables. */
export function partsAskedFor(conditions: readonly OpenCondition[]): ReadonlySet<SessionPart> {
  const found = new Set<SessionPart>();
  for (const { key, values } of conditions)
    for (const name of [key, ...values.flatMap(holesOf).map(({ symbol }) => symbol.replace(/^key:/, ''))]) {
      const part = partOf(name);
      if (part !== undefined) found.add(part);
    }
  return found;
}

/** The session without what nobody asks for, so that sessions which nothing tells apart are one. */
export function narrowed(session: Session, asked: ReadonlySet<SessionPart>): Session {
  const { obtained, policies, tags, chosenTags, sourceIdentity, multiFactor } = session;
  const keepsToken = asked.has('token');
  const origin: Session['obtained'] =
    obtained.kind === 'workload' && !asked.has('workload')
      ? { kind: 'workload' }
      : (obtained.kind === 'web-identity' || obtained.kind === 'saml') && !keepsToken
        ? { kind: obtained.kind, provider: [] }
        : obtained;
  return {
    obtained: origin,
    ...(policies !== undefined && { policies }),
    ...(tags !== undefined && asked.has('tags') && { tags }),
    ...(chosenTags !== undefined && asked.has('tags') && { chosenTags }),
    ...(sourceIdentity !== undefined && asked.has('source-identity') && { sourceIdentity }),
    ...(multiFactor !== undefined && asked.has('factor') && { multiFactor }),
  };
}
