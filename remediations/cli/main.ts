import { setFlagsFromString } from 'node:v8';
import { CommanderError } from 'commander';
import { UserError } from '../errors';
import { plumbline } from './program';
import { colors } from './terminal';

const BAD_INPUT = 2;

/** Runs the command. A mistake of the user ends in one message and exit code 2, a fault of ours in its stack. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await plumbline().parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
      return;
    }
    if (!(error instanceof UserError) && !isRefusedBySystem(error)) throw error;
    const hint = error instanceof UserError && error.hint;
    // Its own stream: what is said may go to a terminal, and mistakes to a file.
    const title = process.stderr.isTTY ? colors.red('error') : 'error';
    process.stderr.write(`${title}: ${error.message}\n${hint ? `${hint}\n` : ''}`);
    process.exitCode = BAD_INPUT;
  }
}

/** No permission, no space left, a name that is too long: the message says which file, a stack would add nothing. */
const isRefusedBySystem = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && 'code' in error && 'path' in error;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe went away, as in `| head`.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// V8 sees that nearly all of the syntax trees live long that are made first, those of the code as it is, and from then on makes
// all of them, and what is made the same way, where long-lived objects are. Those of edited files are garbage soon: a plan for
// 10,000 files would need almost twice the memory, and its first gigabyte would be collected in vain.
setFlagsFromString('--no-allocation-site-pretenuring');

void main(process.argv);
