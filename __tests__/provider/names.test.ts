import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { terraformName } from '../../controls/provider/names';

/** Every `terraform_name: cdktf.stringToTerraform(this._camelName)` in the compiled bindings; loading them takes 10 s. */
function pairsInBindings(): [camel: string, terraform: string][] {
  const library = join(dirname(require.resolve('@cdktf/provider-azurerm/package.json')), 'lib');
  const line = /^ {8,12}(\w+): [^\n]*ToTerraform[^\n]*\((?:struct\.|this\._)(\w+)(?:\.internalValue)?\),?$/gm;
  const pairs = new Set<string>();
  for (const binding of readdirSync(library)) {
    const file = join(library, binding, 'index.js');
    if (!existsSync(file)) continue;
    for (const [, terraform, camel] of readFileSync(file, 'utf8').matchAll(line)) pairs.add(`${camel} ${terraform}`);
  }
  return [...pairs].map((pair) => pair.split(' ') as [string, string]);
}

test('every name of the bindings becomes the name they synthesize', () => {
  const pairs = pairsInBindings();
  expect(pairs.length).toBeGreaterThan(5000);
  const wrong = pairs.filter(([camel, terraform]) => terraformName(camel) !== terraform);
  expect(wrong).toEqual([]);
});

test('a name of an object method is a name like any other', () => {
  expect(terraformName('constructor')).toBe('constructor');
  expect(terraformName('min_tls_version')).toBe('min_tls_version');
});
