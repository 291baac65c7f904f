import { isIP } from 'node:net';
import { type Ask, withBeside } from '../../controls/control';
import { controls } from '../../controls/index';
import { wanted } from '../../controls/reading';
import type { Value } from '../../controls/value';
import { UserError } from '../errors';

let known: Map<string, Ask> | undefined;
/** Every question a control asks, by parameter. */
export function parameters(): ReadonlyMap<string, Ask> {
  if (known) return known;
  known = new Map();
  const take = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('parameter' in value && 'question' in value) known!.set((value as Ask).parameter, value as Ask);
  };
  for (const control of controls) {
    for (const { expectation } of control.want ? wanted(control.want) : []) take(expectation.ask);
    for (const companion of withBeside(control.companions)) {
      for (const value of Object.values(companion.add?.attributes ?? {})) take(value);
      for (const { expectation } of wanted(companion.want)) take(expectation.ask);
    }
    for (const ask of control.asks ?? []) take(ask);
  }
  return known;
}

interface Format {
  readonly test: (text: string) => boolean;
  /** To follow "Give". */
  readonly hint: string;
}
const NETWORKS: Format = {
  test: isNetwork,
  hint: 'CIDR ranges that are not the whole internet, such as 203.0.113.0/24',
};
const FORMATS: Readonly<Record<NonNullable<Ask['format']>, Format>> = {
  mail: {
    test: (text) => /^[^\s@"$%{};,<>]+@[^\s@"$%{};,<>]+\.[^\s@"$%{};,<>]+$/.test(text),
    hint: 'mail addresses, such as security@example.com',
  },
  guid: {
    test: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
    hint: 'an object id, such as 00000000-0000-0000-0000-000000000000',
  },
};

/** One answer, of the type its question has. */
export function answer(name: string, value: unknown, source: string): Value {
  const ask = parameters().get(name);
  if (!ask)
    throw new UserError(
      `${source}: no control asks for "${name}"`,
      `Known parameters: ${[...parameters().keys()].sort().join(', ')}.`,
    );
  const plain = value instanceof Date ? value.toISOString().replace('.000Z', 'Z') : value;
  if (ask.type === 'list') {
    const items = Array.isArray(plain) ? plain : [plain];
    const { test, hint } = ask.format ? FORMATS[ask.format] : NETWORKS;
    const wrong = items.find((item) => typeof item !== 'string' || !test(item));
    if (wrong !== undefined || !items.length)
      throw new UserError(`${source}: ${name} holds ${JSON.stringify(wrong ?? [])}`, `Give ${hint}.`);
    return items as string[];
  }
  if (typeof plain !== 'string' || !plain.trim())
    throw new UserError(`${source}: ${name} must be a text`, ask.question);
  if (ask.format && !FORMATS[ask.format].test(plain))
    throw new UserError(`${source}: ${name} is "${plain}"`, `Give ${FORMATS[ask.format].hint}.`);
  if (ask.type === 'id' && !/^(\/subscriptions\/[^\s"$%{}]+|https:\/\/[^\s"$%{}]+)$/i.test(plain))
    throw new UserError(
      `${source}: ${name} is "${plain}"`,
      'Give a resource id that starts with /subscriptions/ (or a key id that starts with https://).',
    );
  if (ask.type === 'date' && !isTime(plain))
    throw new UserError(`${source}: ${name} is "${plain}"`, 'Give a UTC time such as 2027-06-30T00:00:00Z.');
  return plain;
}

/** An address or a CIDR range that is not the whole internet. */
function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  const version = isIP(address);
  if (!version || more.length || text === '0.0.0.0' || text === '::') return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** `2027-06-30T00:00:00Z`, and a day that the calendar has. */
const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString() === text.replace('Z', '.000Z');
