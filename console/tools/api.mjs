// The types of the service's interface, from its own description: reads /openapi.json on standard input and prints
// src/api/schema.d.ts. `tools/console_api.sh PROGRAM` runs it; a test runs it again and compares. Of the interface it has
// what the sources ask for, and what that consists of, so that a route of somebody else changes nothing here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import openapiTS, { astToString } from 'openapi-typescript';

const sources = new URL('../src/', import.meta.url).pathname;
const asked = new Map(); // path → methods
for (const name of readdirSync(sources, { recursive: true }).filter((each) => /(?<!\.d)\.(ts|vue)$/.test(each))) {
  for (const [, method, path] of readFileSync(join(sources, name), 'utf8').matchAll(/api\s*\.([A-Z]+)\(\s*'([^']+)'/g)) {
    asked.set(path, (asked.get(path) ?? new Set()).add(method.toLowerCase()));
  }
}

const description = JSON.parse(await text(process.stdin));
const kept = (path, method) => asked.get(path)?.has(method) || method === 'parameters';
description.paths = Object.fromEntries(Object.entries(description.paths)
  .filter(([path]) => asked.has(path))
  .map(([path, methods]) => [path, Object.fromEntries(Object.entries(methods).filter(([each]) => kept(path, each)))]));

// What is reached from there, by reference of reference.
const all = description.components;
description.components = {};
const reach = (value) => {
  for (const [, kind, name] of JSON.stringify(value).matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g)) {
    const group = (description.components[kind] ??= {});
    if (name in group) continue;
    group[name] = all[kind][name];
    reach(group[name]);
  }
};
reach(description.paths);

const ast = await openapiTS(description, { alphabetize: true, defaultNonNullable: false });

// Sentences stand in the description; here they would be read by nobody and make every diff long.
const withoutComments = astToString(ast).replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, '');

const WIDTH = 118;
function broken(line) {
  if (line.length <= WIDTH) return line;
  const indent = line.match(/^ */)[0] + '  ';
  const lines = [''];
  for (const piece of line.split(/(?<= \| )/)) {
    const last = lines.length - 1;
    if (lines[last].length + piece.length > WIDTH && lines[last].trim() !== '') lines.push(indent + piece);
    else lines[last] += piece;
  }
  return lines.map((each) => each.trimEnd()).join('\n');
}

const head = '// Made by tools/console_api.sh from the /openapi.json of the service: change the service, never this file.\n\n';
process.stdout.write(head + withoutComments.split('\n').map(broken).join('\n').trimEnd() + '\n');
