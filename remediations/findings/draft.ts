import type { Finding, Report } from './finding';
import { printable } from './json';

/** A report while it is read. Every record goes in once, by `add` or by `ignore`, so that none is lost. */
export class Draft {
  readonly #findings = new Map<string, Finding>();
  readonly #ignored = new Map<string, number>();
  readonly #notes = new Set<string>();

  constructor(
    private readonly source: string,
    private readonly format: string,
  ) {}

  /** Takes a finding; one that says the same of the same place as an earlier one is counted as a duplicate. */
  add(finding: Finding): void {
    const key = keyOf(finding);
    if (this.#findings.has(key)) this.ignore('duplicate');
    else this.#findings.set(key, finding);
  }

  ignore(reason: string, count = 1): void {
    if (count > 0) this.#ignored.set(reason, (this.#ignored.get(reason) ?? 0) + count);
  }

  note(text: string): void {
    this.#notes.add(printable(text));
  }

  report(): Report {
    return {
      source: this.source,
      format: this.format,
      findings: [...this.#findings.values()],
      ignored: Object.fromEntries([...this.#ignored].sort(([a], [b]) => (a < b ? -1 : 1))),
      notes: [...this.#notes],
    };
  }
}

/**
 * All that a finding says of what is wrong where. Printable texts hold no line break, so nothing runs into each other. Azure
 * does not keep the case of ids.
 */
function keyOf({ scanner, rule, subject, message }: Finding): string {
  const { address, armId, azureName, type, label, module, file, files, lines, caller } = subject;
  const place = [address, armId?.toLowerCase(), azureName, type, label, module, file, files?.join('\t'), lines?.join()];
  return [scanner, rule, message, ...place, caller?.file, caller?.lines?.join()].join('\n');
}
