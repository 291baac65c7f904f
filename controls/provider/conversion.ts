import { Unknown, type Value } from '../value';
import type { Conversion } from './arm';

/** What Azure says, as JSON. */
export type ArmValue = unknown;

interface Both {
  /** @param raw never null or undefined */
  readonly read: (raw: ArmValue) => Value | undefined;
  /** undefined where Azure has no word for it. */
  readonly write: (value: Value) => ArmValue;
}

const SAME: Both = { read: (raw) => plain(raw), write: (value) => value };

const joined = (separator: string, with_ = separator): Both => ({
  read: (raw) =>
    String(raw)
      .split(separator)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  write: (value) => (Array.isArray(value) ? value.join(with_) : undefined),
});

const CONVERSIONS: Readonly<Record<string, Both>> = {
  id: SAME,
  onoff: {
    read: (raw) => {
      if (/^securedByPerimeter$/i.test(String(raw))) return new Unknown('a network security perimeter decides it');
      return typeof raw === 'boolean' ? raw : !/^(disabled|off)$/i.test(String(raw));
    },
    write: (value) => (typeof value === 'boolean' ? (value ? 'Enabled' : 'Disabled') : undefined),
  },
  not: {
    read: (raw) => (typeof raw === 'boolean' ? !raw : undefined),
    write: (value) => (typeof value === 'boolean' ? !value : undefined),
  },
  list_wrap: SAME,
  set_to_csv: joined(',', ', '),
  csv: joined(','),
  set_to_ssv: joined(';'),
  map_keys: {
    read: (raw) => {
      const named = record(raw);
      return named && Object.keys(named);
    },
    write: () => undefined,
  },
  rfc3339_to_epoch: {
    read: (raw) => (typeof raw === 'number' ? new Date(raw * 1000).toISOString().replace('.000Z', 'Z') : undefined),
    write: (value) => (typeof value === 'string' ? Date.parse(value) / 1000 : undefined),
  },
  json: { read: (raw) => JSON.stringify(raw), write: (value) => JSON.parse(String(value)) },
};

/**
 * What a value of Azure is in Terraform.
 * @returns undefined where nothing is said, or nothing that can be told here: see `isTold`
 */
export function fromArm(conversion: Conversion, raw: ArmValue): Value | undefined {
  if (conversion.startsWith('map:')) {
    const word = ofMap(conversion).find(({ arm }) => arm.includes(armWord(raw)))?.terraform;
    return word ?? (typeof raw === 'string' && isPartial(conversion) ? raw : undefined);
  }
  if (raw === undefined || raw === null) return undefined;
  return CONVERSIONS[conversion]?.read(raw);
}

/** What a value of Terraform is in Azure; undefined where that cannot be said. */
export function toArm(conversion: Conversion, value: Value): ArmValue {
  if (conversion.startsWith('map:')) {
    const known = ofMap(conversion).find(({ terraform }) => terraform === value);
    const word = known ? known.arm[0] : isPartial(conversion) ? value : undefined;
    return word === 'absent' || word === 'null' ? undefined : word;
  }
  return CONVERSIONS[conversion]?.write(value);
}

/** Every word of Azure for a value of Terraform; `absent` is said by saying nothing. Empty where there is none. */
export function armWords(conversion: Conversion, value: Value): readonly ArmValue[] {
  const known = conversion.startsWith('map:') && ofMap(conversion).find(({ terraform }) => terraform === value);
  if (known) return known.arm;
  const word = toArm(conversion, value);
  return word === undefined ? [] : [word];
}

/** Whether values of this conversion are one value each; others are packed, and read by the type they belong to. */
export const isTold = (conversion: Conversion): boolean => conversion.startsWith('map:') || conversion in CONVERSIONS;

/** A map of words may name only those that differ; one of true and false names both. */
const isPartial = (conversion: Conversion): boolean => !/\b(true|false)\b/.test(conversion);

const maps = new Map<Conversion, readonly { terraform: Value; arm: readonly string[] }[]>();

/** `map:true=On,false=Off`; several words of Azure stand side by side: `map:Disabled=None|absent`. */
function ofMap(conversion: Conversion) {
  let map = maps.get(conversion);
  if (!map) {
    map = conversion
      .slice('map:'.length)
      .replace(/ \(.*/, '')
      .split(',')
      .map((pair) => {
        const [terraform, arm] = pair.split('=');
        const word = terraform === 'true' || terraform === 'false' ? terraform === 'true' : terraform;
        return { terraform: word, arm: arm.replaceAll('"', '').split('|') };
      });
    maps.set(conversion, map);
  }
  return map;
}

const armWord = (raw: ArmValue): string => (raw === undefined || raw === null ? 'absent' : String(raw));

const record = (raw: ArmValue): Readonly<Record<string, unknown>> | undefined =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : undefined;

/** JSON as a value; what is no JSON cannot come from Azure. */
function plain(raw: ArmValue): Value | undefined {
  if (raw === null || raw === undefined) return undefined;
  if (Array.isArray(raw)) return raw.flatMap((each) => plain(each) ?? []);
  const members = record(raw);
  if (members)
    return Object.fromEntries(
      Object.entries(members).flatMap(([name, each]) => {
        const value = plain(each);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? raw : undefined;
}
