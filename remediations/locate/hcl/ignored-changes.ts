import type { Block, Expression } from '../../hcl/ast';
import { attributeOf } from './module';

/** What `lifecycle.ignore_changes` keeps as it is: names of attributes, or all of them. */
export function ignoredChanges(block: Block): readonly string[] | 'all' {
  for (const item of block.body.items) {
    const ignore =
      item.type === 'block'
        ? item.kind === 'lifecycle' && attributeOf(item, 'ignore_changes')?.value
        : item.name === 'lifecycle' && ignoredInJson(item.value);
    if (!ignore) continue;
    if (nameIn(ignore) === 'all') return 'all';
    if (ignore.type === 'tuple') return ignore.items.flatMap((each) => nameIn(each) ?? []);
  }
  return [];
}

/** The first name of `tags["a"]`, which JSON syntax writes as a text. */
function nameIn(expression: Expression): string | undefined {
  let at = expression;
  while (at.type === 'get' || at.type === 'index') at = at.object;
  return at.type === 'variable' ? at.name : at.type === 'text' ? /^\w+/.exec(at.value)?.[0] : undefined;
}

/** JSON syntax may write a block as an object, or as a list of one. */
function ignoredInJson(lifecycle: Expression): Expression | undefined {
  const block = lifecycle.type === 'tuple' ? lifecycle.items[0] : lifecycle;
  if (block?.type !== 'object') return undefined;
  return block.items.find(({ key }) => key.type === 'text' && key.value === 'ignore_changes')?.value;
}
