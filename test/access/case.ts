import { describe, expect, test } from 'vitest';
import { decideIn, describeDecision, type Question, type Scene } from './scene.ts';
import type { Json } from './world.ts';

/** A rule of the documentation as a sentence, a scene, what is asked in it, and the answer. */
export type Case = readonly [rule: string, scene: Scene, question: Question, answer: string];

/** A clause of the documentation with its page and its cases. */
export interface Clause {
  readonly clause: string;
  readonly page: string;
  readonly cases: readonly Case[];
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

/** The page of IAM's user guide. */
export function iamGuide(page: string): string {
  return `${guide}${page}.html`;
}

export function checkClauses(clauses: readonly Clause[]): void {
  describe.each(clauses)('$clause', ({ cases, page }) => {
    test.each(cases)('%s', (_rule, scene, question, answer) => {
      expect(describeDecision(decideIn(scene, question)), page).toBe(answer);
    });
  });
}

type More = Readonly<Record<string, Json>>;

/** `Allow` of an identity policy on everything, unless `more` says otherwise. */
export function allow(action: Json, more: More = {}): Json {
  return { Effect: 'Allow', Action: action, Resource: '*', ...more };
}

export function deny(action: Json, more: More = {}): Json {
  return { ...(allow(action, more) as More), Effect: 'Deny' };
}

/** `Allow` of a resource policy. */
export function allowTo(principal: Json, action: Json, more: More = {}): Json {
  return allow(action, { Principal: principal, ...more });
}

export function denyTo(principal: Json, action: Json, more: More = {}): Json {
  return deny(action, { Principal: principal, ...more });
}

/** A trust policy's statement. */
export function trust(principal: Json, more: More = {}): Json {
  return { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more };
}

export function when(operator: string, key: string, value: Json): More {
  return { Condition: { [operator]: { [key]: value } } };
}

export const callerArn = 'arn:aws:iam::111111111111:role/caller';
export const userArn = 'arn:aws:iam::111111111111:user/caller';
export const hereRoot = 'arn:aws:iam::111111111111:root';
export const thereRoot = 'arn:aws:iam::222222222222:root';
export const readObject: Question = { action: 's3:GetObject', arn: 'object' };
export const send: Question = { action: 'sqs:SendMessage' };
export const assume: Question = { action: 'sts:AssumeRole' };
export const decrypt: Question = { action: 'kms:Decrypt' };

/** The same question by somebody else. */
export function by(who: string, question: Question): Question {
  return { ...question, who };
}

/** The same question with values of condition keys. */
export function knowing(context: NonNullable<Question['context']>, question: Question): Question {
  return { ...question, context };
}
