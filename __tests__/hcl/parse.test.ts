import type { Attribute, Block, Expression, File } from '../../remediations/hcl/ast';
import { parse, parseExpression } from '../../remediations/hcl/parse';
import { templateParts } from '../../remediations/hcl/template-parts';
import { decode, eol, lineStarts, position } from '../../remediations/hcl/text';
import { children, visitExpressions } from '../../remediations/hcl/walk';
import { fixtures } from './corpus';

function file(text: string): File {
  const result = parse(text);
  if (!result.ok) throw new Error(`${result.error.message} at ${result.error.line}:${result.error.column}`);
  return result.file;
}

function value(text: string): Expression {
  return (file(`a = ${text}\n`).body.items[0] as Attribute).value;
}

function message(text: string): string {
  const result = parse(text);
  return result.ok ? 'valid' : result.error.message;
}

/** An expression with brackets around every operation. */
function grouped(text: string): string {
  const show = (node: Expression): string => {
    if (node.type === 'binary') return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    if (node.type === 'unary') return `(${node.operator}${show(node.operand)})`;
    if (node.type === 'conditional') return `(${show(node.condition)} ? ${show(node.then)} : ${show(node.else)})`;
    return text.slice(node.start, node.end);
  };
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return show(parsed.expression);
}

describe('bodies', () => {
  test('offsets of attributes, blocks and labels', () => {
    const text = '# c\nresource "a" b { x = 1 }\n';
    const { body, comments } = file(text);
    const block = body.items[0] as Block;
    expect(text.slice(block.start, block.end)).toBe('resource "a" b { x = 1 }');
    expect(block.labels).toEqual([
      { start: 13, end: 16, value: 'a', quoted: true },
      { start: 17, end: 18, value: 'b', quoted: false },
    ]);
    expect(text[block.open] + text[block.close]).toBe('{}');
    expect(block.body.items[0]).toMatchObject({ type: 'attribute', name: 'x', eq: 23, nameEnd: 22, end: 26 });
    expect(comments).toEqual([{ start: 0, end: 3, line: true }]);
  });

  test('every comment is listed once, in order', () => {
    const text = 'a = 1 /* b */ + /* c */ 2 /* d */ # e\n// f\nb = [ # g\r\n  1, /* h\n */ 2 // i\n]';
    const found = file(text).comments.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['/* b */', '/* c */', '/* d */', '# e', '// f', '# g', '/* h\n */', '// i']);
  });

  test.each([
    ['a = 1\na = 2\n', '"a" is set twice'],
    ['a = 1 b = 2\n', 'expected a newline after the attribute'],
    ['a {} b {}\n', 'expected a newline after the block'],
    ['a { b {} }\n', 'a block on one line holds one attribute only'],
    ['a { b = 1, c = 2 }\n', 'a block on one line holds one attribute only'],
    ['a { b = 1\n}\n', 'a block on one line holds one attribute only'],
    ['a {\n', 'a block is not closed'],
    ['}\n', 'unexpected }'],
    ['a "x${y}" {}\n', 'a block label cannot contain a template'],
    ['a\n', 'expected =, a label or {'],
    ['"a" = 1\n', 'expected an attribute or a block'],
    ['a = \n', 'expected a value'],
    ['a =', 'the text ends early'],
    ['a = 1\r', 'a carriage return without a newline is not allowed'],
    ['a = /* 1\n', 'the comment is not closed'],
    ['a = 1 }\n', 'expected a newline after the attribute'],
  ])('%j: %s', (text, expected) => {
    expect(message(text)).toBe(expected);
  });

  test.each([
    '',
    '\ufeff',
    '# c',
    'a = 1',
    'a {}',
    'a {\n}',
    '\r\n\r\n',
    'a { b = 1 }',
    'a "b" {\n /* c */ }\n',
    '\ufeffa = 1\n',
  ])('%j is a file', (text) => expect(message(text)).toBe('valid'));

  test('an error has a line and a column', () => {
    expect(parse('a = 1\r\n\r\n  b = [\r\n  1 2\r\n]')).toEqual({
      ok: false,
      error: { message: 'expected , or ] after an item', offset: 22, line: 4, column: 5 },
    });
  });
});

describe('expressions', () => {
  test.each([
    ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
    ['a || b && c == d < e + f * g', '(a || (b && (c == (d < (e + (f * g))))))'],
    ['!a && -b == -1', '((!a) && ((-b) == (-1)))'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a - b-c - d', '((a - b-c) - d)'],
    ['1 % 2 != 3 / 4', '((1 % 2) != (3 / 4))'],
    ['- - !a', '(-(-(!a)))'],
    ['a.b[0].c + f(x)', '(a.b[0].c + f(x))'],
  ])('%s groups as %s', (text, expected) => expect(grouped(text)).toBe(expected));

  test.each([
    ['10.11.12.13', 'not a number'],
    ['1e2.5', 'not a number'],
    ['1_000', 'not a number'],
    ['x.0.1', 'a.0.1 is not allowed, a[0][1] is'],
    ['x.', 'expected an attribute name after "."'],
    ['[1 2]', 'expected , or ] after an item'],
    ['f(1 2)', 'expected , or ) after an argument'],
    ['f(a..., b)', 'expected )'],
    ['{ a 1 }', 'expected = after a key'],
    ['{ a = 1 b = 2 }', 'expected a newline, a comma or } after an entry'],
    ['{ for = 1 }', '"for" needs a name for the element'],
    ['[for x y: x]', '"for" needs "in" and a collection'],
    ['{for x in y : x}', 'an object "for" needs key => value'],
    ['[for x in y : x => x]', 'a list "for" has no key'],
    ['a ? b', 'a conditional needs ":" and a second value'],
    ['a::b', 'expected ( after the function name'],
    ['"a', 'the string is not closed on its line'],
    ['"\\q"', '\\q is not an escape sequence'],
    ['"\\ud800"', '\\u needs 4 hexadecimal digits of a character'],
    ['"${a"', 'expected } after the expression in a template'],
    ['"%{if a}"', 'a template directive is not closed'],
    ['"%{endif}"', 'unexpected "endif"'],
    ['"%{for a in b}%{else}%{endfor}"', 'unexpected "else"'],
    ['"%{what}"', 'a directive is one of if, else, endif, for, endfor'],
    ['<< E\nE', 'a heredoc needs a marker'],
    ['<<E \nE', 'a heredoc marker must be followed by a newline'],
  ])('%s: %s', (text, expected) => expect(message(`a = ${text}\n`)).toBe(expected));

  test('a heredoc needs a newline after its marker', () => {
    expect(message('a = <<E\nx\nE\n')).toBe('valid');
    expect(message('a = <<E\nx\nE')).toBe('the heredoc is not closed by a line "E"');
  });

  test.each([
    ['x.i1.5e3', { type: 'index', legacy: true, key: { value: 5000 } }],
    ['1.e2', { type: 'literal', value: 100 }],
    ['007', { type: 'literal', value: 7 }],
    ['true', { type: 'literal', value: true }],
    ['truely', { type: 'variable', name: 'truely' }],
    ['nullify()', { type: 'call', name: 'nullify', args: [], expand: false }],
    ['a::b::c(1, )', { type: 'call', name: 'a::b::c', args: [{ value: 1 }] }],
    ['f(x...)', { type: 'call', expand: true }],
    ['a.*.b', { type: 'get', object: { type: 'splat', full: false } }],
    ['a[*].b', { type: 'get', object: { type: 'splat', full: true } }],
    ['{ "a" = 1, (b) : 2 }', { items: [{ key: { type: 'text' } }, { key: { type: 'parenthesized' } }] }],
    [
      '{\n\n  for k, v in m : k => v... if v\n}',
      { type: 'for', object: true, keyName: 'k', valueName: 'v', group: true },
    ],
    ['[for v in m : v]', { type: 'for', object: false, valueName: 'v', group: false }],
    ['größe', { type: 'variable', name: 'größe' }],
    ['a\u0301b', { type: 'variable', name: 'a\u0301b' }],
  ])('%s', (text, expected) => expect(value(text)).toMatchObject(expected));

  test('a zero width joiner is no part of a name', () => expect(message('a = a\u200db\n')).not.toBe('valid'));

  test('alone, newlines are blanks', () => {
    expect(parseExpression('\n 1 +\n 2 # c\n')).toMatchObject({ ok: true, expression: { type: 'binary' } });
    expect(parseExpression('1 2')).toMatchObject({ ok: false, error: { offset: 2, line: 1, column: 3 } });
    expect(message('a = 1 +\n 2\n')).toBe('expected a value');
  });
});

describe('strings', () => {
  const text = (source: string) => {
    const found = value(source);
    if (found.type === 'text') return found.value;
    if (found.type !== 'template' && found.type !== 'heredoc') throw new Error(found.type);
    return templateParts(found)
      .map((part) => (part.type === 'part' ? part.value : part.type === 'directive' ? part.keyword : '?'))
      .join('');
  };

  test.each([
    ['"a\\n\\t\\"\\\\"', 'a\n\t"\\'],
    ['"\\u00e9\\U0001f600"', 'é😀'],
    ['"$${a} %%{b} $ % $$ %% $$$"', '${a} %{b} $ % $$ %% $$$'],
    ['"$$${a}"', '$${a}'],
    ['"e\u0301"', 'é'],
    ['"e\\u0301"', 'é'],
    ['"a ${b} c"', 'a ? c'],
    ['"a ${~b~} c"', 'a?c'],
    ['"%{if a ~} b %{~ else ~} c %{~ endif}"', 'ifbelsecendif'],
    ['<<E\n  a\\n\n  $${b}\nE', '  a\\n\n  ${b}\n'],
    ['<<E\nE', ''],
    ['<<E\nEE\n E E\n \tE \t', 'EE\n E E\n'],
    ['<<E\r\na\r\nE\r', 'a\r\n'],
    ['<<E\na\n\u00a0E\u00a0', 'a\n'],
    ['<<-E\n    a\n\n      b\n  \n  E', 'a\n\n  b\n  \n'],
    ['<<-E\n    ${a}\n      b\n  E', '?\n  b\n'],
    ['<<-E\n    a\n${b}\n  E', '    a\n?\n'],
    ['<<-E\n\u2003\u2003a\n\u2003 b\n\t c\n  E', 'a\nb\nc\n'],
    ['<<-E\n  \u0301a\n  b\n  E', 'a\nb\n'],
    ['<<E\n%{if a ~}\n  b\n%{~ endif}\nE', 'if  bendif\n'],
  ])('%j is %j', (source, expected) => expect(text(source)).toBe(expected));

  test('a string of one interpolation is a template', () => {
    expect(value('"${a}"')).toMatchObject({ type: 'template', parts: [{ type: 'interpolation' }] });
  });

  test('a label is not normalised', () => {
    expect((file('a "e\u0301" {}\n').body.items[0] as Block).labels[0].value).toBe('e\u0301');
  });
});

describe('hostile input ends in an error, soon', () => {
  const many = 200_000;
  test.each([
    ['[', `a = ${'['.repeat(many)}`],
    ['(', `a = ${'('.repeat(many)}`],
    ['{a=', `a = ${'{a='.repeat(many)}`],
    ['f(', `a = ${'f('.repeat(many)}`],
    ['a[', `a = ${'a['.repeat(many)}`],
    ['!', `a = ${'!'.repeat(many)}`],
    ['- ', `a = ${'- '.repeat(many)}`],
    ['"${', `a = ${'"${'.repeat(many)}`],
    ['"%{if ', `a = ${'"%{if '.repeat(many)}`],
    ['a?', `a = ${'a?'.repeat(many)}`],
    ['a?b:', `a = ${'a?b:'.repeat(many)}`],
    ['[for a in ', `a = ${'[for a in '.repeat(many)}`],
    ['1+', `a = ${'1+'.repeat(many)}1`],
    ['1*2+', `a = ${'1*2+'.repeat(many)}1`],
    ['.a', `a = a${'.a'.repeat(many)}`],
    ['[0]', `a = a${'[0]'.repeat(many)}`],
    ['.*', `a = a${'.*'.repeat(many)}`],
    ['::a', `a = a${'::a'.repeat(many)}`],
    ['nested blocks', 'a {\n'.repeat(20_000)],
    ['closed nested blocks', 'a {\n'.repeat(20_000) + '}\n'.repeat(20_000)],
    ['heredoc', `a = <<E\n${'x ${y}\n'.repeat(500_000)}`],
    ['heredoc of markers', `a = <<E\n${'EE\n'.repeat(500_000)}`],
    ['heredoc in heredoc', 'a = <<E\n${'.repeat(many)],
    ['comments', `a = ${'/*'.repeat(100_000)}`],
    ['closed comments', `a = ${'/**/'.repeat(100_000)}`],
    ['line comments in a list', `a = [${'#\n'.repeat(many)}`],
    ['labels', `a ${'b '.repeat(many)}`],
    ['unclosed string', `a = "${'x'.repeat(many * 10)}`],
    ['dollars', `a = "${'$'.repeat(many)}`],
    ['blank lines', `a = [${'\n'.repeat(many * 10)}`],
    ['number', `a = ${'1.'.repeat(many)}`],
    ['exponents', `a = ${'1e'.repeat(many)}`],
  ])('%s', (_, text) => {
    const start = performance.now();
    expect(parse(text).ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('nesting just below the limit is accepted', () => {
    const shapes: [string, string][] = [
      ['[', ']'],
      ['(', ')'],
      ['{a=', '}'],
      ['f(', ')'],
      ['a[', ']'],
      ['"${', '}"'],
      ['-', ''],
    ];
    for (const [open, close] of shapes) {
      const depth = open === '"${' ? 195 : 395;
      const text = `a = ${open.repeat(depth)}1${close.repeat(depth)}\n`;
      expect(parse(text).ok).toBe(true);
    }
  });
});

describe('text', () => {
  test('decode keeps the byte order mark and refuses what is not UTF-8', () => {
    expect(decode(new TextEncoder().encode('\ufeffé'))).toBe('\ufeffé');
    expect(decode(new Uint8Array([0x61, 0xe9]))).toBeUndefined();
  });

  test('positions', () => {
    const text = 'ab\n\r\nc';
    expect(lineStarts(text)).toEqual([0, 3, 5]);
    const all = [...Array(text.length + 1).keys()].map((offset) => position(lineStarts(text), offset));
    expect(all.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:1',
      '1:2',
      '1:3',
      '2:1',
      '2:2',
      '3:1',
      '3:2',
    ]);
    expect(position(text, 5)).toEqual({ line: 3, column: 1 });
  });

  test('eol', () => {
    expect([eol(''), eol('a\nb\r\n'), eol('a\r\nb\n'), eol('\n')]).toEqual(['\n', '\n', '\r\n', '\n']);
  });
});

describe('walk', () => {
  test('visits in the order of the text and leaves out what is refused', () => {
    const { body } = file('a = f(x.y, "${z}")\nb {\n  c = [for i in l : i if i]\n}\n');
    const names: string[] = [];
    visitExpressions(body, (node) => {
      if (node.type === 'variable') names.push(node.name);
      return node.type !== 'for';
    });
    expect(names).toEqual(['x', 'z']);
    const all: string[] = [];
    visitExpressions(body, (node) => void all.push(node.type));
    expect(all).toEqual('call get variable template variable for variable variable variable'.split(' '));
  });

  test.each(fixtures().map(({ name, text }) => [name, text]))(
    '%s: children lie inside their parents, in order',
    (_, text) => {
      let count = 0;
      visitExpressions(file(text).body, (node) => {
        count++;
        let from = node.start;
        for (const child of children(node)) {
          if (node.type === 'for' && child.start < from) from = node.start;
          expect(child.start).toBeGreaterThanOrEqual(from);
          expect(child.end).toBeLessThanOrEqual(node.end);
          from = child.end;
        }
      });
      expect(count).toBeGreaterThan(0);
    },
  );
});
