// A certificate for a server on this machine, made anew at each start: no key is kept anywhere.
import { generateKeyPairSync, sign } from 'node:crypto';

type Der = Buffer;

/** One value in the encoding of certificates: a tag, a length, the content. */
function der(tag: number, ...parts: readonly (Der | readonly number[])[]): Der {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as Buffer)));
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Der[]) => der(0x30, ...parts);
const oid = (...bytes: readonly number[]) => der(0x06, bytes);
const octets = (content: Der) => der(0x04, content);
const time = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));

const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const COMMON_NAME = oid(0x55, 0x04, 0x03);
const ALTERNATIVE_NAMES = oid(0x55, 0x1d, 0x11);
const BASIC_CONSTRAINTS = oid(0x55, 0x1d, 0x13);
const DAY = 24 * 60 * 60 * 1000;

/** Key and certificate of `localhost` and 127.0.0.1, as PEM. It vouches for itself: who trusts it trusts the server. */
export function certificate(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('stand-in of Azure, for tests')))));
  const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, [127, 0, 0, 1]));
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    ECDSA_SHA256,
    name,
    sequence(time(new Date(Date.now() - DAY)), time(new Date(Date.now() + DAY))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        sequence(BASIC_CONSTRAINTS, der(0x01, [0xff]), octets(sequence(der(0x01, [0xff])))),
        sequence(ALTERNATIVE_NAMES, octets(names)),
      ),
    ),
  );
  const signature = der(0x03, [0], sign('sha256', body, privateKey));
  const base64 = sequence(body, ECDSA_SHA256, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  };
}
