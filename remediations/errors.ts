/** Something the user can put right: printed without a stack trace, exit code 2. */
export class UserError extends Error {
  constructor(
    message: string,
    /** What to do about it, in one sentence. */
    readonly hint?: string,
  ) {
    super(message);
    this.name = 'UserError';
  }
}
