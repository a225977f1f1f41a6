// Ends well once an address answers with success: node wait-for.mjs URL SECONDS
import { setTimeout as pause } from 'node:timers/promises';

const [url, seconds] = process.argv.slice(2);
const end = Date.now() + Number(seconds) * 1000;
while (Date.now() < end) {
  const answer = await fetch(url).catch(() => null);
  if (answer?.ok) process.exit(0);
  await pause(200);
}
console.error(`${url} did not answer within ${seconds} seconds.`);
process.exit(1);
