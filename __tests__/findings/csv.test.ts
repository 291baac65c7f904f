import fc from 'fast-check';
import { columnMap } from '../../remediations/findings/columns';
import { type Cell, readRows, tableOf } from '../../remediations/findings/csv';
import { Draft } from '../../remediations/findings/draft';
import { readReport } from '../../remediations/findings/read';
import { inGroup, LOGS } from './azure';
import { received, rows } from './fixture';

const encode = (text: string) => new TextEncoder().encode(text);

/** Column names and cells of a text, with what is told about it. */
function read(text: string) {
  const table = tableOf(text);
  if (!table) return undefined;
  const draft = new Draft('s', 'csv');
  const cells: (string | undefined)[][] = [];
  const keys = table.columns.map((name) => name.toLowerCase());
  readRows(table, draft, (cell: Cell) => cells.push(keys.map((key) => cell(key))));
  const { ignored, notes } = draft.report();
  return { columns: table.columns, cells, ignored, notes };
}

describe('tables', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['CRLF and no last line break', 'a,b\r\n1,2'],
    ['old Macintosh line breaks', 'a,b\r1,2\r'],
    ['a line for Excel', 'sep=;\r\na;b\r\n1;2\r\n'],
    ['a line of PowerShell', '#TYPE Selected.System\n"a","b"\n"1","2"\n'],
    ['empty lines', '\n\na,b\n\n1,2\n\n'],
    ['delimiters behind the last column', 'a,b\n1,2,,\n'],
    ['a name with the other delimiter', '"a";"b"\n1;2\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ columns: ['a', 'b'], cells: [['1', '2']], ignored: {}, notes: [] });
  });

  test('quotes, and what they keep', () => {
    expect(read('"a","b"\n"x ""y"", z","one\r\ntwo"\n"",\n"p"q,r"s\n')).toMatchObject({
      cells: [
        ['x "y", z', 'one two'],
        [undefined, undefined],
        ['pq', 'r"s'],
      ],
    });
  });

  test('the first of two columns with one name counts', () => {
    const table = tableOf('a,a\n1,2\n')!;
    readRows(table, new Draft('s', 'csv'), (cell) => expect(cell('a')).toBe('1'));
  });

  test('a quote that stays open from the first cell of a row on', () => {
    expect(read('a,b\n1,2\n"3\n\n4,5\n')).toEqual({
      columns: ['a', 'b'],
      cells: [['1', '2']],
      ignored: { unreadable: 1 },
      notes: ['Row 3 opens a quote and never closes it: nothing behind it was read.'],
    });
  });

  test('UTF-16, as PowerShell writes it', () => {
    const bytes = Buffer.from('\uFEFFPROVIDER;CHECK_ID;STATUS\r\nazure;ü;FAIL\r\n', 'utf16le');
    expect(rows(readReport(bytes, 's'))).toEqual([['prowler', 'ü', undefined, {}, 'ü']]);
  });

  test('what is no table', () => {
    for (const text of ['', 'one line', 'a\nb\nc\n', '"a,b\n1,2\n', undefined]) expect(tableOf(text)).toBeUndefined();
  });

  test('whatever is quoted is read again', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é') });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), fc.constantFrom(',', ';', '\t'), (all, delimiter) => {
        const lines = [['a', 'b'], ...all].map((cells) => cells.map(quote).join(delimiter));
        const shown = (text: string) => text.replace(/[\n\r]+/g, ' ').trim() || undefined;
        expect(read(lines.join('\n'))?.cells).toEqual(all.map((cells) => cells.map(shown)));
      }),
    );
  });

  test('a large table takes time in proportion, and what is kept of it does not keep it', () => {
    const line = `x,${inGroup('Microsoft.Storage/storageAccounts/a')},"${'words, '.repeat(60)}"\n`;
    const timed = (lines: number) => {
      const table = tableOf(`a,b,c\n${line.repeat(lines)}`)!;
      const start = performance.now();
      let count = 0;
      readRows(table, new Draft('s', 'csv'), (cell) => {
        if (cell('b')) count++;
      });
      expect(count).toBe(lines);
      return performance.now() - start;
    };
    timed(1_000);
    // A quadratic reader would need minutes; the bound leaves room for a busy machine.
    expect(timed(40_000)).toBeLessThan(100 * timed(4_000) + 5_000);
  });
});

describe('--columns', () => {
  const columns = columnMap(
    'rule=Check,arm=Resource Id,subscription=Sub,severity=Risk, level,status=State,message=What',
  );
  const text = [
    'Check;Resource Id;Sub;"Risk, level";State;What',
    'CKV_AZURE_3;/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/rg-shop/providers/Microsoft.Storage/storageAccounts/stlogs;;High;Non-compliant;HTTP',
    'storage-https-only;x;00000000-0000-0000-0000-000000000001;moderate;OPEN;',
    'a;;;;Passed;',
    'a;;;;Muted;',
    'a;;;;Maybe;',
    ';;;;Fail;',
  ].join('\n');

  test('say what a table holds', () => {
    const report = readReport(encode(text), 'r.csv', undefined, { columns });
    expect(report).toMatchObject({ format: 'csv', ignored: { passed: 1, suppressed: 1, unreadable: 2 } });
    expect(report.notes).toEqual([
      'Whether a status is a failure is not known of some words, such as "Maybe"; their rows are not read.',
    ]);
    expect(received(report)).toBe(6);
    expect(rows(report)).toEqual([
      ['other', 'CKV_AZURE_3', 'high', LOGS, 'HTTP'],
      [
        'other',
        'storage-https-only',
        'medium',
        { armId: '/subscriptions/00000000-0000-0000-0000-000000000001' },
        'storage-https-only',
      ],
    ]);
  });

  test('also of code, where every row is a failure', () => {
    const map = columnMap('rule=id,address=where,file=path,line=line,name=name');
    const report = readReport(
      encode('id,where,path,line,name\nA,azurerm_subnet.s,.\\net\\main.tf,7,snet\nB,?,,0x7,\nC,,,99999999999,\n'),
      'r',
      'csv',
      { columns: map },
    );
    expect(rows(report)).toEqual([
      [
        'other',
        'A',
        undefined,
        {
          azureName: 'snet',
          address: 'azurerm_subnet.s',
          type: 'azurerm_subnet',
          file: 'net/main.tf',
          lines: [7, 7],
        },
        'A',
      ],
      ['other', 'B', undefined, { address: '?' }, 'B'],
      ['other', 'C', undefined, {}, 'C'],
    ]);
  });

  test('go before what the shape says', () => {
    const prowler = encode('PROVIDER;CHECK_ID;STATUS\nazure;x;FAIL\n');
    const map = columnMap('rule=check_id');
    expect(readReport(prowler, 'r', undefined, { columns: map })).toMatchObject({ format: 'csv' });
    expect(readReport(prowler, 'r', 'prowler-csv', { columns: map })).toMatchObject({ format: 'prowler-csv' });
    expect(readReport(encode('[]'), 'r', 'prowler', { columns: map })).toMatchObject({ format: 'prowler' });
  });

  test('that are not there are told with those that are', () => {
    expect(() => readReport(encode(text), 'r.csv', undefined, { columns: columnMap('rule=Rule,arm=Id') })).toThrow(
      'r.csv is no report: it is a table without the columns Rule, Id.',
    );
    expect(() => readReport(encode(text), 'r.csv', 'csv')).toThrow('a table (CSV) with columns that are not known');
  });

  test.each([
    ['arm=Id', 'no column holds the rule'],
    ['rule=A,rule=B', 'rule is said twice'],
    ['rule', '"rule" is not <what>=<name of a column>'],
    ['rule=', '"rule=" is not'],
    ['rule=A,colour=B', '"colour=B" is not'],
    ['', '"" is not'],
  ])('%s', (given, says) => {
    expect(() => columnMap(given)).toThrow(says);
  });
});
