// Adds up what the tests counted: node totals.mjs NAME EXIT RESULTS [NAME EXIT RESULTS]...
// RESULTS is a file in Common Test Report Format, or "-" for a step that is one check by its exit code.
// Prints what failed and what was skipped, by name, and ends with one line "N passed, N failed, N skipped".
import fs from 'node:fs';

const steps = [];
for (let i = 2; i < process.argv.length; i += 3) steps.push(read(process.argv[i], Number(process.argv[i + 1]), process.argv[i + 2]));
const tests = steps.flatMap(step => step.tests.map(test => ({ step: step.name, ...test })));
const count = (list, status) => list.filter(test => test.status === status).length;

for (const { step, name, message } of tests.filter(test => test.status === 'failed')) {
  console.log(`FAILED  ${step}: ${name}\n        ${(message ?? 'no message').replaceAll('\n', '\n        ')}`);
}
for (const { step, name, extra } of tests.filter(test => test.status === 'skipped')) {
  console.log(`skipped ${step}: ${name}: ${extra?.reason ?? 'no reason was given'}`);
}
console.log();
for (const { name, tests: own } of steps) {
  console.log(`  ${name.padEnd(16)} ${['passed', 'failed', 'skipped'].map(status => `${String(count(own, status)).padStart(5)} ${status}`).join(' ')}`);
}
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(status => count(tests, status));
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function read(name, exit, file) {
  if (file === '-') return { name, tests: [{ name, status: exit === 0 ? 'passed' : 'failed', message: `it ended with ${exit}; what it said stands above` }] };
  const log = `see artifacts/logs/${name}.log`;
  let tests = [];
  let trouble = null;
  try {
    tests = JSON.parse(fs.readFileSync(file, 'utf8')).results.tests;
    if (tests.length === 0) trouble = `no test ran; ${log}`;
  } catch {
    trouble = `it wrote no results; ${log}`;
  }
  // A program that breaks down after its last test has failed too, whatever it counted.
  if (exit !== 0 && !tests.some(test => test.status === 'failed')) {
    trouble = exit === 124 || exit === 137 ? `it took too long and was ended; ${log}` : `${trouble ?? `it ended with ${exit}`}; ${log}`;
  }
  return { name, tests: trouble === null ? tests : [...tests, { name: `${name} runs to its end`, status: 'failed', message: trouble }] };
}
