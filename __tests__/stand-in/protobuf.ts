// Protocol Buffers for the few messages of Terraform's plugin protocol: varints and length-delimited fields.

/** `message`: a nested message; `map`: string keys to messages. */
export type FieldType = 'string' | 'bytes' | 'bool' | 'int' | { message: Message } | { map: Message };
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly repeated?: true;
}
/** Fields by number. Mutable because blocks contain blocks. */
export type Message = Record<number, Field>;
export type Decoded = Record<string, unknown>;

const wireVarint = 0;
const wireFixed64 = 1;
const wireBytes = 2;
const wireFixed32 = 5;

class Reader {
  private at = 0;
  constructor(private readonly bytes: Buffer) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error('protobuf: message ends inside a number');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  take(length: number): Buffer {
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  field(wire: number): bigint | Buffer {
    if (wire === wireVarint) return this.varint();
    if (wire === wireBytes) return this.take(Number(this.varint()));
    if (wire === wireFixed32) return this.take(4);
    if (wire === wireFixed64) return this.take(8);
    throw new Error(`protobuf: unknown wire type ${wire}`);
  }
}

/** Unknown fields are skipped, absent ones stay absent. Throws on a truncated message. */
export function decode(message: Message, bytes: Buffer): Decoded {
  const reader = new Reader(bytes);
  const decoded: Decoded = {};
  while (!reader.done) {
    const key = Number(reader.varint());
    const raw = reader.field(key & 7);
    const field = message[key >>> 3];
    if (field === undefined) continue;
    const value = decodeField(field.type, raw);
    if (field.repeated) decoded[field.name] = [...((decoded[field.name] as unknown[]) ?? []), value];
    else decoded[field.name] = value;
  }
  return decoded;
}

function decodeField(type: FieldType, raw: bigint | Buffer): unknown {
  if (typeof raw === 'bigint') return type === 'bool' ? raw !== 0n : Number(BigInt.asIntN(64, raw));
  if (type === 'string') return raw.toString('utf8');
  if (typeof type === 'object' && 'message' in type) return decode(type.message, raw);
  return raw;
}

function varint(value: number | bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

function delimited(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint((number << 3) | wireBytes), varint(bytes.length), bytes]);
}

/** Absent fields are left out; false and 0 are written, since a choice of fields (oneof) tells them from absent. */
export function encode(message: Message, value: Decoded): Buffer {
  const parts: Buffer[] = [];
  for (const [key, field] of Object.entries(message)) {
    const number = Number(key);
    const given = value[field.name];
    if (given === undefined || given === null) continue;
    if (typeof field.type === 'object' && 'map' in field.type) {
      const entry: Message = {
        1: { name: 'key', type: 'string' },
        2: { name: 'value', type: { message: field.type.map } },
      };
      for (const [name, item] of Object.entries(given)) {
        parts.push(delimited(number, encode(entry, { key: name, value: item })));
      }
      continue;
    }
    const items = field.repeated ? (given as readonly unknown[]) : [given];
    for (const item of items) parts.push(encodeField(number, field.type, item));
  }
  return Buffer.concat(parts);
}

function encodeField(number: number, type: FieldType, value: unknown): Buffer {
  if (type === 'string') return delimited(number, Buffer.from(String(value), 'utf8'));
  if (type === 'bytes') return delimited(number, value as Buffer);
  if (typeof type === 'object' && 'message' in type) return delimited(number, encode(type.message, value as Decoded));
  return Buffer.concat([varint((number << 3) | wireVarint), varint(Number(value))]);
}
