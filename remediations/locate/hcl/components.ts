import { append } from '../../../controls/append';
import type { Estate } from './estate';
import { calledFolder, folderOf } from './module';
import type { SourceFile } from './tree';

/**
 * Files in groups that can be read each without the others: root modules with all local modules they call, and what else calls
 * those. Variable files that were named belong to every group.
 */
export function components({ files, modules, options }: Estate): SourceFile[][] {
  const parents = new Map<string, string>();
  const top = (dir: string): string => {
    let at = dir;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) {
      const over = parents.get(up);
      if (over !== undefined) parents.set(at, over);
      at = up;
    }
    return at;
  };
  for (const module of modules.values())
    for (const { node } of module.calls.values()) {
      const called = calledFolder(module, node);
      if (called === undefined || !modules.has(called)) continue;
      const [one, other] = [top(module.dir), top(called)];
      if (one !== other) parents.set(other, one);
    }
  const named = new Set(
    [options.variableFiles ?? [], ...(options.environments ?? []).map((each) => each.files)].flat(),
  );
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) if (!named.has(file.path)) append(groups, top(nearest(file.path, modules)), file);
  const everywhere = files.filter((file) => named.has(file.path));
  return [...groups.values()].map((group) => [...group, ...everywhere]);
}

/** The folder with code that a file stands in or below. */
function nearest(path: string, modules: Estate['modules']): string {
  let dir = folderOf(path);
  while (dir && !modules.has(dir)) dir = folderOf(dir);
  return dir;
}
