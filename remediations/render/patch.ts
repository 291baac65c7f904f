import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

type Texts = ReadonlyMap<string, { readonly before: string; readonly after: string }>;

/** A unified diff that `git apply` takes, files sorted by path. */
export function patchText(files: Texts): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { before, after }]) => filePatch(path, before, after))
    .join('');
}

/** The way back. */
export const reversed = (files: Texts): Texts =>
  new Map([...files].map(([path, { before, after }]) => [path, { before: after, after: before }]));

function filePatch(path: string, before: string, after: string): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  return `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\n${formatPatch({ ...patch, oldFileName: quoted(`a/${path}`), newFileName: quoted(`b/${path}`) }, FILE_HEADERS_ONLY)}`;
}

/** git quotes names with control characters, quotes and backslashes. */
function quoted(name: string): string {
  const special = /["\\\p{Cc}]/u;
  if (!special.test(name)) return name;
  const octal = (char: string) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
  return `"${name.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, octal)}"`;
}

/** Lines added and removed. */
export function countLines(patch: string): { added: number; removed: number } {
  let added = 0;
  let removed = 0;
  for (const line of patch.split('\n')) {
    if (line.startsWith('+') && !line.startsWith('+++ ')) added++;
    else if (line.startsWith('-') && !line.startsWith('--- ')) removed++;
  }
  return { added, removed };
}
