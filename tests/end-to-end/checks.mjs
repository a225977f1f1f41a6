// Counts checks, prints one line for each, and writes the same counts in Common Test Report Format for infra/dev.sh.
import fs from 'node:fs';
import path from 'node:path';

export class Checks {
  #tests = [];

  /** Runs one check; its failure is counted and printed, and the next one goes on. */
  async check(name, act, { onFailure } = {}) {
    const start = Date.now();
    try {
      await act();
      this.#add({ name, status: 'passed', duration: Date.now() - start });
      console.log(`pass  ${name}`);
    } catch (error) {
      this.#add({ name, status: 'failed', duration: Date.now() - start, message: sentenceOf(error) });
      console.log(`FAIL  ${name}\n      ${sentenceOf(error).replaceAll('\n', '\n      ')}`);
      await onFailure?.().catch(() => { /* the failure itself is what is reported */ });
    }
  }

  /** Records a check that cannot be made here, with the reason a person can act on. */
  skip(name, reason) {
    this.#add({ name, status: 'skipped', duration: 0, extra: { reason } });
    console.log(`skip  ${name}: ${reason}`);
  }

  count(status) {
    return this.#tests.filter(test => test.status === status).length;
  }

  get total() {
    return this.#tests.length;
  }

  /** The closing line that test runners and people read. */
  get line() {
    return `${this.count('passed')} passed, ${this.count('failed')} failed, ${this.count('skipped')} skipped`;
  }

  write(file) {
    const summary = {
      tests: this.total, passed: this.count('passed'), failed: this.count('failed'), skipped: this.count('skipped'), pending: 0, other: 0,
    };
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ results: { tool: { name: 'end-to-end' }, summary, tests: this.#tests } }, null, 2));
  }

  #add(test) {
    this.#tests.push(test);
  }
}

/** Throws with the sentence unless the condition holds. */
export function expect(condition, sentence) {
  if (!condition) throw new Error(sentence);
}

/** Throws with every problem, one on a line, unless there is none. */
export function expectNone(problems) {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

function sentenceOf(error) {
  // A browser error carries a call log of many lines; the first says what was waited for.
  const [message] = String(error?.message ?? error).split('\nCall log:');
  return message.trim();
}
