// The types of the service's interface, from its own description: reads /openapi.json on standard input and prints
// src/api/schema.d.ts. `tools/console_api.sh PROGRAM` runs it; a test runs it again and compares.
import { text } from 'node:stream/consumers';
import openapiTS, { astToString } from 'openapi-typescript';

const description = JSON.parse(await text(process.stdin));
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
