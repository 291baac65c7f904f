import { cisNumbers } from './benchmarks';
import type { Control } from './control';

/** Sections of CIS 3.0.0 by the first part of their numbers, with titles of our own, and what is beyond them. */
export const SECTIONS = [
  { number: '2', slug: 'identity', title: 'Identity' },
  { number: '3', slug: 'security', title: 'Defender for Cloud and Key Vault' },
  { number: '4', slug: 'storage', title: 'Storage accounts' },
  { number: '5', slug: 'databases', title: 'Databases' },
  { number: '6', slug: 'logging', title: 'Logging and monitoring' },
  { number: '7', slug: 'networking', title: 'Networking' },
  { number: '8', slug: 'virtual-machines', title: 'Virtual machines' },
  { number: '9', slug: 'app-service', title: 'App Service' },
  { number: '10', slug: 'miscellaneous', title: 'Miscellaneous' },
  { number: undefined, slug: 'beyond-cis', title: 'Beyond the benchmark' },
] as const;
export type Section = (typeof SECTIONS)[number];

/** A control of several numbers stands in the section of the first. */
export function sectionOf(control: Control): Section {
  const number = cisNumbers(control)[0]?.split('.')[0];
  return SECTIONS.find((section) => section.number === number) ?? SECTIONS[SECTIONS.length - 1];
}

/** The level of the baseline that asks for it. */
export const askedBy = ({ onRequest, level }: Control): '1' | '2' | 'on request' =>
  onRequest ? 'on request' : level === 1 ? '1' : '2';
