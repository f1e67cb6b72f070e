// Jobs: what takes longer than a request. Asked for once by a key, looked at while they work, less and less often.
import { answered, api, patience } from '@/api/client';
import type { Job } from '@/api/types';

/** What can be asked for here. */
export type Order =
  | { kind: 'audit'; on: string; bills: boolean }
  | { kind: 'verification' }
  | { kind: 'reconciliation'; pool: string; from: string; to: string };

export function begin(order: Order, key: string): Promise<Job> {
  const params = { header: { 'Idempotency-Key': key } };
  const signal = patience();
  if (order.kind === 'audit') {
    const body = { on: order.on, bills: order.bills };
    return answered(api.POST('/v1/jobs/audit', { params, body, signal }));
  }
  if (order.kind === 'verification') {
    return answered(api.POST('/v1/jobs/verification', { params, body: {}, signal }));
  }
  const { pool, from, to } = order;
  return answered(api.POST('/v1/jobs/reconciliation', { params, body: { pool, from, to }, signal }));
}

export async function jobsNow(signal: AbortSignal): Promise<Job[]> {
  return (await answered(api.GET('/v1/jobs', { signal }))).jobs;
}

export function cancel(job: string): Promise<Job> {
  return answered(api.POST('/v1/jobs/{job}/cancel', { params: { path: { job } }, signal: patience() }));
}

export async function resultOf(job: string, signal: AbortSignal): Promise<unknown> {
  return answered(api.GET('/v1/jobs/{job}/result', { params: { path: { job } }, signal }));
}

export function isWorking(job: Job): boolean {
  return job.state === 'waiting' || job.state === 'running';
}

/** In per cent; null where nobody knows how much there is. */
export function shareOf(job: Job): number | null {
  return job.of === undefined || job.of === 0 ? null : Math.floor((100 * job.done) / job.of);
}

const FIRST = 500; // milliseconds
const LONGEST = 8000;

/** How long until the next look, after so many without news. */
export function pauseAfter(looks: number): number {
  return Math.min(LONGEST, FIRST * 2 ** Math.min(looks, 10));
}
