// A service of our own for the browser: new books with a few institutions, the persons of examples/, a user for each
// role, and the console as it was built.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const ROOT = new URL('../../', import.meta.url).pathname;
export const PASSWORD = 'correct horse battery';
export const POOL = '370800';
export const PERSON = '370800196805120048';

const PROGRAM = process.env.YIDAN_PROGRAM ?? join(ROOT, 'build/dev/src/cli/yidan');
const ENVIRONMENT = { ...process.env, YIDAN_PACKS: join(ROOT, 'packs'), LC_ALL: 'C.UTF-8' };

interface Example {
  pool: string;
  person: { id: string };
  encounters: { id: string }[];
}

export interface Service {
  url: string;
  stop: () => void;
}

function run(books: string, words: string[], input = ''): string {
  return execFileSync(PROGRAM, [...words, '--db', books], { env: ENVIRONMENT, input, encoding: 'utf8' });
}

function post(books: string, requests: readonly string[]): void {
  const answers = run(books, ['post', '--as', 'json', '--jsonl', '-'], requests.join('\n'));
  const refused = answers.split('\n').filter((each) => each.includes('yidan.refused/1'));
  if (refused.length > 0) throw new Error(refused.join('\n'));
}

function exampleOf(city: string): Example {
  return JSON.parse(readFileSync(join(ROOT, `examples/${city}.json`), 'utf8')) as Example;
}

function factsOf({ pool, person }: Example): string {
  return JSON.stringify({
    format: 'yidan.request/1',
    key: `facts-${pool}`,
    pool,
    person: person.id,
    do: 'facts',
    facts: { person },
  });
}

function makeBooks(books: string): void {
  run(books, ['init', '--drafts']);
  const demo = execFileSync('awk', ['-f', join(ROOT, 'tools/demo.awk')], { input: '', encoding: 'utf8' });
  const wanted =
    /"pool":"370(?:6|8)00","do":"(?:open|move)","register":"(?:place|institution|agreement|designation|item)"/;
  post(books, [
    ...demo.split('\n').filter((each) => wanted.test(each)),
    factsOf(exampleOf('jining')),
    factsOf(exampleOf('yantai')),
  ]);
  const users: [string, ...string[]][] = [
    ['window', '--role', 'window', '--pool', POOL, '370600'],
    ['citizen', '--role', 'citizen', '--pool', POOL, '--person', PERSON],
    ['fund', '--role', 'fund', '--pool', POOL],
    ['designation', '--role', 'designation', '--pool', POOL],
    ['policy', '--role', 'policy', '--pool', POOL],
    ['auditor', '--role', 'auditor'],
    ['administrator', '--role', 'administrator'],
    ['hospital', '--role', 'institution', '--pool', POOL, '--provider', 'JN-H3'],
  ];
  for (const [user, ...more] of users) {
    run(books, ['user', 'put', user, ...more]);
    run(books, ['user', 'password', user], `${PASSWORD}\n`);
  }
}

/** Settles examples/jining.json as it stands, by the command line. */
export function settleExamples(books: string): void {
  const example = exampleOf('jining');
  post(
    books,
    example.encounters.map((encounter) =>
      JSON.stringify({
        format: 'yidan.request/1',
        key: `example-${encounter.id}`,
        pool: example.pool,
        person: example.person.id,
        do: 'settle',
        encounter,
      }),
    ),
  );
}

async function urlOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the service says nothing');
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /https?:\/\/\S+/.exec(line);
    if (found) return found[0];
  }
  throw new Error('the service did not start');
}

export async function serve(): Promise<Service & { books: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'yidan-console-'));
  const books = join(folder, 'books.db');
  makeBooks(books);
  const console = join(ROOT, 'console/dist');
  const words = ['serve', '--db', books, '--listen', '127.0.0.1:0', '--console', console];
  const child = spawn(PROGRAM, words, { env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await urlOf(child);
  child.stdout.resume();
  return {
    url,
    books,
    stop: () => {
      child.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
