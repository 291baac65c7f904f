// stand-in [--major 3|4|5] [--seed file.json] -- terraform plan …
// Runs a command with a stand-in provider and ends with the command's exit code.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MAJORS } from '../../controls/provider/facts';
import type { Values } from './msgpack';
import { type StandInOptions, withStandIn } from './run';

const usage = 'usage: stand-in [--major 3|4|5] [--seed file.json] -- <command> [arguments]';

function optionsOf(args: readonly string[]): StandInOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { major: { type: 'string', default: '4' }, seed: { type: 'string' } },
  });
  const version = MAJORS.find((each) => String(each) === values.major);
  if (version === undefined) throw new Error(`--major is ${MAJORS.join(' or ')}, not ${values.major}`);
  const seed = values.seed ? (JSON.parse(readFileSync(values.seed, 'utf8')) as Record<string, Values>) : {};
  return { version, seed };
}

async function main(args: readonly string[]): Promise<number> {
  const end = args.indexOf('--');
  if (end < 0 || end === args.length - 1) throw new Error(usage);
  const [command, ...rest] = args.slice(end + 1);
  return withStandIn(
    optionsOf(args.slice(0, end)),
    (env) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, rest, { stdio: 'inherit', env });
        child.on('error', reject);
        child.on('close', (code) => resolve(code ?? 1));
      }),
  );
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
