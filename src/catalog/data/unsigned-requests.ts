/** Services that take requests without a signature; everywhere else a public policy still asks for an AWS account. */
const services: ReadonlySet<string> = new Set([
  's3',
  'sqs',
  'sns',
  'execute-api',
  'es',
  'elasticfilesystem',
  'mediastore',
]);

/** The key that says of an invocation that it came through the function's URL, which asks for both actions. */
export const throughUrl = 'lambda:InvokedViaFunctionUrl';

/**
 * Does the service answer such a request without a signature when its policies allow it? Functions do at their URLs alone:
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function acceptsUnsigned(action: string, isThroughUrl: () => boolean): boolean {
  const name = action.toLowerCase();
  if (name === 'lambda:invokefunction') return isThroughUrl();
  return services.has(name.slice(0, name.indexOf(':'))) || name === 'lambda:invokefunctionurl';
}
