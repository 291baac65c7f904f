import fc from 'fast-check';

const NAMES = ['a', 'b2', 'in', 'if', 'var', 'local', 'x-y', '_z', 'größe', 'for_each', 'null_'];
const TEXT = [
  'a',
  ' ',
  '\\n',
  '\\"',
  '\\\\',
  '$',
  '%',
  '{',
  '}',
  '$${',
  '%%{',
  '#',
  '//',
  'é',
  'e\u0301',
  '😀',
  '\\u00e9',
  "'",
  '=',
];
const BLANK = ['', '', '', ' ', '\t', ' /* c */ ', '/**/'];

const name = fc.constantFrom(...NAMES);
const blank = fc.constantFrom(...BLANK);
/** A newline with a comment before it, or none. */
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', ' # c\n', ' // c\n', '\n\n', '\n  # c\n', '/* c */\n');
const between = fc.oneof(blank, lineEnd);

function joined(...pieces: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...pieces).map((texts) => texts.join(''));
}
const just = (text: string) => fc.constant(text);

function listOf(item: fc.Arbitrary<string>, separator: fc.Arbitrary<string>, maxLength = 3): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(item, separator), { maxLength })
    .map((items) => items.map(([text, gap], at) => (at + 1 < items.length ? text + gap : text)).join(''));
}

/** Expressions as text; hcl2json folds constants in ways of its own, so operators get references only. */
export const expressionText = fc.letrec<Record<'expression' | 'reference' | 'string' | 'entry', string>>((tie) => ({
  reference: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    joined(just('var.'), name),
    joined(tie('reference'), just('.'), name),
    joined(tie('reference'), just('.*'), just('.'), name),
    joined(tie('reference'), just('[*]')),
    joined(tie('reference'), just('.0')),
    joined(tie('reference'), just('['), between, tie('expression'), between, just(']')),
  ),
  string: fc
    .array(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TEXT) }, joined(just('${'), tie('reference'), just('}'))),
      {
        maxLength: 5,
      },
    )
    .map((parts) => `"${parts.join('')}"`),
  entry: joined(fc.oneof(name, tie('string')), blank, fc.constantFrom('=', ':', ' = '), blank, tie('expression')),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('1', '0', '1.5', '2e3', '7E-2', '007', 'true', 'false', 'null'),
    tie('reference'),
    tie('string'),
    joined(just('('), between, tie('expression'), between, just(')')),
    joined(fc.constantFrom('!', '-', '- ', '!!'), tie('reference')),
    joined(
      tie('reference'),
      blank,
      fc.constantFrom('+', ' - ', '*', '/ ', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||'),
      blank,
      tie('expression'),
    ),
    joined(tie('reference'), just(' ?'), blank, tie('expression'), just(' : '), tie('expression')),
    joined(just('['), between, listOf(tie('expression'), joined(blank, just(','), between)), between, just(']')),
    joined(just('{'), between, listOf(tie('entry'), fc.oneof(just(', '), lineEnd)), between, just('}')),
    joined(
      name,
      just('('),
      between,
      listOf(tie('expression'), joined(between, just(','), between)),
      between,
      just(')'),
    ),
    joined(just('[for '), name, just(' in '), tie('reference'), between, just(' : '), tie('expression'), just(']')),
    joined(
      just('{for k, v in '),
      tie('reference'),
      just(': k => '),
      tie('expression'),
      fc.constantFrom('}', '...}', ' if v\n}'),
    ),
  ),
})).expression;

const heredocLine = joined(
  fc.constantFrom('', '  ', '    ', '\t', '\u00a0'),
  fc.constantFrom(
    '',
    'a',
    '${var.a}',
    '$${b}',
    '"x" \\n',
    'E',
    'EE E',
    '# no',
    'é${1}',
    '${var.a}${var.b} ',
    '%%{',
    '~ $',
  ),
  fc.constantFrom('\n', '\n', '\r\n', ' \n'),
);
const heredocText = fc
  .tuple(fc.constantFrom('<<', '<<-'), fc.array(heredocLine, { maxLength: 6 }), fc.constantFrom('', '  ', '\t'))
  .map(([start, lines, indent]) => `${start}END\n${lines.join('')}${indent}END`);

/** Lines of a body, its attributes named apart from each other and from the blocks. */
function bodyText(depth: number): fc.Arbitrary<string> {
  const attribute = joined(
    blank,
    just('='),
    blank,
    fc.oneof(
      { weight: 5, arbitrary: expressionText },
      { weight: 1, arbitrary: heredocText.map((text) => `${text}\n#`) },
    ),
  );
  const block =
    depth === 0
      ? just(' {}')
      : fc.oneof(
          joined(just(' {'), lineEnd, bodyText(depth - 1), just('}')),
          joined(just(' { x ='), expressionText, blank, just('}')),
          just(' {/* empty */}'),
        );
  return fc
    .array(fc.tuple(fc.oneof(attribute, block), lineEnd), { maxLength: 4 })
    .map((items) => items.map(([text, end], at) => `${text.includes('{') ? 'n' : 'm'}${at}${text}${end}`).join(''));
}

export const documentText = joined(
  fc.constantFrom('', '\ufeff', '\n', '# c\n', '/* c */ '),
  bodyText(2),
  fc.constantFrom('', 'resource "a" "b" {\n}', 'c "d" e { f = 1 }', '# end'),
);

const FRAGMENTS = [
  ...'{}[]()"=:,.?!-+*/%<>&|#\n\r\t $~\\0e_é\u00a0\ufeff\u2028\0',
  ...[
    '${',
    '%{',
    '$${',
    '%%{',
    '<<E\n',
    '<<-E\n',
    '\nE\n',
    '...',
    '=>',
    '==',
    '::',
    '/*',
    '*/',
    '//',
    '1.5',
    '1e5',
    '.0',
    '.*',
    '[*]',
  ],
  ...[
    'for',
    'for x in y : ',
    'in',
    'if',
    'true',
    'null',
    '%{if a}',
    '%{else}',
    '%{endif}',
    '%{for a in b}',
    '%{endfor}',
    '${a}',
  ],
  ...['\r\n', 'a = 1\n', 'a {}\n', 'a {\n', '"x"', 'a.b', 'f(', ' ? ', '\\u12', '\\n', '~}', '${~', '<<', 'E'],
];

/** `texts` with up to three places deleted, doubled, or something inserted. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(6),
    kind: fc.constantFrom('delete', 'insert', 'double', 'replace'),
    fragment: fc.constantFrom(...FRAGMENTS),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) => {
      let points = [...text];
      for (const { at, length, kind, fragment } of changes) {
        const from = Math.floor(at * points.length);
        const slice = points.slice(from, from + length);
        const middle = kind === 'delete' ? [] : kind === 'double' ? [...slice, ...slice] : [...fragment];
        points = [...points.slice(0, from), ...middle, ...points.slice(kind === 'insert' ? from : from + length)];
      }
      return points.join('');
    });
}
