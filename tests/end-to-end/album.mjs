// The pictures of the README, made again by whoever asks: node run.mjs --pictures DIR. Without a folder nothing is written.
import fs from 'node:fs';
import path from 'node:path';
import { expect } from './checks.mjs';

// A README with five pictures should open on a telephone, too.
const MOST_BYTES = 150 * 1024;

export class Album {
  #folder;

  /** @param folder Where the pictures go; without one, every call is for nothing. */
  constructor(folder) {
    this.#folder = folder;
    if (folder) fs.mkdirSync(folder, { recursive: true });
  }

  get isWanted() {
    return this.#folder !== undefined;
  }

  /** Asks `draw` for a PNG and keeps it under a kebab-case name. */
  async keep(name, draw) {
    if (!this.isWanted) return;
    const picture = await draw();
    expect(picture.length <= MOST_BYTES, `the picture ${name} has ${picture.length} bytes, the most is ${MOST_BYTES}`);
    fs.writeFileSync(path.join(this.#folder, `${name}.png`), picture);
  }
}
