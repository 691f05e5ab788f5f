import { describe, expect, test } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { accountId, details, iam, printed, user } from './snapshot.ts';
import { defined, identity } from './verdicts.ts';

const account = printed(details({ UserDetailList: [user('dana'), user('robot')] }));
const columns = 'user,arn,user_creation_time,password_enabled,mfa_active,access_key_1_active,access_key_2_active';
const rows = [
  columns,
  `<root_account>,arn:aws:iam::${accountId}:root,2024-01-01T00:00:00+00:00,not_supported,true,false,false`,
  `dana,${iam('user/dana')},2024-01-01T00:00:00+00:00,true,true,false,false`,
  `robot,${iam('user/robot')},2024-01-01T00:00:00+00:00,false,false,true,true`,
].join('\n');
const asJson = printed({ Content: btoa(rows), ReportFormat: 'text/csv', GeneratedTime: '2026-11-01T00:00:00+00:00' });

const imported = (texts: Readonly<Record<string, string>>) => importInputs(inputsFromTexts(texts));

describe('a credential report beside the snapshot', () => {
  test('tells who has a password and who has keys', async () => {
    const asked = await defined({ 'account.json': account, 'credentials.json': asJson });
    const principal = (name: string) => asked.ask.system.fact(identity(asked, iam(`user/${name}`)).id, 'principal');
    expect(asked.imported.diagnostics).toEqual([]);
    expect(asked.imported.assumptions).toEqual([]);
    expect(principal('dana')).toMatchObject({ value: { loginProfile: true, accessKeys: 0 } });
    expect(principal('robot')).toMatchObject({ value: { loginProfile: false, accessKeys: 2 } });
  });

  test('makes threats of keys that never end', async () => {
    const { document } = await modelOfTexts({ 'account.json': account, 'credentials.json': asJson });
    const keys = document.threats.filter(({ rule }) => rule === 'identity/long-lived-keys');
    expect(keys.filter(({ status }) => status === 'open').map(({ address }) => address)).toEqual([iam('user/robot')]);
  });

  test('is not taken to be there when it is not: that is an assumption', () => {
    const { assumptions } = imported({ 'account.json': account });
    expect(assumptions).toMatchObject([
      { id: `${accountId}/credentials`, settledBy: expect.stringContaining('aws iam get-credential-report') },
    ]);
  });

  test.each([
    ['without its columns', rows.replaceAll('password_enabled', 'other')],
    ['with a row of other length', rows.replace(/,true,true,false/, ',true')],
    ['that is no base64', '====='],
  ])('%s is told', (_what, csv) => {
    const content = csv === '=====' ? csv : btoa(csv);
    const { diagnostics, resources } = imported({
      'account.json': account,
      'credentials.json': printed({ Content: content, ReportFormat: 'text/csv' }),
    });
    expect(resources.filter(({ type }) => type === 'AWS::IAM::User')).toHaveLength(2);
    expect(diagnostics).toMatchObject([{ code: 'credential-report', source: { file: 'credentials.json' } }]);
  });
});
