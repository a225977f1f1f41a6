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

/** The sample's numbers, as far as a person asks for them: `{id, name, definition, target, owner, supports}`, each as it is written. */
export function sampleNumbers() {
  const model = fs.readFileSync(path.join(SAMPLES, 'revenue-model.yaml'), 'utf8');
  const [, section] = model.match(/^numbers:\n((?:(?: .*|#.*)?\n)*)/m);
  return section.split(/\n(?=  [\w-]+:\n)/).map(block => {
    const line = key => block.match(new RegExp(`^    ${key}: *(.+)$`, 'm'))?.[1].replace(/^"(.*)"$/, '$1');
    const definition = block.match(/\btext: *(?:"([^"]+)"|([^}\n]+))/);
    return {
      id: block.match(/^  ([\w-]+):/m)[1], name: line('name'), target: line('target'), owner: line('owner'), supports: line('supports'),
      definition: (definition?.[1] ?? definition?.[2])?.trim(),
    };
  });
}

/** The sample's people: `{name, email}`. */
export function samplePeople() {
  const [head, ...rows] = fs.readFileSync(path.join(SAMPLES, 'people.csv'), 'utf8').trim().split('\n').filter(line => !line.startsWith('#')).map(line => line.split(','));
  return rows.map(row => ({ name: row[head.indexOf('name')], email: row[head.indexOf('email')] }));
}
