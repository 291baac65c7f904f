import { withoutKeys } from '../../controls/address';
import type { Row } from '../check';
import { leftText, type Rows, type Suppressions, silences, sorted, statement, WRITTEN_BY } from './silence';

/**
 * The file that `checkov --baseline` reads. It knows no last day, so that it is made anew where Checkov runs; `exceptions` is
 * for people, Checkov skips it.
 */
export function checkovBaseline(rows: Rows): Suppressions {
  const { said, left } = silences('checkov', rows, ({ file, address }) => file && `/${file} ${address}`);
  const files = new Map<string, Map<string, Set<string>>>();
  const add = ({ file }: Row, resource: string, rules: readonly string[]) => {
    const findings = files.get(file!) ?? new Map<string, Set<string>>();
    files.set(file!, findings.set(resource, new Set([...(findings.get(resource) ?? []), ...rules])));
  };
  for (const { row, rules } of said) add(row, row.address, rules);
  // Where Checkov does not know the keys of instances it names the block alone: all of them.
  for (const { row, rules } of silences('checkov', rows, ({ address }) => withoutKeys(address)).said)
    add(row, withoutKeys(row.address), rules);
  const failed = sorted(files).map(([file, findings]) => ({
    file: `/${file}`,
    findings: sorted(findings).map(([resource, rules]) => ({ resource, check_ids: [...rules].sort() })),
  }));
  const exceptions = said.map(({ row, exception }) => `${row.control.id}, ${row.address}: ${statement(exception)}`);
  const document = { written_by: WRITTEN_BY, failed_checks: failed, exceptions: exceptions.sort() };
  return {
    text: `${JSON.stringify(document, null, 4)}\n`,
    told: said.length,
    left: left.map((each) => leftText(each)),
  };
}
