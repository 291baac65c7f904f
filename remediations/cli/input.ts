import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { controlById, controls } from '../../controls/index';
import type { ProviderVersion } from '../../controls/provider/version';
import type { Scan } from '../azure/arm-object';
import { readScan } from '../azure/read-scan';
import type { Owned } from '../check';
import { UserError } from '../errors';
import { decode } from '../findings/decode';
import type { Report } from '../findings/finding';
import { LARGE, parseLarge } from '../findings/large-json';
import { type Estate, readEstate } from '../locate/hcl/estate';
import { APP_FILE, readTree, type SourceFile } from '../locate/hcl/tree';
import { isShowJson, readShowJson } from '../locate/plan/plan-json';
import { States } from '../locate/states';
import { LiveEstate } from '../overlay/live-estate';
import { type Exceptions, isDay } from '../profile/exceptions';
import { NO_PROFILE, PROFILE_NAME, type Profile, readProfile, readTeamFile } from '../profile/profile';

/** Bytes of a file the user named. */
export function readInput(path: string): Uint8Array {
  if (path === '-') return readFileSync(process.stdin.fd);
  if (!existsSync(path)) throw new UserError(`${path}: no such file`);
  if (statSync(path).isDirectory()) {
    // Checkov makes a folder of what was meant as a file name.
    const inside = join(path, 'results_json.json');
    if (existsSync(inside)) return readFileSync(inside);
    throw new UserError(`${path}: a folder, not a report`, 'Name the report file itself.');
  }
  return readFileSync(path);
}

/** A JSON file the user named. */
export function readJson(path: string): unknown {
  try {
    const bytes = readInput(path);
    const large = bytes.length > LARGE ? parseLarge(bytes) : undefined;
    return large ? large.json : JSON.parse(decode(bytes));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: not JSON: ${(error as Error).message}`);
  }
}

/** What `plumbline scan` wrote: its scan.json, or the folder with it. */
export function readScanIn(path: string): Scan {
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'scan.json') : path;
  if (!existsSync(file)) throw new UserError(`${file}: no such file`, 'Make it with plumbline scan.');
  return readScan(readJson(file), file);
}

/** The same, with what is looked up in it. */
export const readLive = (path: string): LiveEstate => new LiveEstate(readScanIn(path));

interface CodeOptions {
  /** By `--var-file`, relative to the code folder or to where the command runs. */
  readonly variableFiles?: readonly string[];
  readonly environments?: Profile['environments'];
  readonly version?: ProviderVersion;
  readonly reports?: readonly Report[];
}

/**
 * The Terraform code of a folder; a folder without any is an error. What an app of CDK for Terraform wrote is read where
 * reports are about it, or nothing else is there.
 */
export function readCode(
  folder: string,
  { variableFiles = [], environments = [], version, reports = [] }: CodeOptions = {},
): Estate {
  const isCode = ({ path }: SourceFile) => /\.tf(\.json)?$/.test(path);
  let files = readTree(folder, reports.some(isAboutSynthesized));
  if (!files.some(isCode)) files = readTree(folder, true);
  if (!files.some(isCode))
    throw new UserError(
      `${folder}: no Terraform files (.tf, .tf.json) in it`,
      existsSync(join(folder, APP_FILE))
        ? 'It is an app of CDK for Terraform: run cdktf synth first.'
        : 'Name the folder that holds them with --code.',
    );
  const base = folderOfCode(folder);
  const inside = (path: string) => {
    const found = [path, join(base, path)]
      .map((each) => relative(resolve(base), resolve(each)))
      .find((each) => files.some((file) => file.path === each));
    if (found) return found;
    throw new UserError(`${path}: not a variable file below ${folder}`, 'Name a .tfvars file inside the code folder.');
  };
  return readEstate(files, {
    variableFiles: variableFiles.map(inside),
    environments: environments.map((each) => ({ ...each, files: each.files.map(inside) })),
    ofShell: ofShell(),
    ...(version ? { version } : {}),
  });
}

const isAboutSynthesized = ({ findings }: Report): boolean =>
  findings.some(({ subject: { file, files = [] } }) =>
    [file, ...files].some((path) => path !== undefined && /(^|[\\/])(cdktf\.out[\\/]|cdk\.tf\.json$)/.test(path)),
  );

/** Values of `TF_VAR_…`, as Terraform takes them, by the name of the variable. */
const ofShell = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith('TF_VAR_') && value !== undefined ? [[name.slice('TF_VAR_'.length), value]] : [],
    ),
  );

/** The folder that paths of the tree are relative to: the code may be one file. */
export const folderOfCode = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(path) : path;

export const unparsable = (estate: Estate): string[] => estate.files.flatMap((file) => file.error ?? []);

export function level(text: string): 1 | 2 {
  if (text !== '1' && text !== '2') throw new InvalidArgumentError('Allowed: 1, 2.');
  return text === '1' ? 1 : 2;
}

/** A day, for `--today`. */
export function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Write a day such as 2027-06-30.');
  return text;
}

const OWNED: readonly Owned[] = ['subscription', 'tenant'];

/** Scopes for `--owns`. */
export function owned(text: string): readonly Owned[] {
  const chosen = text.split(',').map((each) => each.trim());
  const wrong = chosen.find((each) => !OWNED.some((one) => one === each));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is not known. Allowed: ${OWNED.join(', ')}.`);
  return OWNED.filter((one) => chosen.includes(one));
}

/** Control ids, separated by commas or repeated. */
export function controlIds(text: string, before: readonly string[] = []): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !controlById(id));
  if (unknown !== undefined) {
    const near = controls
      .map((control) => control.id)
      .filter((id) => unknown && (id.includes(unknown) || id.split('-')[0] === unknown.split('-')[0]));
    throw new InvalidArgumentError(
      `No control "${unknown}".${near.length ? ` Near it: ${near.slice(0, 5).join(', ')}.` : ' See plumbline controls.'}`,
    );
  }
  return [...before, ...ids];
}

export const nameOf = (path: string): string => basename(path);

/** Name of the folder that a report lies in. */
export const folderOfReport = (path: string): string => basename(dirname(resolve(path)));

/** The profile named, else `plumbline.yaml` in the code folder or here, else an empty one. */
export async function profileOf(given: string | undefined, code: string): Promise<Profile> {
  const path = given ?? [join(folderOfCode(code), PROFILE_NAME), PROFILE_NAME].find((each) => existsSync(each));
  if (!path) return NO_PROFILE;
  if (!existsSync(path)) throw new UserError(`--profile ${path}: no such file`);
  const { parse } = await import('yaml');
  const read = <T>(file: string, make: (document: unknown) => T): T => {
    try {
      return make(parse(readFileSync(file, 'utf8')));
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new UserError(`${file}: ${(error as Error).message.split('\n')[0]}`);
    }
  };
  const profile = read(path, (document) => readProfile(document, path));
  const teams = teamFiles(path).map(([team, file]) => read(file, (document) => readTeamFile(document, file, team)));
  return {
    ...profile,
    exceptions: [profile, ...teams].flatMap(({ exceptions }) => exceptions),
    attestations: [profile, ...teams].flatMap(({ attestations }) => attestations),
  };
}

/** `plumbline.shop.yaml` beside plumbline.yaml: what the team called shop decides for itself. */
function teamFiles(path: string): (readonly [team: string, file: string])[] {
  if (basename(path) !== PROFILE_NAME) return [];
  return readdirSync(dirname(path))
    .sort()
    .flatMap((name) => {
      const team = /^plumbline\.([\w-]+)\.yaml$/.exec(name)?.[1];
      return team ? [[team, join(dirname(path), name)] as const] : [];
    });
}

/** What a reader should know of the profile: controls that are off, exceptions without effect. */
export const profileNotes = ({ off }: Profile, exceptions: Exceptions): string[] => [
  ...[...off].map(([control, reason]) => `off in the profile: ${control} (${reason})`),
  ...exceptions
    .unused()
    .map(
      ({ control, address, arm, path, tags }) =>
        `an exception of the profile fits nothing: ${control} on ${address ?? arm ?? path ?? Object.keys(tags ?? {}).join(', ')}`,
    ),
  ...[...new Set(exceptions.refused().map(({ control, exception: { owner } }) => `${control} (${owner})`))].map(
    (each) => `nothing is excepted from this control, and yet somebody wants it: ${each}`,
  ),
];

/** States by `--state`: `file`, or `folder=file` for the root module in that folder. Without code, `file` alone. */
export function statesOf(given: readonly string[], estate?: Estate): States {
  const dirs = new Set(estate?.roots.map(({ dir }) => dir));
  return new States(
    given.map((text) => {
      const [, folder, file] = (estate && /^([^=]*)=(.+)$/.exec(text)) ?? [];
      const path = folder === undefined || existsSync(text) ? text : file;
      const root = path === text ? undefined : folder?.replace(/^\.?\/?|\/+$/g, '');
      if (root !== undefined && !dirs.has(root))
        throw new UserError(
          `--state ${text}: ${folder || '.'} is no root module of this code`,
          `Root modules: ${[...dirs].map((dir) => dir || '.').join(', ')}.`,
        );
      const json = readJson(path);
      if (!isShowJson(json))
        throw new UserError(
          `${path}: not the output of terraform show -json`,
          'A state file itself is not read; run: terraform show -json > state.json',
        );
      return { source: nameOf(path), snapshot: readShowJson(json), ...(root === undefined ? {} : { root }) };
    }),
  );
}
