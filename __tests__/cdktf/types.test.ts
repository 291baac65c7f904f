// What is told of every fixture, held against the types of the bindings.
import { join } from 'node:path';
import ts from 'typescript';
import { bindingClass, bindingModule } from '../../controls/provider/names';
import { configCode } from '../../remediations/cdktf/snippet';
import { toldConstructs } from '../../remediations/cdktf/told';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { sourceFile } from '../../remediations/locate/hcl/tree';
import { fixEstate, runsOf } from '../controls/fix';
import { fixtures, versionsOf } from '../controls/harness';
import { synthesizedFrom } from './as-synthesized';
import { DOCUMENT } from './told';

/** Some of a config, at every depth: the rest of it is in the code already. */
const PART = 'type Part<T> = T extends object ? { [K in keyof T]?: Part<T[K]> } : T;';

const moduleOf = (type: string) => `@cdktf/provider-${type.slice(0, type.indexOf('_'))}/lib/${bindingModule(type)}`;

function source(): string {
  const imports = new Map<string, string>();
  const lines: string[] = [];
  const nameOf = (type: string) => {
    imports.set(type, `import type { ${bindingClass(type)} } from '${moduleOf(type)}';`);
    return `ConstructorParameters<typeof ${bindingClass(type)}>[2]`;
  };
  for (const fixture of fixtures.filter(({ set }) => set === 'fixtures')) {
    const text = synthesizedFrom(`${versionsOf('fixtures')}\n${fixture.text}`);
    const estate = readEstate([sourceFile(DOCUMENT, text)]);
    const { plan } = fixEstate(runsOf(fixture)[0], estate);
    for (const { element, properties, additions } of toldConstructs(plan.told, estate, new Map())) {
      const where = `// ${fixture.name}, ${element.path}`;
      if (element.type && !element.type.startsWith('azapi_') && properties.length)
        lines.push(where, `export const c${lines.length}: Part<${nameOf(element.type)}> = ${configCode(properties)};`);
      for (const { code, change } of additions) {
        const { what } = change.edit;
        const [, config] = /^(?:\/\/.*\n)?new \w+\(this, '[^']+', ([\s\S]+)\);$/.exec(code) ?? [];
        if (what.do !== 'add' || what.type.startsWith('azapi_')) continue;
        lines.push(where, `export const c${lines.length}: ${nameOf(what.type)} = ${config};`);
      }
    }
  }
  return [...imports.values(), PART, ...lines, ''].join('\n');
}

test('configs of the bindings take it', () => {
  const text = source();
  expect(text.match(/^export const/gm)?.length).toBeGreaterThan(300);
  const name = join(__dirname, 'told-of-fixtures.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (file, target) => (file === name ? ts.createSourceFile(file, text, target) : read(file, target));
  const program = ts.createProgram([name], options, host);
  const lines = text.split('\n');
  const wrong = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    const where = lines.slice(0, line).findLast((each) => each.startsWith('// '));
    return `${where}: ${lines[line].trim()}: ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 200)}`;
  });
  expect(wrong).toEqual([]);
});
