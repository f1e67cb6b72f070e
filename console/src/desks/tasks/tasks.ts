// The tasks of a pool on one scale of time: from the first due day to the last, with today on it.
import type { Task } from '@/api/types';
import { nights } from '@/i18n/day';

export type Standing = Task['state'];

/** In the order of what wants looking at. */
export const STANDINGS: readonly Standing[] = ['overdue', 'open', 'done-late', 'done', 'continuous'];

export interface Scale {
  from: string;
  to: string;
}

/** Whole years, that the due days and the day of the question lie in. */
export function scaleOf(tasks: readonly Task[], on: string): Scale {
  const days = [
    on,
    ...tasks.flatMap((each) => [each.due, each.closed]).filter((each) => each !== undefined),
  ].sort();
  return { from: `${year(days[0], on)}-01-01`, to: `${year(days.at(-1), on) + 1}-01-01` };
}

function year(day: string | undefined, otherwise: string): number {
  return Number((day ?? otherwise).slice(0, 4));
}

/** Where a day lies, in per cent of the scale. */
export function placeOf(scale: Scale, day: string): number {
  const all = nights(scale.from, scale.to);
  return all === 0 ? 0 : Math.min(100, Math.max(0, (100 * nights(scale.from, day)) / all));
}

export function yearsOf(scale: Scale): number[] {
  const first = year(scale.from, scale.from);
  return Array.from({ length: year(scale.to, scale.to) - first }, (_, at) => first + at);
}

/** The stretch beside the due day: until today where it is late or yet to come; until it was closed, where late. */
export function stretchOf(scale: Scale, task: Task, on: string): { left: number; width: number } | null {
  if (task.due === undefined) return null;
  const other =
    task.state === 'done-late' ? task.closed : ['overdue', 'open'].includes(task.state) ? on : undefined;
  if (other === undefined) return null;
  const [one, two] = [placeOf(scale, task.due), placeOf(scale, other)].sort((a, b) => a - b) as [number, number];
  return { left: one, width: two - one };
}

/** All who lead something, for choosing. */
export function leadersOf(tasks: readonly Task[]): string[] {
  return [...new Set(tasks.flatMap((each) => each.lead))].sort((one, other) => one.localeCompare(other, 'zh'));
}

export function counted(tasks: readonly Task[]): Map<Standing, number> {
  const counts = new Map<Standing, number>();
  for (const { state } of tasks) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

/** What is overdue longest first, then what is due next; what has no day comes last. */
export function inOrder(tasks: readonly Task[]): Task[] {
  return [...tasks].sort(
    (one, other) =>
      STANDINGS.indexOf(one.state) - STANDINGS.indexOf(other.state) ||
      (one.due ?? '9999').localeCompare(other.due ?? '9999'),
  );
}
