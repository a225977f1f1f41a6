// The bot as `infra/dev.sh demo` starts it, with its sample company, but with no lead coming by itself.
import fs from 'node:fs';
import { BOT_DLL } from './paths.mjs';
import { freePort, start, until } from './processes.mjs';

const API_KEY = 'end-to-end-checks-only';

export class DemoBot {
  #address;

  /**
   * Starts the bot; it writes the Playground's configuration into `folder`. `options` are more words of its command line,
   * `environment` more of its settings; `DEMO_OPTIONS` adds words, too.
   */
  static async start({ folder, log, options = [], environment = {} }) {
    const bot = new DemoBot();
    bot.port = await freePort();
    bot.folder = folder;
    bot.#address = `http://127.0.0.1:${bot.port}`;
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const more = (process.env.DEMO_OPTIONS ?? '').split(' ').filter(Boolean);
    const program = await start('dotnet', [BOT_DLL, 'demo', '--playground', folder, '--port', String(bot.port), '--lead-every', '0', ...options, ...more], {
      log,
      env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', Api__Keys__0: API_KEY, ...environment },
    });
    bot.assertRuns = program.assertRuns;
    bot.stop = program.stop;
    await until('the bot to be alive', async () => {
      program.assertRuns();
      return (await fetch(`${bot.#address}/healthz`)).ok;
    }, 60_000);
    return bot;
  }

  /** Hands a lead in as marketing's software would, and answers what the API said of it. */
  async bringLead(lead) {
    const { leads: [answer] } = await this.#call('/api/leads', { method: 'POST', body: JSON.stringify({ source: 'webinar', ...lead }) });
    if (answer.result !== 'created') throw new Error(`the lead was ${answer.result}: ${answer.problem ?? ''}`);
    return answer;
  }

  /** Hands an activity to the bot's endpoint, past the Playground. */
  receive(activity) {
    return this.#call('/api/messages', { method: 'POST', body: JSON.stringify(activity) });
  }

  /** What the database says of a lead: `{no, state, owner, ledger, ...}`. */
  lead(no) {
    return this.#call(`/api/leads/${no}`);
  }

  async #call(place, options) {
    const answer = await fetch(this.#address + place, { ...options, headers: { 'content-type': 'application/json', 'x-api-key': API_KEY } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${place} answered ${answer.status}: ${text.slice(0, 500)}`);
    return JSON.parse(text);
  }
}
