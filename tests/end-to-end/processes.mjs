// Starts the programs under test, knows when they are ready, and ends every one of them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const running = new Set();

/**
 * Starts a program whose output goes to a log file. With `ready`, a regular expression, the answer waits for the first
 * output that matches and holds the match. `limit` is in milliseconds.
 */
export async function start(command, args, { log, ready, limit = 60_000, ...options }) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const file = fs.createWriteStream(log);
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  let ended = null;
  const hear = data => {
    file.write(data);
    output += data;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.on('error', error => { ended = error.message; });
  child.on('exit', (code, signal) => {
    ended = `it ended with ${signal ?? code}`;
    running.delete(child);
  });
  const program = {
    get output() { return output; },
    /** Throws once the program has ended, so that a wait for it fails at once and says why. */
    assertRuns() {
      if (ended !== null) throw new Stopped(`${path.basename(command)} ${args[0]}: ${ended}; its last words:\n${output.slice(-1_500)}`);
    },
    stop: () => child.kill('SIGTERM'),
  };
  if (ready) {
    program.match = await until(`${path.basename(command)} to be ready`, () => {
      program.assertRuns();
      return output.match(ready);
    }, limit);
  }
  return program;
}

/** Ends everything that was started here and still runs. */
export function stopAll() {
  for (const child of running) child.kill('SIGTERM');
}

/** Polls until the condition gives something true, and answers that. An error counts as "not yet". */
export async function until(what, condition, limit = 10_000) {
  const end = Date.now() + limit;
  let last;
  do {
    try {
      const found = await condition();
      if (found) return found;
      last = undefined;
    } catch (error) {
      if (error instanceof Stopped) throw error;
      last = error;
    }
    await pause(50);
  } while (Date.now() < end);
  throw new Error(`waited ${limit / 1000} s for ${what}${last ? `: ${last.message}` : ''}`);
}

/** A loopback port that is free at this moment. */
export async function freePort() {
  const server = net.createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

class Stopped extends Error { }
