#!/usr/bin/env node
// The end-to-end checks: node run.mjs [--suite manifest|cards|playground] [--ctrf FILE] [--gallery] [--pictures DIR]
// --gallery also saves a picture of every card in both themes and widths, artifacts/cards/index.html: four times as long.
// --pictures also makes the README's pictures anew, those that the chosen suites show.
// Prints one line a check and ends with "N passed, N failed, N skipped"; exit 1 when one failed or none ran.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Album } from './album.mjs';
import { Checks } from './checks.mjs';
import { stopAll } from './processes.mjs';

const SUITES = ['manifest', 'cards', 'playground'];
const LIMIT = 8 * 60_000;

const options = readOptions();
isolate();

const checks = new Checks();
const album = new Album(options.pictures, { gallery: options.gallery });
// A program that hangs must not keep the machine: whatever is running then is a failure with a name.
// Whatever ends this program, nothing that it started may stay behind.
process.on('exit', stopAll);
const limit = setTimeout(() => end(`the end-to-end checks finish within ${LIMIT / 60_000} minutes`), LIMIT);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(`the end-to-end checks were stopped by ${signal}`));

for (const name of options.suites) {
  console.log(`\n== ${name}`);
  try {
    const { run } = await import(`./${name}.mjs`);
    await run(checks, album);
  } catch (error) {
    await checks.check(`${name} runs to its end`, () => { throw error; });
  } finally {
    stopAll();
  }
}

clearTimeout(limit);
finish();

function readOptions() {
  try {
    const { values } = parseArgs({ options: { suite: { type: 'string', multiple: true }, ctrf: { type: 'string' }, gallery: { type: 'boolean' }, pictures: { type: 'string' } } });
    const unknown = (values.suite ?? []).filter(name => !SUITES.includes(name));
    if (unknown.length > 0) throw new Error(`--suite: there is no "${unknown[0]}"; choose from ${SUITES.join(', ')}`);
    return { suites: values.suite ?? SUITES, ctrf: values.ctrf, gallery: values.gallery, pictures: values.pictures };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

// Runs this script again where only the loopback interface exists: neither the browser, nor the Playground, nor the bot
// can reach anything else, whatever they try.
function isolate() {
  if (process.env.END_TO_END_ISOLATED) return;
  const flags = process.getuid() === 0 ? ['-n'] : ['-r', '-n'];
  const rehearsal = spawnSync('unshare', [...flags, '--', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' });
  if (rehearsal.status !== 0) {
    console.log('Not isolated: this machine permits no network namespace (unshare, ip); the browser still loads from loopback only.');
    return;
  }
  const again = [process.execPath, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status } = spawnSync('unshare', [...flags, '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...again], {
    stdio: 'inherit', env: { ...process.env, END_TO_END_ISOLATED: '1' },
  });
  process.exit(status ?? 1);
}

async function end(sentence) {
  await checks.check(sentence, () => { throw new Error('stopped before the end'); });
  stopAll();
  finish();
}

function finish() {
  if (options.ctrf) checks.write(options.ctrf);
  console.log(`\n${checks.line}`);
  process.exit(checks.count('failed') > 0 || checks.total === 0 ? 1 : 0);
}
