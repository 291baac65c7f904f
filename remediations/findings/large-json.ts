// Reports of a hundred megabytes are mostly excerpts of code and links, which no reader looks at. Parsed as a whole they take
// several times their size in memory; here they are parsed piece by piece, and each piece loses what nobody reads.

/** Members of records that no reader looks at, and that are most of what a report holds. */
export const UNREAD: ReadonlySet<string> = new Set([
  // Checkov
  'breadcrumbs',
  'code_block',
  'fixed_definition',
  'guideline',
  // Trivy
  'Code',
  'References',
  'Resolution',
  // Snyk
  'iacDescription',
  // SARIF
  'contextRegion',
  'snippet',
]);

/** What is parsed at once, in bytes. */
const PIECE = 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [OPEN_LIST, CLOSE_LIST] = [0x5b, 0x5d];
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d];
const [COMMA, COLON] = [0x2c, 0x3a];

/** Bytes from which on a document is parsed piece by piece. */
export const LARGE = 16 * 1024 * 1024;

/**
 * A JSON document in UTF-8; undefined where it is no JSON, or does not begin with an object or a list: then whoever says what
 * is wrong reads it as a whole. It may be longer than a string can be.
 * @param unread names of members that are left out
 */
export function parseLarge(
  bytes: Uint8Array,
  unread: ReadonlySet<string> = new Set(),
): { readonly json: unknown } | undefined {
  try {
    const cursor = new Cursor(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), unread);
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) cursor.at = 3;
    const json = cursor.value();
    cursor.blank();
    return cursor.at === bytes.length ? { json } : undefined;
  } catch {
    return undefined;
  }
}

class Cursor {
  at = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly unread: ReadonlySet<string>,
  ) {}

  /** The value here: in one piece, or part by part where it is large. */
  value(): unknown {
    this.blank();
    const start = this.at;
    const first = this.bytes[start];
    if (first === OPEN_LIST || first === OPEN_OBJECT) {
      if (!this.isSkipped()) {
        this.at = start + 1;
        return first === OPEN_LIST ? this.list() : this.object();
      }
    } else if (first === QUOTE) this.text();
    else this.word();
    const value: unknown = JSON.parse(this.bytes.toString('utf8', start, this.at));
    return this.unread.size ? without(this.unread, value) : value;
  }

  private list(): unknown[] {
    const items: unknown[] = [];
    while (this.more(CLOSE_LIST, items.length > 0)) items.push(this.value());
    return items;
  }

  private object(): Record<string, unknown> {
    const members: [string, unknown][] = [];
    while (this.more(CLOSE_OBJECT, members.length > 0)) {
      const start = this.at;
      if (this.bytes[start] !== QUOTE) throw new SyntaxError('a name is expected');
      this.text();
      const name: unknown = JSON.parse(this.bytes.toString('utf8', start, this.at));
      this.blank();
      this.expect(COLON);
      const value = this.value();
      if (!this.unread.has(String(name))) members.push([String(name), value]);
    }
    // Unlike an assignment, a member with the name __proto__ is one like any other.
    return Object.fromEntries(members);
  }

  /** Whether another part follows, past the comma; else past the end of the list or object. */
  private more(close: number, isNext: boolean): boolean {
    this.blank();
    if (this.bytes[this.at] === close) {
      this.at++;
      return false;
    }
    if (isNext) {
      this.expect(COMMA);
      this.blank();
    }
    return true;
  }

  blank(): void {
    for (let byte = this.bytes[this.at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; )
      byte = this.bytes[++this.at];
  }

  private expect(byte: number): void {
    if (this.bytes[this.at++] !== byte) throw new SyntaxError('another character is expected');
  }

  /** Goes past a list or an object, unless it is large; what is inside is looked at when it is parsed. */
  private isSkipped(): boolean {
    const { bytes } = this;
    const most = this.at + PIECE;
    let depth = 0;
    while (this.at < most) {
      const byte = bytes[this.at];
      if (byte === undefined) throw new SyntaxError('the end is missing');
      if (byte === QUOTE) {
        this.text();
        continue;
      }
      this.at++;
      if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
      else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && --depth === 0) return true;
    }
    return false;
  }

  /** Past a text, from its first quote. */
  private text(): void {
    const { bytes } = this;
    for (let end = bytes.indexOf(QUOTE, this.at + 1); end >= 0; end = bytes.indexOf(QUOTE, end + 1)) {
      let first = end;
      while (bytes[first - 1] === BACKSLASH) first--;
      if ((end - first) % 2) continue;
      this.at = end + 1;
      return;
    }
    throw new SyntaxError('a text does not end');
  }

  /** Past a number or a word. */
  private word(): void {
    const start = this.at;
    while (/[-+.\w]/.test(String.fromCharCode(this.bytes[this.at] ?? 0))) this.at++;
    if (this.at === start) throw new SyntaxError('a value is expected');
  }
}

function without(unread: ReadonlySet<string>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (const item of value) without(unread, item);
    return value;
  }
  const members = value as Record<string, unknown>;
  // Taking a member away would make each object a slow one of its own.
  for (const name of Object.keys(members))
    if (unread.has(name)) members[name] = undefined;
    else without(unread, members[name]);
  return value;
}
