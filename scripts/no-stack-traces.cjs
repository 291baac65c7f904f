// cdktf records an unlimited stack trace for every token; they are 60–70 % of a test run and nothing here reads them.
const traces = require('cdktf/lib/tokens/private/stack-trace');
if (typeof traces.captureStackTrace === 'function') traces.captureStackTrace = () => [];
