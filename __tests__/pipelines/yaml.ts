// The files of the pipelines, and the scripts in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(__dirname, '..', '..');
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly task?: string;
  readonly run?: string;
  readonly bash?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly condition?: string;
}
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: unknown }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
export interface Template {
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly values?: unknown[] }[];
  readonly steps: readonly (Step & Readonly<Record<string, readonly Step[] | undefined>>)[];
}

export const action = (): Action => parse(textOf('action.yml'));
export const template = (): Template => parse(textOf('pipelines/azure-pipelines.yml'));
export const hooks = (): readonly Readonly<Record<string, unknown>>[] => parse(textOf('.pre-commit-hooks.yaml'));

/** Blocks of code of a page, by language. */
export const blocks = (page: string, language: string): string[] =>
  [...textOf(page).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text);

/** Every object of a document that has a member of this name. */
export function having(value: unknown, name: string): Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = name in value ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap((each) => having(each, name))];
}

/** The scripts that a document runs. */
export const scriptsIn = (value: unknown): string[] =>
  ['run', 'bash', 'script'].flatMap((name) =>
    having(value, name).flatMap((each) => (typeof each[name] === 'string' ? (each[name] as string) : [])),
  );
