import { terraformOnPath } from './run';

/** `test`, or `test.skip` with one line that says why where Terraform is missing. `what`: "the stand-in tests". */
export function needsTerraform(what: string): jest.It {
  if (terraformOnPath()) return test;
  process.stderr.write(`skipped: ${what} need terraform on the PATH\n`);
  return test.skip;
}
