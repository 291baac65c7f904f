import type { Expression } from './ast';
import { Code, type Cursor, isDigit } from './cursor';
import { closeBracket, number, openBracket, primary } from './values';

/** Steps of one `a.b.c…` or `a + b + c…`: each makes the tree one level deeper without nesting in the text. */
const MAX_CHAIN = 2000;

const LEVELS: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** Reads an expression; the cursor stands at its first character and then behind its last. */
export function expression(cursor: Cursor): Expression {
  cursor.enter();
  const condition = operation(cursor, 1);
  const end = cursor.offset;
  cursor.skip();
  let result = condition;
  if (cursor.code() === Code.Question) {
    cursor.offset++;
    cursor.skip();
    const then = expression(cursor);
    cursor.skip();
    if (cursor.code() !== Code.Colon) cursor.fail('a conditional needs ":" and a second value');
    cursor.offset++;
    cursor.skip();
    const otherwise = expression(cursor);
    result = { type: 'conditional', start: condition.start, end: otherwise.end, condition, then, else: otherwise };
  } else {
    cursor.offset = end;
  }
  cursor.leave();
  return result;
}

function operation(cursor: Cursor, lowest: number): Expression {
  let left = term(cursor);
  for (let steps = 0; ; steps++) {
    const end = cursor.offset;
    cursor.skip();
    const operator = operatorAt(cursor);
    const level = operator === '' ? 0 : LEVELS[operator]!;
    if (level < lowest) {
      cursor.offset = end;
      return left;
    }
    if (steps >= MAX_CHAIN) cursor.fail('too many operators in one expression');
    cursor.offset += operator.length;
    cursor.skip();
    const right = operation(cursor, level + 1);
    left = { type: 'binary', start: left.start, end: right.end, operator, left, right };
  }
}

function operatorAt(cursor: Cursor): string {
  const code = cursor.code();
  const next = cursor.peek(1);
  switch (code) {
    case Code.Pipe:
      return next === Code.Pipe ? '||' : '';
    case Code.Ampersand:
      return next === Code.Ampersand ? '&&' : '';
    case Code.Equal:
      return next === Code.Equal ? '==' : '';
    case Code.Bang:
      return next === Code.Equal ? '!=' : '';
    case Code.Less:
      return next === Code.Equal ? '<=' : '<';
    case Code.Greater:
      return next === Code.Equal ? '>=' : '>';
    case Code.Plus:
      return '+';
    case Code.Minus:
      return '-';
    case Code.Star:
      return '*';
    case Code.Slash:
      return next === Code.Slash || next === Code.Star ? '' : '/';
    case Code.Percent:
      return '%';
    default:
      return '';
  }
}

function term(cursor: Cursor): Expression {
  const code = cursor.code();
  if (code !== Code.Minus && code !== Code.Bang) return traversal(cursor, primary(cursor));
  const start = cursor.offset++;
  cursor.enter();
  cursor.skip();
  const operand = term(cursor);
  cursor.leave();
  return { type: 'unary', start, end: operand.end, operator: code === Code.Minus ? '-' : '!', operand };
}

/** Reads what may follow a value: `.name`, `.0`, `.*`, `[key]`, `[*]`. */
function traversal(cursor: Cursor, first: Expression): Expression {
  let object = first;
  const { start } = first;
  let inSplat = false;
  for (let steps = 0; ; steps++) {
    const end = cursor.offset;
    cursor.skip();
    const code = cursor.code();
    // Three dots belong to a call or a grouping "for".
    if (code === Code.Dot && cursor.peek(1) !== Code.Dot) {
      object = member(cursor, object);
      if (object.type === 'splat') {
        if (inSplat) cursor.fail('.* may follow another .* only after an index');
        inSplat = true;
      }
    } else if (code === Code.BracketOpen) {
      object = index(cursor, object);
      inSplat = false;
    } else {
      cursor.offset = end;
      return object;
    }
    if (steps >= MAX_CHAIN) cursor.fail('too many steps in one reference', start);
  }
}

function member(cursor: Cursor, object: Expression): Expression {
  const { start } = object;
  cursor.offset++;
  cursor.skip();
  if (cursor.code() === Code.Star) {
    cursor.offset++;
    return { type: 'splat', start, end: cursor.offset, object, full: false };
  }
  if (isDigit(cursor.code())) {
    const key = number(cursor);
    if (cursor.text.slice(key.start, key.end).includes('.')) cursor.fail('a.0.1 is not allowed, a[0][1] is', key.start);
    return { type: 'index', start, end: cursor.offset, object, key, legacy: true };
  }
  const name = cursor.identifier() ?? cursor.fail('expected an attribute name after "."');
  return { type: 'get', start, end: cursor.offset, object, name };
}

function index(cursor: Cursor, object: Expression): Expression {
  const { start } = object;
  const mode = openBracket(cursor);
  if (cursor.code() === Code.Star) {
    cursor.offset++;
    closeBracket(cursor, Code.BracketClose, mode);
    return { type: 'splat', start, end: cursor.offset, object, full: true };
  }
  const key = expression(cursor);
  closeBracket(cursor, Code.BracketClose, mode);
  return { type: 'index', start, end: cursor.offset, object, key, legacy: false };
}
