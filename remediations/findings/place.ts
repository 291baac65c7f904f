import type { Lines, Severity, Subject } from './finding';
import { compact, integer } from './json';

/** A path with forward slashes and without `.` segments. Drive letters, `..` and a leading `/` stay. */
export function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/(?<=^|\/)(?:\.\/+)+(?=.)/g, '');
}

/** First and last line, undefined when the first is no line number; a last line that makes no sense becomes the first. */
export function lines(first: unknown, last: unknown): Lines | undefined {
  const start = integer(first);
  if (start === undefined || start < 1) return undefined;
  const end = integer(last);
  return [start, end !== undefined && end >= start ? end : start];
}

const severities: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['low', 'low'],
  ['info', 'low'],
  ['informational', 'low'],
]);

/** The severity a scanner names, in any case; undefined for words that are none (`UNKNOWN`, `NONE`). */
export function severity(word: string | undefined): Severity | undefined {
  return word === undefined ? undefined : severities.get(word.toLowerCase());
}

const instanceKey = /\[(?:\d+|"[^"]*"|'[^']*')\]$/;
// What follows `module.` is a module's name, even when it looks like a type.
const resource = /(?:^|\.)(?<!(?:^|\.)module\.)([a-z][a-z0-9]*_[a-z0-9_]*)\.[A-Za-z_][\w-]*$/;

/** The resource type in a Terraform address, with or without module path and instance key. */
export function typeOf(address: string): string | undefined {
  return resource.exec(address.replace(instanceKey, ''))?.[1];
}

/** A resource by its address. Scanning synthesized JSON, Checkov writes `resource.<logical id>` and leaves the type out. */
export function namedResource(address: string | undefined): Pick<Subject, 'address' | 'type' | 'label'> {
  if (address === undefined) return {};
  const label = /^resource\.([^.]+)$/.exec(address)?.[1];
  return label ? { label } : compact({ address, type: typeOf(address) });
}

/** Checkov writes `/` for the folder it scanned, on Windows `\`; `/../module` leads out of it. */
export function fromRoot(path: string): string | undefined {
  return forwardSlashes(path).replace(/^\/+/, '') || undefined;
}

/** JSON may be a plan, synthesized code or Terraform's own JSON syntax; a folder may be a module. */
export function mayBeTerraform(file: string | undefined): boolean {
  return file === undefined || /(?:\.(?:tf|tofu|tfvars|json|hcl)|\/|^\.{1,2})$/i.test(file);
}

const moduleCall = /^module\.[A-Za-z_][\w-]*(?:\[(?:\d+|"[^"]*"|'[^']*')\])?$/;

/** Whether a name is that of a `module` block, or of one instance of it. */
export function isModule(name: string): boolean {
  return moduleCall.test(name);
}
