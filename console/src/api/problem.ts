// What the service says when something is not done (RFC 9457), and what is said in its place when no answer comes.
import type { components } from './schema';

type Told = components['schemas']['problem'];

/** A code of the service, or one of ours: `no-answer`, of a request that may or may not have come through. */
export type ProblemCode = Told['code'] | 'no-answer';

export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly title: string,
    readonly detail: string,
    /** Where in what was sent: "$.encounter.lines[1].self_pay_first", "path.person"; empty: nowhere in particular. */
    readonly where = '',
    readonly status = 0,
    readonly retryable = false,
    readonly request = '',
    readonly clauses: readonly string[] = [],
  ) {
    super(detail);
  }

  static told(told: Told): Problem {
    return new Problem(
      told.code,
      told.title,
      told.detail,
      told.where ?? '',
      told.status,
      told.retryable,
      told.request,
      told.clauses ?? [],
    );
  }

  static noAnswer(): Problem {
    return new Problem('no-answer', '', '', '', 0, true);
  }
}

export function isProblem(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}
