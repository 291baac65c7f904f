module.exports = {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  transform: { '\\.(ts|mjs)$': '<rootDir>/scripts/jest-transform.cjs' },
  setupFiles: ['<rootDir>/scripts/no-stack-traces.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/.venv', '<rootDir>/dist', '<rootDir>/cdktf.out'],
  reporters: process.env.PLUMBLINE_TEST_RESULTS ? ['default', '<rootDir>/scripts/jest-results.cjs'] : ['default'],
  testTimeout: 60000,
};
