import { parse as convert } from '@cdktf/hcl2json';

/** What HashiCorp's parser says: its JSON, `invalid`, or `unconvertible` for HCL that has no JSON. */
export async function hcl2json(text: string): Promise<unknown> {
  try {
    return await convert('main.tf', text);
  } catch (error) {
    return String(error).includes('parse config') ? 'invalid' : 'unconvertible';
  }
}
