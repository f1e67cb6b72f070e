// The one way to the service: every request carries the token and the language, every failure is a `Problem`.
import createClient, { type Middleware } from 'openapi-fetch';
import { language } from '@/i18n/language';
import { isProblem, Problem } from './problem';
import type { paths } from './schema';
import { session } from './session';

const PATIENCE = 20_000; // milliseconds until no answer is taken for none

const saysWho: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language.value);
    if (session.token.value !== '') request.headers.set('Authorization', `Bearer ${session.token.value}`);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(saysWho);

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was answered; throws a `Problem`. An abandoned request throws what the browser throws (`isAbandoned`). */
export async function answered<T>(asked: Promise<Outcome<T>>): Promise<T> {
  let outcome: Outcome<T>;
  try {
    outcome = await asked;
  } catch (error) {
    if (isAbandoned(error)) throw error;
    throw Problem.noAnswer();
  }
  if (outcome.response.ok) return outcome.data as T;
  if (!isProblem(outcome.error)) throw Problem.noAnswer();
  const problem = Problem.told(outcome.error);
  if (problem.status === 401 && session.token.value !== '') session.end();
  throw problem;
}

export function isAbandoned(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Ends when `abandon` is called, or when patience ends. */
export function patience(abandoned?: AbortSignal): AbortSignal {
  const limit = AbortSignal.timeout(PATIENCE);
  return abandoned ? AbortSignal.any([abandoned, limit]) : limit;
}
