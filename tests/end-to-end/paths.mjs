// Where things are, from the repository's root.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.resolve(HERE, '../..');
export const ARTIFACTS = path.join(ROOT, 'artifacts');
export const MODULES = path.join(HERE, 'node_modules');

/** The program under test; `infra/dev.sh test` has built it. */
export const BOT_DLL = process.env.BOT_DLL ?? path.join(ROOT, 'src/AccountabilityBot/bin/Release/net10.0/AccountabilityBot.dll');
