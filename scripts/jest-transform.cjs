// TypeScript to CommonJS for jest. Types are checked by `npm run types`.
const { transformSync } = require('esbuild');

module.exports = {
  process: (text, file) => {
    const { code, map } = transformSync(text, {
      loader: file.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'node20',
      sourcefile: file,
      sourcemap: true,
    });
    return { code, map };
  },
};
