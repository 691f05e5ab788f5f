import type { DocumentSource } from '../model/document-evidence.ts';
import type { DocumentPatch } from '../model/document-paths.ts';
import type { NeedlessRight, OpenRight, RightsProof, RightsReview, TighterPolicy } from '../model/least-privilege.ts';
import type { Questions } from '../model/questions.ts';
import { sourceOf } from './places.ts';

/** What nothing in the system needs of the rights of its roles and users, as JSON and reports have it. */
export interface DocumentRightsReview {
  readonly principals: number;
  /** Tighter policies with which everything that the system is known to do still works. */
  readonly proposals: readonly DocumentTighterPolicy[];
  readonly refused: readonly DocumentTighterPolicy[];
  /** Wide statements on which nothing in the input bears. */
  readonly open: readonly {
    readonly principals: readonly string[];
    readonly policy: string;
    readonly because: string;
    readonly source?: DocumentSource;
  }[];
  readonly proof: RightsProof;
}

/** The tighter form of one statement or attached policy. */
export interface DocumentTighterPolicy {
  readonly id: string;
  readonly title: string;
  /** Addresses of those whose rights become less. */
  readonly principals: readonly string[];
  readonly policy: string;
  readonly needless: readonly NeedlessRight[];
  /** The resource whose source changes, by its address. */
  readonly resource: string;
  readonly patches: readonly DocumentPatch[];
  /** Uses that would stop: why it is refused. */
  readonly breaks: readonly string[];
  readonly source?: DocumentSource;
}

/** The review for JSON and reports. */
export function documentRightsReview(review: RightsReview, ask: Questions): DocumentRightsReview {
  const { principals, proof } = review;
  return {
    principals,
    proposals: review.proposals.map((one) => tighterPolicy(one, ask)),
    refused: review.refused.map((one) => tighterPolicy(one, ask)),
    open: review.open.map((one) => openRight(one, ask)),
    proof,
  };
}

function tighterPolicy(one: TighterPolicy, ask: Questions): DocumentTighterPolicy {
  const { change, policy, needless, breaks } = one;
  return {
    id: change.id,
    title: change.title,
    principals: addresses(one, ask),
    policy: policy.name,
    needless,
    resource: change.fix.resource,
    patches: change.patches,
    breaks,
    ...sourceOf(ask.system.model.origins, change.origin),
  };
}

function openRight(one: OpenRight, ask: Questions): DocumentRightsReview['open'][number] {
  const { policy, because, cited } = one;
  const source = cited === undefined ? {} : sourceOf(ask.system.model.origins, cited.statement.origin);
  return { principals: addresses(one, ask), policy: policy.name, because, ...source };
}

function addresses({ principals }: Pick<TighterPolicy, 'principals'>, { system }: Questions): readonly string[] {
  return principals.map((one) => system.resource(one)?.address ?? one);
}
