// Holds the description of the service against a linter that is not ours: node lint.mjs openapi.json
import { createConfig, lint } from '@redocly/openapi-core';

// A licence is the operator's to name.
const config = await createConfig({ extends: ['recommended-strict'], rules: { 'info-license': 'off' } });
const problems = await lint({ ref: process.argv[2], config });
for (const problem of problems) {
  console.log(`${problem.ruleId}: ${problem.message} ${problem.location?.[0]?.pointer ?? ''}`);
}
console.log(`${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
