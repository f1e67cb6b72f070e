// The pages of each role, in the order in which they stand across the top.
import { session, type Role } from '@/api/session';
import type { WordKey } from '@/i18n/words';

export interface Page {
  name: string;
  says: WordKey;
  /** Pages that are reached from it. */
  also?: string;
}

/** Who may see registers and tasks. */
export const OFFICES: readonly Role[] = [
  'window',
  'designation',
  'enrolment',
  'assistance',
  'fund',
  'policy',
  'supervisor',
  'auditor',
  'administrator',
];

/** Who may ask for what takes longer than a request. */
export const OPERATORS: readonly Role[] = [
  'assistance',
  'fund',
  'policy',
  'supervisor',
  'auditor',
  'administrator',
];

export const AUDITORS: readonly Role[] = ['auditor'];

export const ADMINISTRATORS: readonly Role[] = ['administrator'];

const PAGES: readonly { page: Page; roles: readonly Role[] }[] = [
  { page: { name: 'window', says: 'shell.settle' }, roles: ['window', 'institution'] },
  { page: { name: 'bills', says: 'shell.bills', also: 'bill' }, roles: ['window', 'institution'] },
  { page: { name: 'registers', says: 'registers.title', also: 'register' }, roles: OFFICES },
  { page: { name: 'tasks', says: 'tasks.title' }, roles: OFFICES },
  { page: { name: 'jobs', says: 'jobs.title' }, roles: OPERATORS },
  { page: { name: 'trail', says: 'trail.title' }, roles: AUDITORS },
  { page: { name: 'users', says: 'users.title' }, roles: ADMINISTRATORS },
];

export function pagesOfRoles(): Page[] {
  return PAGES.filter((each) => session.has(...each.roles)).map((each) => each.page);
}
