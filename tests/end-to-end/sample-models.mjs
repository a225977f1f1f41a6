// The sample's revenue model with a line or two of it changed, for a check that would take too long on the sample itself.
import fs from 'node:fs';
import path from 'node:path';
import { expect } from './checks.mjs';
import { ROOT } from './paths.mjs';

const SAMPLES = path.join(ROOT, 'src/AccountabilityBot/Samples');
export const SAMPLE_LEADS = path.join(SAMPLES, 'leads.csv');

/** Writes the changed model into `folder`; each change is [what stands there, what is to stand there]. Answers the file. */
export function changedModel(folder, name, changes) {
  let model = fs.readFileSync(path.join(SAMPLES, 'revenue-model.yaml'), 'utf8');
  for (const [before, after] of changes) {
    const changed = model.replace(before, after);
    expect(changed !== model, `the sample's model has no ${before} any more`);
    model = changed;
  }
  const file = path.join(folder, `${name}.yaml`);
  fs.writeFileSync(file, model);
  return file;
}
