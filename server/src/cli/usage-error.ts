/** The command can't do its work as it was called: one clear line, exit code 2. */

export class UsageError extends Error {}
