/** How something that callers come in by says whom it lets in. */
export interface DoorSetting {
  readonly property: string;
  /** The word by which nobody is asked who he is, as where it is left out. */
  readonly open: string;
  /** Callers sign with AWS credentials and need a right of their own. */
  readonly signed: string;
  /** It leads to the resource that it belongs to, and not to what that hands requests on to. */
  readonly toItself?: true;
  /** Something beside it that may be asked who calls. */
  readonly authorizer?: Authorizers;
}

/** Authorizers of an API. */
export interface Authorizers {
  readonly type: string;
  /** Of the authorizer and of what asks it alike: the API that it belongs to. */
  readonly api: string;
  readonly kind: string;
  /** By the kind of the authorizer, what asks it says in its setting. */
  readonly words: Readonly<Record<string, string>>;
  /** Where it is named. */
  readonly named: string;
}

/**
 * By type, from its page in the CloudFormation reference and
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
 * and https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html. APIs of AppSync are none: no path follows a request through one.
 */
export const doorSettings: Readonly<Record<string, DoorSetting>> = {
  'AWS::ApiGateway::Method': {
    property: 'AuthorizationType',
    open: 'NONE',
    signed: 'AWS_IAM',
    authorizer: {
      type: 'AWS::ApiGateway::Authorizer',
      api: 'RestApiId',
      kind: 'Type',
      words: { TOKEN: 'CUSTOM', REQUEST: 'CUSTOM', COGNITO_USER_POOLS: 'COGNITO_USER_POOLS' },
      named: 'AuthorizerId',
    },
  },
  'AWS::ApiGatewayV2::Route': {
    property: 'AuthorizationType',
    open: 'NONE',
    signed: 'AWS_IAM',
    authorizer: {
      type: 'AWS::ApiGatewayV2::Authorizer',
      api: 'ApiId',
      kind: 'AuthorizerType',
      words: { REQUEST: 'CUSTOM', JWT: 'JWT' },
      named: 'AuthorizerId',
    },
  },
  'AWS::Lambda::Url': { property: 'AuthType', open: 'NONE', signed: 'AWS_IAM', toItself: true },
};
