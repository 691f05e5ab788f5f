import { casesOf } from '../../../../model/fact.ts';
import type { PolicySource } from '../../../../model/policy.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { literalOf } from '../../../../model/text.ts';
import { type ControlState, defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { strangerAccess } from '../../../stranger-access.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Key that strangers may use',
  statement: {
    source: 'anyone with an AWS account',
    prerequisites: 'who gets hold of data under the key, or only of its ARN',
    action: 'decrypt with the key, or switch it off',
    impact: 'encryption that protects nothing, or data that nobody can read any more',
  },
  stride: ['information-disclosure', 'denial-of-service'],
  techniques: ['T1530', 'T1486'],
  weaknesses: ['CWE-732', 'CWE-320'],
  controls: ['narrow-key-policy'],
  likelihood: 4,
  impact: 4,
  howUsed:
    'The key is the last barrier for snapshots, secrets and objects that got out in encrypted form. If its policy lets any account decrypt, that barrier is gone; if it lets them disable or delete the key, they can hold the data to ransom.',
  howTested:
    "From an account of a stranger, aws kms describe-key and decrypt with the key's ARN must end in AccessDeniedException. Access Analyzer must show no external access to the key that nobody agreed to.",
  falsePositives: 'None is known: a key for everybody is no key.',
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html'],
  *find(element, ask) {
    const key = subjectOf(element, ask.system);
    const wide = key === undefined ? undefined : wildcard(ask, key);
    if (key === undefined || wide === undefined) return;
    const access = strangerAccess(ask, key, [
      'kms:Decrypt',
      'kms:CreateGrant',
      'kms:GenerateDataKey',
      'kms:DisableKey',
    ]);
    const fix = fixOf(key, {
      control: 'narrow-key-policy',
      title: 'Name the users of the key',
      property: 'KeyPolicy',
      value: 'the principals that need it instead of *',
    });
    const guard = access?.decision.guard ?? wide.guard;
    yield { key: keyUnder('', guard), guard, fix, ...judged(wide, access) };
  },
});

type Statement = PolicySource['document']['statements'][number];
type Verdict = Pick<ThreatMatch, 'status' | 'evidence' | 'controls' | 'settledBy'>;

function judged(wide: Statement, access: ReturnType<typeof strangerAccess>): Verdict {
  const conditions = wide.conditions.map(({ key }) => key).join(' and ');
  if (access?.decision.verdict === 'allow') {
    const evidence: Evidence = { note: `the key policy lets ${access.who} use ${access.action}`, origin: wide.origin };
    return { status: 'open', evidence: [evidence], controls: [] };
  }
  const settled = access?.decision.conditions.some(({ control }) => control !== 'attacker' && control !== 'unknown');
  if (access === undefined || settled) {
    const evidence: Evidence = {
      note: `everybody (*) is narrowed down by ${conditions || 'another statement'}`,
      origin: wide.origin,
    };
    const control: ControlState = { control: 'narrow-key-policy', state: 'in-force', evidence };
    return { status: 'mitigated', evidence: [evidence], controls: [control] };
  }
  const evidence: Evidence = {
    note: `the key policy names everybody (*) where ${conditions} fits`,
    origin: wide.origin,
  };
  return { status: 'unknown', evidence: [evidence], controls: [], settledBy: `who can meet ${conditions}` };
}

/** The statement of a key's policy that speaks to everybody. */
function wildcard({ system }: Questions, key: Resource): Statement | undefined {
  const holdsKeys = casesOf(system.fact(key.id, 'holds')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.what === 'keys',
  );
  if (!holdsKeys) return undefined;
  return casesOf(system.fact(key.id, 'resourcePolicy'))
    .flatMap(({ fact }) => (fact.kind === 'known' ? fact.value : []))
    .flatMap(({ document }) => document.statements)
    .find(
      ({ effect, principals = [] }) => effect === 'Allow' && principals.some(({ value }) => literalOf(value) === '*'),
    );
}
