// MessagePack as Terraform encodes values with it; an extension value is an unknown value.

/** A value that is not known before apply; keeps its bytes, which may say more about it. */
export class Unknown {
  constructor(readonly bytes: Buffer) {}
}
export const unknown = new Unknown(Buffer.from([0xd4, 0, 0]));

/** The type in front of a value whose type the schema leaves open; kept as it came. */
export class TypeOf {
  constructor(readonly bytes: Buffer) {}
}

/** That of a type as Terraform writes it in JSON. */
export function typeOf(type: unknown): TypeOf {
  const json = Buffer.from(JSON.stringify(type));
  const head = Buffer.alloc(3, 0xc5);
  head.writeUInt16BE(json.length, 1);
  return new TypeOf(Buffer.concat([head, json]));
}

export type Value = null | boolean | number | string | Unknown | TypeOf | readonly Value[] | Values;
export interface Values {
  readonly [name: string]: Value;
}

export function isValues(value: Value | undefined): value is Values {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Unknown || value instanceof TypeOf);
}

class Reader {
  at = 0;
  constructor(readonly bytes: Buffer) {}

  take(length: number): Buffer {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  unsigned(length: number): number {
    return length === 8 ? Number(this.take(8).readBigUInt64BE()) : this.take(length).readUIntBE(0, length);
  }
  signed(length: number): number {
    return length === 8 ? Number(this.take(8).readBigInt64BE()) : this.take(length).readIntBE(0, length);
  }
  text(length: number): string {
    return this.take(length).toString('utf8');
  }
  list(length: number): Value[] {
    return Array.from({ length }, () => this.value());
  }
  map(length: number): Values {
    return Object.fromEntries(Array.from({ length }, () => [String(this.value()), this.value()] as const));
  }
  extension(start: number, length: number): Unknown {
    this.take(length + 1);
    return new Unknown(Buffer.from(this.bytes.subarray(start, this.at)));
  }

  binary(start: number, length: number): TypeOf {
    this.take(length);
    return new TypeOf(Buffer.from(this.bytes.subarray(start, this.at)));
  }

  value(): Value {
    const start = this.at;
    const code = this.unsigned(1);
    if (code < 0x80) return code;
    if (code < 0x90) return this.map(code & 0x0f);
    if (code < 0xa0) return this.list(code & 0x0f);
    if (code < 0xc0) return this.text(code & 0x1f);
    if (code >= 0xe0) return code - 0x100;
    if (code >= 0xd4 && code <= 0xd8) return this.extension(start, 1 << (code - 0xd4));
    switch (code) {
      case 0xc0:
        return null;
      case 0xc2:
      case 0xc3:
        return code === 0xc3;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return this.binary(start, this.unsigned(1 << (code - 0xc4)));
      case 0xc7:
      case 0xc8:
        return this.extension(start, this.unsigned(code - 0xc6));
      case 0xca:
        return this.take(4).readFloatBE();
      case 0xcb:
        return this.take(8).readDoubleBE();
      case 0xcc:
      case 0xcd:
      case 0xce:
      case 0xcf:
        return this.unsigned(1 << (code - 0xcc));
      case 0xd0:
      case 0xd1:
      case 0xd2:
      case 0xd3:
        return this.signed(1 << (code - 0xd0));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.text(this.unsigned(1 << (code - 0xd9)));
      case 0xdc:
      case 0xdd:
        return this.list(this.unsigned(code === 0xdc ? 2 : 4));
      case 0xde:
      case 0xdf:
        return this.map(this.unsigned(code === 0xde ? 2 : 4));
      default:
        throw new Error(`msgpack: unexpected byte 0x${code.toString(16)}`);
    }
  }
}

/** Throws on a byte that Terraform does not write. */
export function unpack(bytes: Buffer): Value {
  return new Reader(bytes).value();
}

/** A length, in the byte of the type itself where it fits. */
function header(length: number, fixed: number, limit: number, wide: number): Buffer {
  if (length < limit) return Buffer.from([fixed | length]);
  const bytes = Buffer.alloc(5);
  bytes[0] = wide;
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

export function pack(value: Value): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (value instanceof Unknown || value instanceof TypeOf) return value.bytes;
  if (typeof value === 'boolean') return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === 'number') return packNumber(value);
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8');
    return Buffer.concat([header(text.length, 0xa0, 32, 0xdb), text]);
  }
  if (Array.isArray(value)) return Buffer.concat([header(value.length, 0x90, 16, 0xdd), ...value.map(pack)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    header(entries.length, 0x80, 16, 0xdf),
    ...entries.flatMap(([name, item]) => [pack(name), pack(item)]),
  ]);
}

function packNumber(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = Number.isSafeInteger(value) ? 0xd3 : 0xcb;
  if (Number.isSafeInteger(value)) bytes.writeBigInt64BE(BigInt(value), 1);
  else bytes.writeDoubleBE(value, 1);
  return bytes;
}
