import type { Block, Body, Expression, Part } from './ast';

type Visitable = Body | Block | Expression;

/**
 * Calls `visitor` for every expression below `node`, and for `node` itself when it is one: parents before children,
 * in the order of the text. The visitor returns false to leave out what is below an expression. Uses no recursion.
 */
export function visitExpressions(node: Visitable, visitor: (expression: Expression) => unknown): void {
  const pending: Expression[] = [];
  // The stack is popped from the end, so what comes first in the text is pushed last.
  for (const root of roots(node)) {
    pending.push(root);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (visitor(next) === false) continue;
      const below = children(next);
      for (let at = below.length - 1; at >= 0; at--) pending.push(below[at]!);
    }
  }
}

/** The expressions directly below an expression, in the order of the text. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'literal':
    case 'text':
    case 'variable':
      return [];
    case 'template':
    case 'heredoc':
      return expression.parts.flatMap(partExpression);
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap((item) => [item.key, item.value]);
    case 'get':
    case 'splat':
      return [expression.object];
    case 'index':
      return [expression.object, expression.key];
    case 'call':
      return expression.args;
    case 'conditional':
      return [expression.condition, expression.then, expression.else];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'parenthesized':
      return [expression.expression];
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(
        (child) => child !== undefined,
      );
  }
}

function partExpression(part: Part): Expression[] {
  return part.type !== 'part' && part.expression !== undefined ? [part.expression] : [];
}

function* roots(node: Visitable): Generator<Expression> {
  if ('type' in node && node.type !== 'block') {
    yield node;
    return;
  }
  const body = 'body' in node ? node.body : node;
  for (const item of body.items) {
    if (item.type === 'attribute') yield item.value;
    else yield* roots(item);
  }
}
