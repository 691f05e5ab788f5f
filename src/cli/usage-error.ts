/** The user asked for something that cannot be done as asked; the message says what to do. Printed without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
