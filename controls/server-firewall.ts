import { type Expectation, such } from './control';

/** Nothing on the internet has an address that begins with 0: a rule that starts there means everything, or all of Azure. */
export const notFromAnywhere: Expectation<string> = such(
  'a first address other than 0.0.0.0',
  (address) => typeof address === 'string' && address !== '' && !address.startsWith('0.'),
);

/** Nor has anything one from 240.0.0.0 on. */
export const notToAnywhere: Expectation<string> = such(
  'a last address other than 255.255.255.255',
  (address) => typeof address === 'string' && address !== '' && Number.parseInt(address, 10) < 240,
);
