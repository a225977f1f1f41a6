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

/** The registry that the demo takes in, as far as a person asks for it: `{id, name, definition, target, owner, supports}`. */
export function sampleNumbers() {
  const [head, ...rows] = fs.readFileSync(path.join(SAMPLES, 'numbers.csv'), 'utf8').trim().split('\n').map(cells);
  const cell = (row, column) => row[head.indexOf(column)];
  return rows.map(row => ({
    id: cell(row, 'id'), name: cell(row, 'number'), definition: cell(row, 'definition'), target: cell(row, 'target'), owner: cell(row, 'owner'), supports: cell(row, 'supports'),
  }));
}

// One line of CSV, with quotes where a cell has a comma; no cell of the sample has a quote in it.
function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare);
}

/** The sample's people: `{name, email}`. */
export function samplePeople() {
  const [head, ...rows] = fs.readFileSync(path.join(SAMPLES, 'people.csv'), 'utf8').trim().split('\n').filter(line => !line.startsWith('#')).map(line => line.split(','));
  return rows.map(row => ({ name: row[head.indexOf('name')], email: row[head.indexOf('email')] }));
}
