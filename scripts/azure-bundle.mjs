// How the part of the command that reads Azure is bundled, for the build and for tests of it.

export const azure = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  entryPoints: ['remediations/azure/index.ts'],
  minifyWhitespace: true,
  minifySyntax: true,
};
