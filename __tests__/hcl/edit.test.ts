import { commit } from '../../remediations/hcl/align';
import type { Attribute, Block, Expression, File, ObjectExpression } from '../../remediations/hcl/ast';
import {
  addBlock,
  addTopLevelBlocks,
  type Content,
  edit,
  type Operation,
  removeAttribute,
  replaceExpression,
  setAttribute,
  setObjectEntries,
  setObjectEntry,
  type TextEdit,
} from '../../remediations/hcl/edit';
import { parse } from '../../remediations/hcl/parse';

function file(text: string): File {
  const result = parse(text);
  if (!result.ok) throw new Error(`${result.error.message} at ${result.error.line}:${result.error.column}`);
  return result.file;
}

function block(of: File): Block {
  return of.body.items.find((item): item is Block => item.type === 'block')!;
}

function attribute(of: File, name: string): Attribute {
  const items = [...of.body.items, ...of.body.items.flatMap((item) => (item.type === 'block' ? item.body.items : []))];
  return items.find((item): item is Attribute => item.type === 'attribute' && item.name === name)!;
}

/** The text after the edits that `plan` makes, and that planning once more makes none. */
function edited(text: string, plan: (of: File) => TextEdit[], once = false): string {
  const of = file(text);
  const result = commit(of, plan(of)).text;
  if (!once) expect(plan(file(result))).toEqual([]);
  return result;
}

const set = (name: string, value: string): Operation => ({ type: 'set', name, value });
const add = (kind: string, content: Content): Operation => ({ type: 'add', kind, content });
const remove = (name: string): Operation => ({ type: 'remove', name });

/** Lines as they are in a file, written without the indentation of this test. */
function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}

describe('setAttribute', () => {
  const cases: [string, string, string][] = [
    ['replaces a value and aligns nothing else', 'r {\n  x  = 1\n  yy = 2\n}\n', 'r {\n  x  = true\n  yy = 2\n}\n'],
    ['keeps a trailing comment', 'r {\n  x = 1 # why\n}\n', 'r {\n  x = true # why\n}\n'],
    [
      'realigns trailing comments',
      'r {\n  x = 1 # why\n  y = 2 # so\n}\n',
      'r {\n  x = true # why\n  y = 2    # so\n}\n',
    ],
    ['adds behind the last attribute', 'r {\n  name = 1\n}\n', 'r {\n  name = 1\n  x    = true\n}\n'],
    ['adds behind its comment', 'r {\n  a = 1 # one\n}\n', 'r {\n  a = 1 # one\n  x = true\n}\n'],
    ['leaves what was not aligned', 'r {\n  a = 1\n  bcd = 2\n}\n', 'r {\n  a = 1\n  bcd = 2\n  x = true\n}\n'],
    ['opens an empty block', 'r "a" {}\n', 'r "a" {\n  x = true\n}\n'],
    ['opens a block on one line', 'r { a = 1 }\n', 'r {\n  a = 1\n  x = true\n}\n'],
    ['replaces in a block on one line', 'r { x = 1 }\n', 'r { x = true }\n'],
    ['opens a block that holds a comment', 'r { /* c */ }\n', 'r {\n  /* c */\n  x = true\n}\n'],
    ['opens a value of several lines', 'r { a = [\n  1\n] }\n', 'r {\n  a = [\n    1\n  ]\n  x = true\n}\n'],
    ['adds to an empty body', 'r {\n}\n', 'r {\n  x = true\n}\n'],
    ['adds behind a comment on the brace', 'r { # c\n}\n', 'r { # c\n  x = true\n}\n'],
    ['adds behind a long comment on the brace', 'r { /* c\n */\n}\n', 'r { /* c\n */\n  x = true\n}\n'],
    ['adds before blocks', 'r {\n  b {\n  }\n}\n', 'r {\n  x = true\n\n  b {\n  }\n}\n'],
    ['uses a blank line that is there', 'r {\n\n  b {\n  }\n}\n', 'r {\n  x = true\n\n  b {\n  }\n}\n'],
    ['adds behind count', 'r {\n  count = 1\n}\n', 'r {\n  count = 1\n\n  x = true\n}\n'],
    ['adds before tags', 'r {\n  tags = {}\n}\n', 'r {\n  x = true\n\n  tags = {}\n}\n'],
    ['adds not behind tags', 'r {\n  a = 1\n\n  tags = {}\n}\n', 'r {\n  a = 1\n  x = true\n\n  tags = {}\n}\n'],
    ['adds next to a short value', 'r {\n  a = 1\n  b = [\n  ]\n}\n', 'r {\n  a = 1\n  x = true\n  b = [\n  ]\n}\n'],
    ['adds behind a long value', 'r {\n  b = [\n  ]\n}\n', 'r {\n  b = [\n  ]\n  x = true\n}\n'],
    ['keeps CRLF', 'r {\r\n  name = 1\r\n}\r\n', 'r {\r\n  name = 1\r\n  x    = true\r\n}\r\n'],
    ['keeps the byte order mark', '\ufeffr {\n  name = 1\n}\n', '\ufeffr {\n  name = 1\n  x    = true\n}\n'],
    ['keeps tabs', 'r {\n\tname = 1\n}\n', 'r {\n\tname = 1\n\tx    = true\n}\n'],
    ['keeps a missing final newline', 'r {\n  name = 1\n}', 'r {\n  name = 1\n  x    = true\n}'],
    ['keeps unquoted labels', 'r a b {\n  name = 1\n}\n', 'r a b {\n  name = 1\n  x    = true\n}\n'],
    ['replaces a heredoc', 'r {\n  x = <<E\ny\nE  \n}\n', 'r {\n  x = true\n}\n'],
    ['aligns through a heredoc', 'r {\n  ab = <<E\ny\nE\n}\n', 'r {\n  ab = <<E\ny\nE\n  x  = true\n}\n'],
    ['replaces a long value', 'r {\n  x = [\n    1,\n  ]\n  ab = 2\n}\n', 'r {\n  x  = true\n  ab = 2\n}\n'],
    [
      'moves comments out of a value',
      'r {\n  x = [ # a\n    1, /* b */\n  ] # c\n}\n',
      'r {\n  # a\n  /* b */\n  x = true # c\n}\n',
    ],
    ['moves a comment above a block on one line', 'r { x = f(/* a */) }\n', '/* a */\nr { x = true }\n'],
    ['is not confused by a file that starts with a newline', '\nr {\n}\n', '\nr {\n  x = true\n}\n'],
    [
      'counts characters, not code units',
      'r {\n  größe = 1\n  日     = 2\n}\n',
      'r {\n  größe = 1\n  日     = 2\n  x     = true\n}\n',
    ],
  ];
  test.each(cases)('%s', (_, before, after) => {
    expect(edited(before, (of) => setAttribute(of, block(of), 'x', 'true'))).toBe(after);
  });

  test('indents a value of several lines', () => {
    const value = '[\n  "a",\n  { b = 1 },\n]';
    const expected = lines(
      'r {',
      '  b {',
      '    a = 1',
      '    x = [',
      '      "a",',
      '      { b = 1 },',
      '    ]',
      '  }',
      '}',
    );
    const plan = (of: File) => setAttribute(of, block(of).body.items[0] as Block, 'x', value);
    expect(edited('r {\n  b {\n    a = 1\n  }\n}\n', plan)).toBe(expected);
    expect(edited('r {\n  b {\n    a = 1\n    x = 1\n  }\n}\n', plan)).toBe(expected);
  });

  test('indents a replaced value once when it opens a nested block', () => {
    const plan = (of: File) => edit(of, block(of).body.items[0] as Block, [set('a', '[\n  1,\n]'), set('x', '2')]);
    const expected = lines('r {', '  b {', '    a = [', '      1,', '    ]', '    x = 2', '  }', '}');
    expect(edited('r {\n  b { a = 1 }\n}\n', plan)).toBe(expected);
  });

  test('leaves the lines of a heredoc alone', () => {
    expect(edited('r {\n}\n', (of) => setAttribute(of, block(of), 'x', '<<E\na\n  b\nE'))).toBe(
      'r {\n  x = <<E\na\n  b\nE\n}\n',
    );
  });

  test('at the top level', () => {
    const plan = (of: File) => setAttribute(of, 'file', 'x', 'true');
    expect(edited('', plan)).toBe('x = true\n');
    expect(edited('\ufeff', plan)).toBe('\ufeffx = true\n');
    expect(edited('# c\n', plan)).toBe('# c\n\nx = true\n');
    expect(edited('name = 1', plan)).toBe('name = 1\nx    = true\n');
    expect(edited('\ufeffname = 1\n', plan)).toBe('\ufeffname = 1\nx    = true\n');
    expect(edited('name = {\n}\n', plan)).toBe('name = {\n}\nx = true\n');
    expect(edited('x    = false # c\nname = 1\n', plan)).toBe('x    = true # c\nname = 1\n');
    expect(edited('x = f(/* c */)\r\n', plan)).toBe('/* c */\r\nx = true\r\n');
    expect(edited('\ufeffx = f(/* c */)\n', plan)).toBe('\ufeff/* c */\nx = true\n');
  });
});

describe('several operations on one block', () => {
  const operations = [
    set('enabled', 'true'),
    set('a', '2'),
    set('minimum', '"1.2"'),
    add('rules', [
      { name: 'action', value: '"Deny"' },
      { name: 'ips', value: '[\n  "10.0.0.0/8",\n]' },
      { name: 'by', value: '[]' },
      { name: 'inner', value: [{ name: 'days', value: '7' }] },
    ]),
    add('empty', []),
  ];
  const blocks = [
    '  rules {',
    '    action = "Deny"',
    '    ips = [',
    '      "10.0.0.0/8",',
    '    ]',
    '    by = []',
    '',
    '    inner {',
    '      days = 7',
    '    }',
    '  }',
    '',
    '  empty {}',
  ];
  const plan = (of: File) => edit(of, block(of), operations);

  test.each(['r {}\n', 'r {\n}\n'])('%j', (before) => {
    const expected = lines('r {', '  enabled = true', '  a       = 2', '  minimum = "1.2"', '', ...blocks, '}');
    expect(edited(before, plan, true)).toBe(expected);
  });

  test('a block that holds blocks only', () => {
    const before = lines('r {', '  # about b', '  b {}', '  # the end', '}');
    const body = [
      '  enabled = true',
      '  a       = 2',
      '  minimum = "1.2"',
      '',
      '  # about b',
      '  b {}',
      '  # the end',
      '',
    ];
    expect(edited(before, plan, true)).toBe(lines('r {', ...body, ...blocks, '}'));
  });

  test('a block on one line', () => {
    const expected = lines('r {', '  a       = 2', '  enabled = true', '  minimum = "1.2"', '', ...blocks, '}');
    expect(edited('r { a = 1 }\n', plan, true)).toBe(expected);
  });

  test('attributes only come before the brace of nothing else', () => {
    expect(edited('r { a = 1 }\n', (of) => edit(of, block(of), [add('b', [])]), true)).toBe(
      'r {\n  a = 1\n\n  b {}\n}\n',
    );
    expect(edited('r {\n  a = 1\n  /* c */ }\n', (of) => edit(of, block(of), [add('b', [])]), true)).toBe(
      'r {\n  a = 1\n  /* c */\n  b {}\n}\n',
    );
  });

  test('remove and set', () => {
    const before = lines('r {', '  name = 1', '  old  = 2 # gone', '', '  b {}', '}');
    const changes = [remove('old'), set('new_one', '3'), remove('unknown')];
    const expected = lines('r {', '  name    = 1', '  new_one = 3', '', '  b {}', '}');
    expect(edited(before, (of) => edit(of, block(of), changes))).toBe(expected);
    expect(edited('r { old = 1 }\n', (of) => edit(of, block(of), changes))).toBe('r {\n  new_one = 3\n}\n');
    expect(edited('r { old = 1 }\n', (of) => edit(of, block(of), [remove('old')]))).toBe('r {}\n');
  });

  test('the last value of an attribute counts', () => {
    const changes = [set('a', '1'), set('a', '2'), set('b', '1'), set('b', '2')];
    expect(edited('r {\n  a = 0\n}\n', (of) => edit(of, block(of), changes))).toBe('r {\n  a = 2\n  b = 2\n}\n');
  });

  test('at the top level', () => {
    const changes = [set('x', '1'), add('b "c"', [{ name: 'd', value: '1' }])];
    const expected = 'x = 1\n\nb "c" {\n  d = 1\n}\n';
    expect(edited('', (of) => edit(of, 'file', changes), true)).toBe(expected);
    expect(edited('x = 0', (of) => edit(of, 'file', changes), true)).toBe(expected);
    expect(edited('a = 0', (of) => edit(of, 'file', changes), true)).toBe(`a = 0\n${expected}`);
  });

  test('edits of different blocks combine, insertions in a body of several lines too', () => {
    const of = file('r {\n  a = 1\n  b {}\n}\ns {}\n');
    const [r, s] = of.body.items as Block[];
    const edits = [
      ...setAttribute(of, s, 'x', '1'),
      ...setAttribute(of, r, 'long', '2'),
      ...setAttribute(of, r, 'c', '3'),
      ...addBlock(of, r, 'd', []),
      ...addBlock(of, r, 'e', []),
      ...setAttribute(of, r.body.items[1] as Block, 'f', '4'),
    ];
    const body = ['  a    = 1', '  long = 2', '  c    = 3', '  b {', '    f = 4', '  }', '', '  d {}', '', '  e {}'];
    expect(commit(of, edits).text).toBe(lines('r {', ...body, '}', 's {', '  x = 1', '}'));
  });
});

describe('removeAttribute', () => {
  test.each([
    ['r {\n  x = 1 # c\n  ab = 2\n}\n', 'r {\n  ab = 2\n}\n'],
    ['r {\n  a = 2  # a\n  x = 10 # b\n}\n', 'r {\n  a = 2 # a\n}\n'],
    ['r {\n  a = 2\n\n  x = 1\n\n  b = 3\n}\n', 'r {\n  a = 2\n\n  b = 3\n}\n'],
    ['r {\n  x = 1\n\n  b {}\n}\n', 'r {\n  b {}\n}\n'],
    ['r {\n  b {}\n\n  x = 1\n}\n', 'r {\n  b {}\n}\n'],
    ['r {\n  x = [\n    1, # c\n  ] /* d */\n  a = 1\n}\n', 'r {\n  a = 1\n}\n'],
    ['r {\n  x = <<E\ny\nE \n}\n', 'r {\n}\n'],
    ['r {\n  /* c */ x = 1 # d\n}\n', 'r {\n  /* c */ # d\n}\n'],
    ['r { x = 1 }\n', 'r {}\n'],
    ['x = 1', ''],
    ['a = 1\r\n\r\nx = 1\r\n', 'a = 1\r\n'],
  ])('%j', (before, after) => {
    const of = file(before);
    expect(commit(of, removeAttribute(of, attribute(of, 'x'))).text).toBe(after);
  });
});

describe('addTopLevelBlocks', () => {
  const content: Content = [
    { name: 'a', value: '1' },
    { name: 'name', value: '"x"' },
  ];
  const added = 'm "n" {\n  a    = 1\n  name = "x"\n}';
  test.each([
    ['r {}\n', `r {}\n\n${added}\n`],
    ['r {}', `r {}\n\n${added}\n`],
    ['r {} # c\ns {}\n', `r {} # c\n\n${added}\ns {}\n`],
    ['r {} /* c\n*/\n\ns {}\n', `r {} /* c\n*/\n\n${added}\n\ns {}\n`],
    ['r {\r\n}\r\n', `r {\r\n}\r\n\r\n${added.replaceAll('\n', '\r\n')}\r\n`],
  ])('behind the block of %j', (before, after) => {
    expect(
      edited(before, (of) => addTopLevelBlocks(of, block(of), [{ kind: 'm', labels: ['n'], content }]), true),
    ).toBe(after);
  });

  test.each([
    ['', `${added}\n`],
    ['# c\n', `# c\n\n${added}\n`],
    ['r {}', `r {}\n\n${added}\n`],
    ['r {}\n\n', `r {}\n\n${added}\n`],
  ])('at the end of %j', (before, after) => {
    expect(
      edited(before, (of) => addTopLevelBlocks(of, undefined, [{ kind: 'm', labels: ['n'], content }]), true),
    ).toBe(after);
  });

  test('several', () => {
    const blocks = [
      { kind: 'm', labels: ['n'], content },
      { kind: 'o', labels: [], content: [] },
    ];
    expect(edited('', (of) => addTopLevelBlocks(of, undefined, blocks), true)).toBe(`${added}\n\no {}\n`);
    expect(edited('r {}', (of) => addTopLevelBlocks(of, block(of), blocks), true)).toBe(`r {}\n\n${added}\n\no {}\n`);
  });
});

describe('setObjectEntry', () => {
  test.each([
    ['{}', '{ k = 1 }'],
    ['{ }', '{ k = 1 }'],
    ['{ a = 2 }', '{ a = 2, k = 1 }'],
    ['{ a : 2, }', '{ a : 2, k : 1 }'],
    ['{ k = 2 }', '{ k = 1 }'],
    ['{ k = 3, k = 2 }', '{ k = 3, k = 1 }'],
    ['{ "k" : 2 }', '{ "k" : 1 }'],
    ['{ "a b" = 2 }', '{ "a b" = 2, "k" = 1 }'],
    ['{\n}', '{\n  k = 1\n}'],
    ['{ # c\n}', '{ # c\n  k = 1\n}'],
    ['{\n  abc = 2\n}', '{\n  abc = 2\n  k   = 1\n}'],
    ['{\n  abc = 2 # c\n}', '{\n  abc = 2 # c\n  k   = 1\n}'],
    ['{\n  a = 2, # c\n}', '{\n  a = 2, # c\n  k = 1,\n}'],
    ['{\n  a = 2,\n  b = 3\n}', '{\n  a = 2,\n  b = 3\n  k = 1\n}'],
    ['{ a = 2,\n  b = 3 }', '{ a = 2,\n  b = 3, k = 1 }'],
    ['{\n  a = <<E\nE\n}', '{\n  a = <<E\nE\n  k = 1\n}'],
    ['{\r\n  a = 2\r\n}', '{\r\n  a = 2\r\n  k = 1\r\n}'],
  ])('%j', (before, after) => {
    const newline = before.includes('\r') ? '\r\n' : '\n';
    const plan = (of: File) => setObjectEntry(of, attribute(of, 'x').value as ObjectExpression, 'k', '1');
    expect(edited(`x = ${before}${newline}`, plan)).toBe(`x = ${after}${newline}`);
  });

  test('keys that need quotes, several entries', () => {
    const entries: [string, string][] = [
      ['a b', '1'],
      ['for', '2'],
      ['q"${', '3'],
    ];
    const plan = (of: File) => setObjectEntries(of, attribute(of, 'x').value as ObjectExpression, entries);
    expect(edited('x = {}\n', plan)).toBe('x = { "a b" = 1, "for" = 2, "q\\"$${" = 3 }\n');
  });
});

describe('replaceExpression', () => {
  const expressionIn = (of: File, text: string): Expression => {
    const { value } = attribute(of, 'x');
    const items =
      value.type === 'tuple' ? value.items : value.type === 'object' ? value.items.map((item) => item.value) : [];
    return items.find((item) => of.text.slice(item.start, item.end) === text)!;
  };

  test('a comment moves above the entry, not above the attribute', () => {
    const before = 'x = {\n  a = 1\n  b = f(1 /* c */)\n}\n';
    const of = file(before);
    const edits = replaceExpression(of, expressionIn(of, 'f(1 /* c */)'), '2');
    expect(commit(of, edits).text).toBe('x = {\n  a = 1\n  /* c */\n  b = 2\n}\n');
  });

  test('a comment that the new value has as well stays there', () => {
    const of = file('x = [f(1), [ # c\n  1\n]]\n');
    const edits = replaceExpression(of, expressionIn(of, '[ # c\n  1\n]'), '[ # c\n  2\n]');
    expect(commit(of, edits).text).toBe('x = [f(1), [ # c\n  2\n]]\n');
  });

  test('an expression of another file is refused', () => {
    const of = file('a = 1\n');
    expect(() => replaceExpression(of, attribute(file('bcd = [1 /* c */]\n'), 'bcd').value, '2')).toThrow(
      'not part of',
    );
  });
});

describe('commit', () => {
  test('refuses overlapping edits', () => {
    const of = file('r { /* c */ }\n');
    const edits = [...setAttribute(of, block(of), 'a', '1'), ...setAttribute(of, block(of), 'b', '1')];
    expect(() => commit(of, edits)).toThrow('overlap');
  });

  test('refuses a result that is not HCL', () => {
    const of = file('a = 1\n');
    expect(() => commit(of, setAttribute(of, 'file', 'a', '1 +'))).toThrow(
      'not valid: expected a value (line 1, column 8)',
    );
  });

  test('keeps the order of insertions at one place', () => {
    const of = file('a = 1\n');
    const at = (text: string): TextEdit => ({ start: 5, end: 5, text });
    expect(commit(of, [at('\nb = 2'), at('\nc = 3')]).text).toBe('a = 1\nb = 2\nc = 3\n');
  });

  test('without edits the text is the same', () => {
    const of = file('a   = 1\nbc = 1\n');
    expect(commit(of, []).text).toBe(of.text);
  });
});
