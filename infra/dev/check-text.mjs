// Two promises about what is written here: a path that README or a decision names exists, and no file names a package
// registry or a folder of the machine it was written on. The registries are asked from this machine's own tools, because
// a list of them here would break the promise.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const files = run('git', 'ls-files', '--cached', '--others', '--exclude-standard').split('\n').filter(file => file && fs.existsSync(path.join(ROOT, file)));
const problems = [...deadPaths(), ...forbiddenWords()];
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);

function deadPaths() {
  const pages = files.filter(file => file === 'README.md' || (file.startsWith('infra/decisions/') && file.endsWith('.md')));
  // Generated folders are named too, and are rightly absent from a fresh clone.
  const named = /(?<![\w./:-])(?:src|tests|infra|manifest|\.ci|\.config)\/[\w.\/-]*[\w\/]/g;
  return pages.flatMap(page => lines(page).flatMap(({ text, number }) => [...text.matchAll(named)]
    .filter(([name]) => !/N{4}/.test(name) && !fs.existsSync(path.join(ROOT, name)))
    .map(([name]) => `${page}:${number}: there is no ${name}`)));
}

function forbiddenWords() {
  // A clone right under the root of the file system has a name too short to mean anything elsewhere.
  const folders = [ROOT, `${os.homedir()}/`].filter(folder => folder.split('/').length > 2);
  const forbidden = [...registries(), ...folders];
  return files.filter(isText).flatMap(file => lines(file).flatMap(({ text, number }) => forbidden
    .filter(word => text.includes(word))
    .map(() => `${file}:${number}: names a package registry or a folder of this machine`)));
}

function registries() {
  const said = [run('npm', 'config', 'get', 'registry'), run('dotnet', 'nuget', 'list', 'source')].join('\n');
  return [...said.matchAll(/https?:\/\/([^\s/:]+)/g)].map(([, host]) => host).filter(host => !/^(localhost|127\.)/.test(host));
}

function lines(file) {
  return fs.readFileSync(path.join(ROOT, file), 'utf8').split('\n').map((text, i) => ({ text, number: i + 1 }));
}

function isText(file) {
  return !/\.(png|zip|gif|jpg)$/.test(file);
}

function run(command, ...args) {
  return execFileSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
