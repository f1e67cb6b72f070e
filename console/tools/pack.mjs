// After the build: compressed forms of each file beside it, and the budget. The first page is what index.html loads at
// once; desks are loaded when they are opened.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FIRST_PAGE = 350_000; // bytes, gzip
const ANY_DESK = 350_000; // each other script, the same

const dist = new URL('../dist/', import.meta.url).pathname;
const files = readdirSync(dist, { recursive: true }).filter((name) => statSync(join(dist, name)).isFile());
const sizes = new Map();
for (const name of files.filter((each) => /\.(js|css|html|svg)$/.test(each))) {
  const text = readFileSync(join(dist, name));
  const gzip = gzipSync(text, { level: 9 });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  writeFileSync(join(dist, `${name}.gz`), gzip);
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(text, { params }));
  sizes.set(name, gzip.length);
}

const index = readFileSync(join(dist, 'index.html'), 'utf8');
if (/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/.test(index)) throw new Error('index.html has inline code');
const first = ['index.html', ...[...index.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((found) => found[1])];
const total = first.reduce((sum, name) => sum + sizes.get(name), 0);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`first page: ${kilobytes(total)} gzip of ${kilobytes(FIRST_PAGE)} (${first.join(', ')})`);
for (const [name, size] of sizes) if (!first.includes(name)) console.log(`  opened later: ${name} ${kilobytes(size)}`);
const over = [...sizes].filter(([name, size]) => !first.includes(name) && size > ANY_DESK);
if (total > FIRST_PAGE || over.length > 0) {
  console.error(`over the budget: ${[...(total > FIRST_PAGE ? ['the first page'] : []), ...over.flat()].join(' ')}`);
  process.exit(1);
}
