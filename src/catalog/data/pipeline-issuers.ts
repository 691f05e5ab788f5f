/** What a subject names: a repository or project, and what of it: a branch, an environment, pull requests. */
export interface NamedSource {
  /** `github.com/acme/shop`, `gitlab.com/acme/*`. */
  readonly repository: string;
  /** Within the subject, so that it is known whether a wildcard leaves open which repository is meant. */
  readonly name: string;
  /** `ref:refs/heads/main`, `environment:live`; `*` where all of it is meant. */
  readonly part: string;
}

interface SubjectForm {
  /** Host of the issuer, with what follows it. */
  readonly issuer: RegExp;
  /** The repository or project is the group `name`, what of it the group `part`. */
  readonly subject: RegExp;
  /** Where people find the repository, from the host of the issuer. */
  readonly forge: (issuer: string) => string;
}

const same = (issuer: string): string => issuer.replace(/\/.*$/, '');

/**
 * Subjects of tokens that build services give to the runs of a pipeline, by issuer; those of organizations that serve
 * themselves are known by the form of the subject.
 */
const forms: readonly SubjectForm[] = [
  // https://docs.github.com/en/actions/reference/security/oidc; enterprises have a path of their own, servers of one's own too.
  {
    issuer: /^token\.actions\.githubusercontent\.com(\/|$)/,
    subject: /^repo:(?<name>[^:]*)(:(?<part>.*))?$/,
    forge: () => 'github.com',
  },
  { issuer: /^/, subject: /^repo:(?<name>[^:]*)(:(?<part>.*))?$/, forge: same },
  // https://docs.gitlab.com/ci/cloud_services/aws/
  { issuer: /^/, subject: /^project_path:(?<name>[^:]*)(:(?<part>.*))?$/, forge: same },
  // https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
  {
    issuer: /^api\.bitbucket\.org\/2\.0\/workspaces\//,
    subject: /^(?<name>[^:]*)(:(?<part>.*))?$/,
    forge: (issuer) => `bitbucket.org/${issuer.split('/')[3] ?? ''}`,
  },
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
  {
    issuer: /^/,
    subject: /^organization:(?<name>[^:]*(:project:[^:]*)?(:workspace:[^:]*)?(:pipeline:[^:]*)?)(:(?<part>.*))?$/,
    forge: same,
  },
  // https://circleci.com/docs/guides/permissions-authentication/openid-connect-tokens/
  {
    issuer: /^oidc\.circleci\.com\/org\//,
    subject: /^org\/[^/]*\/project\/(?<name>[^/]*)(\/(?<part>.*))?$/,
    forge: () => 'circleci.com',
  },
  // https://learn.microsoft.com/azure/devops/pipelines/library/connect-to-azure: `sc://organization/project/connection`
  { issuer: /^vstoken\.dev\.azure\.com\//, subject: /^sc:\/\/(?<name>.*?)(?<part>)$/, forge: () => 'dev.azure.com' },
  // https://vercel.com/docs/oidc/reference
  {
    issuer: /^oidc\.vercel\.com(\/|$)/,
    subject: /^owner:(?<name>[^:]*(:project:[^:]*)?)(:(?<part>.*))?$/,
    forge: () => 'vercel.com',
  },
];

/** The repository or project that the subject of a token, or a pattern of subjects, names; undefined for people and others. */
export function sourceNamed(issuer: string, subject: string): NamedSource | undefined {
  for (const form of forms) {
    const groups = form.issuer.test(issuer) ? form.subject.exec(subject)?.groups : undefined;
    if (groups === undefined) continue;
    const { name = '', part = '' } = groups;
    return { repository: `${form.forge(issuer)}/${name}`, name, part: part === '' ? '*' : part };
  }
  return undefined;
}

/** Issuers whose tokens all belong to runs of pipelines, whatever a policy asks of their subjects. */
export function isPipelineIssuer(issuer: string): boolean {
  return forms.some(({ issuer: known }) => known.source !== '^' && known.test(issuer));
}
