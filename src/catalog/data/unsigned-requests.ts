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

/** Does the service answer such a request without a signature when its policies allow it? */
export function acceptsUnsigned(action: string): boolean {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  // Function URLs alone; https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
  return services.has(service) || action.toLowerCase() === 'lambda:invokefunctionurl';
}
