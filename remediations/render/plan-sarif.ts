import { applyTo } from '../edit/apply';
import { positionAt, type SourceFile } from '../locate/hcl/tree';
import type { Change } from '../plan-types';
import { changeId, differenceText, findingText, siteOf } from './review';
import { sarifLog, uriOf } from './sarif-log';

/** Changes as results of SARIF 2.1.0, each with its fix: for editors and code scanning that offer to apply it. */
export function planSarif(changes: readonly Change[]): string {
  return sarifLog(
    changes.map((change) => {
      const { file, line } = siteOf(change);
      const fix = fixOf(change);
      return {
        control: change.controls[0],
        message: `${differenceText(change)}. Closes ${change.findings.map(findingText).join(', ')}.`,
        addresses: change.resources,
        place: { file, region: { startLine: line } },
        fingerprint: `${change.controls[0].id}:${changeId(change)}`,
        ...(fix ? { more: { fixes: [fix] } } : {}),
      };
    }),
  );
}

/** The edit of one change alone; absent where it cannot be made without the others. */
function fixOf(change: Change): object | undefined {
  const { file } = change.edit.place;
  if (!file.syntax) return undefined;
  let after: string;
  try {
    after = applyTo(file.syntax, [change]).text;
  } catch {
    return undefined;
  }
  const { start, end, text } = replaced(file.text, after);
  return {
    description: { text: change.controls.map((control) => control.title).join('; ') },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(file.path) },
        replacements: [{ deletedRegion: region(file, start, end), insertedContent: { text } }],
      },
    ],
  };
}

/** The shortest stretch whose replacement makes one text of the other. */
function replaced(before: string, after: string): { start: number; end: number; text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

function region(file: SourceFile, start: number, end: number) {
  // A byte order mark is no column.
  const mark = file.text.startsWith('\uFEFF') ? 1 : 0;
  const at = (offset: number) => {
    const { line, column } = positionAt(file, offset);
    return { line, column: line === 1 ? column - mark : column };
  };
  const [from, to] = [at(start), at(end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
