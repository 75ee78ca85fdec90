// Builds the board, and what its tests run beside it, into the folders it is told, unless what lies there was built from the very
// same files.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [output, testOutput, stamp] = process.argv.slice(2);

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.name === 'node_modules' ? [] : entry.isDirectory() ? files(path) : [path];
  }).sort();
}

function run(program, ...args) {
  const ended = spawnSync(program, args, { cwd: here, stdio: 'inherit' });
  if (ended.error || ended.status !== 0) {
    console.error(`${program} ${args.join(' ')} failed${ended.error ? `: ${ended.error.message}` : ''}.\n`
      + 'The board needs Node.js 20 and npm; -Dui.skip builds the bundle without it.');
    process.exit(1);
  }
}

/** What is built in, each with its version and the licence it comes under. */
function licenses() {
  return ['ag-grid-community', 'ag-stack', 'lit', 'lit-element', 'lit-html', '@lit/reactive-element', 'uplot'].map(name => {
    const folder = join(here, 'node_modules', name);
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  }).join('\n----\n\n');
}

const hash = path => createHash('sha256').update(existsSync(path) ? readFileSync(path) : '').digest('hex');
const sources = createHash('sha256').update(files(here).map(path => path + hash(path)).join('\n')).digest('hex');
const parts = [...['index.html', 'page.js', 'leakage.js', 'board.js', 'licenses.txt'].map(name => join(output, name)), join(testOutput, 'agent.js'), join(testOutput, 'bare.js')];
const built = () => parts.map(hash).join(' ');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === `${sources}\n${built()}`) {
  process.exit(0);
}
const installed = join(here, 'node_modules', '.leakage-lock');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== hash(join(here, 'package-lock.json'))) {
  run('npm', 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--silent');
  writeFileSync(installed, hash(join(here, 'package-lock.json')));
}
run(process.execPath, join(here, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit');
const vite = join(here, 'node_modules', 'vite', 'bin', 'vite.js');
run(process.execPath, vite, 'build', '--logLevel', 'warn', '--outDir', output);
run(process.execPath, vite, 'build', '--config', 'vite.test.config.js', '--logLevel', 'warn', '--outDir', testOutput);
writeFileSync(join(output, 'licenses.txt'), licenses());
writeFileSync(stamp, `${sources}\n${built()}`);
