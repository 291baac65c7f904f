import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Draft } from '../../remediations/findings/draft';
import type { Report } from '../../remediations/findings/finding';
import { formats } from '../../remediations/findings/formats';
import { readReport } from '../../remediations/findings/read';

export function bytesOf(fixture: string): Uint8Array {
  return readFileSync(join(__dirname, 'fixtures', fixture));
}

export function reportOf(fixture: string, format?: string): Report {
  return readReport(bytesOf(fixture), fixture, format);
}

/** Records a report speaks of: those that are findings and those that are not. */
export function received({ findings, ignored }: Report): number {
  return findings.length + Object.values(ignored).reduce((sum, count) => sum + count, 0);
}

/** What the reader of a format makes of a JSON document. */
export function readAs(name: string, json: unknown): Report {
  const draft = new Draft('s', name);
  formats.find((format) => format.name === name)!.read({ json }, draft);
  return draft.report();
}

/** Findings of one scanner as rows of a table: rule, severity, subject, message. */
export const rows = ({ findings }: Report): unknown[] =>
  findings.map(({ scanner, rule, severity, subject, message }) => [scanner, rule, severity, subject, message]);
