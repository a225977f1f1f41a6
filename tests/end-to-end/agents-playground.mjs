// Microsoft 365 Agents Playground: Microsoft's own Teams emulator, installed from npm by name under its own terms
// ("Microsoft pre-release software license terms") and never copied. One process is one signed-in person.
import fs from 'node:fs';
import path from 'node:path';
import { TIME_ZONE } from './browser.mjs';
import { MODULES } from './paths.mjs';
import { freePort, start } from './processes.mjs';

const PROGRAM = path.join(MODULES, '@microsoft/m365agentsplayground/cli.js');
const CONFIGURATION = '.m365agentsplayground.yml';

/** Why the Playground cannot be used here, as one sentence, or null when it can. */
export function missingPlayground() {
  return fs.existsSync(PROGRAM) ? null : 'the npm package @microsoft/m365agentsplayground is not installed (its terms are Microsoft\'s own; `npm ci` brings it)';
}

/** Starts it in the folder where the bot has written its configuration, and answers the page's address. */
export async function startPlayground({ folder, botPort, log }) {
  if (!fs.existsSync(path.join(folder, CONFIGURATION))) throw new Error(`the bot wrote no ${CONFIGURATION}`);
  const port = await freePort();
  const program = await start(process.execPath, [
    PROGRAM, 'start', '-e', `http://127.0.0.1:${botPort}/api/messages`, '-c', 'msteams', '-p', String(port),
    // Its own default says localhost, which may mean ::1.
    '--service-url', `http://127.0.0.1:${port}/_connector`, '--disable-telemetry',
  ], {
    cwd: folder, log, ready: /Listening on (\d+)/,
    // BROWSER: it would open the page on the desktop. NO_STATSBEAT: --disable-telemetry alone leaves one report on.
    // TZ: it tells the bot its own zone as the person's; the browser's is the same.
    env: { ...process.env, TZ: TIME_ZONE, BROWSER: 'true', APPLICATION_INSIGHTS_NO_STATSBEAT: '1' },
  });
  // It falls back to another port in silence, and says what is wrong with its configuration only in a log of its own.
  if (Number(program.match[1]) !== port) throw new Error(`port ${port} was taken meanwhile; the Playground fell back to ${program.match[1]}`);
  return { address: `http://127.0.0.1:${port}/`, stop: program.stop };
}

/** One of the five colleagues of the configuration, by name: `{id, name, aadObjectId}`. */
export function readUser(folder, name) {
  const users = fs.readFileSync(path.join(folder, CONFIGURATION), 'utf8').split(/^\s+- (?=id:)/m);
  const own = users.find(user => user.includes(`name: "${name}"`));
  if (!own) throw new Error(`${CONFIGURATION} has no colleague named ${name}`);
  const value = key => own.match(new RegExp(`^\\s*${key}: "(.*)"$`, 'm'))[1];
  return { id: value('id'), name, aadObjectId: value('aadObjectId') };
}

/** A value of the configuration that the bot wrote: `value(folder, 'currentUser', 'name')`. */
export function readConfiguration(folder, section, key) {
  const text = fs.readFileSync(path.join(folder, CONFIGURATION), 'utf8');
  const lines = text.split(/\r?\n/);
  const from = lines.findIndex(line => line.startsWith(`${section}:`));
  const own = lines.slice(from + 1).findIndex(line => /^\S/.test(line));
  const body = lines.slice(from + 1, own < 0 ? undefined : from + 1 + own);
  const found = body.map(line => line.match(new RegExp(`^\\s+(?:- )?${key}:\\s*(.+?)\\s*$`))).find(Boolean);
  if (from < 0 || !found) throw new Error(`${CONFIGURATION} has no ${section}.${key}`);
  return found[1].replace(/^(["'])(.*)\1$/, '$2');
}
