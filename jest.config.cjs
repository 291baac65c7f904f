module.exports = {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  transform: { '\\.(ts|mjs)$': '<rootDir>/scripts/jest-transform.cjs' },
  setupFiles: ['<rootDir>/scripts/no-stack-traces.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/.venv', '<rootDir>/dist', '<rootDir>/cdktf.out'],
  testTimeout: 60000,
};
