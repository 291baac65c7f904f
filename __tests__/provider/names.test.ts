import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bindingClass, bindingModule, bindingName, terraformName } from '../../controls/provider/names';

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
  expect(pairs.filter(([camel, terraform]) => bindingName(terraform) !== camel)).toEqual([]);
});

test('a name of an object method is a name like any other', () => {
  expect(terraformName('constructor')).toBe('constructor');
  expect(terraformName('min_tls_version')).toBe('min_tls_version');
});

test.each(['azurerm', 'azuread'])(
  'every resource class of %s has the name and module that its type gives',
  (provider) => {
    const library = join(dirname(require.resolve(`@cdktf/provider-${provider}/package.json`)), 'lib');
    const wrong: string[] = [];
    let seen = 0;
    for (const folder of readdirSync(library)) {
      const file = join(library, folder, 'index.js');
      if (!existsSync(file)) continue;
      const text = readFileSync(file, 'utf8');
      const [, name] = /class (\w+) extends cdktf\.TerraformResource/.exec(text) ?? [];
      const [, type] = /tfResourceType = "(\w+)"/.exec(text) ?? [];
      if (!name || !type) continue;
      seen++;
      if (bindingClass(type) !== name || bindingModule(type) !== folder) wrong.push(`${type}: ${folder}, ${name}`);
    }
    expect(seen).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  },
);
