// The pictures of the README, made again by whoever asks: node run.mjs --pictures DIR. Without a folder nothing is written.
import fs from 'node:fs';
import path from 'node:path';
import { expect } from './checks.mjs';

// A README with five pictures should open on a telephone, too.
const MOST_BYTES = 175 * 1024;

export class Album {
  #folder;
  #gallery;

  /**
   * @param folder Where the pictures go; without one, every call is for nothing.
   * @param gallery Whether every card is to be pictured, wherever the README's pictures go.
   */
  constructor(folder, { gallery = false } = {}) {
    this.#folder = folder;
    this.#gallery = gallery;
    if (folder) fs.mkdirSync(folder, { recursive: true });
  }

  get isWanted() {
    return this.#folder !== undefined;
  }

  /** The README shows a piece of the gallery. */
  get wantsGallery() {
    return this.#gallery || this.isWanted;
  }

  /** Asks `draw` for a picture and keeps it under a kebab-case name. */
  async keep(name, draw, ending = 'png') {
    if (!this.isWanted) return;
    const picture = await draw();
    expect(picture.length <= MOST_BYTES, `the picture ${name} has ${picture.length} bytes, the most is ${MOST_BYTES}`);
    fs.writeFileSync(path.join(this.#folder, `${name}.${ending}`), picture);
  }
}
