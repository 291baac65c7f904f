// Leaves jest's results as JSON in the file that PLUMBLINE_TEST_RESULTS names, for .ci/run.
const { writeFileSync } = require('node:fs');

module.exports = class {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults }) {
    const tests = testResults.flatMap((suite) =>
      suite.testResults.map(({ fullName, status }) => ({ fullName, status })),
    );
    const results = { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, tests };
    writeFileSync(process.env.PLUMBLINE_TEST_RESULTS, JSON.stringify(results));
  }
};
