// The pages. Numbers of persons stand in no address: they would stay in the browser's history.
import { createRouter, createWebHistory, type RouteLocationRaw } from 'vue-router';
import { session, type Role } from './api/session';
import Login from './desks/Login.vue';
import { ADMINISTRATORS, AUDITORS, OFFICES, OPERATORS } from './desks/pages';

/** Where a role begins. */
export function homeOf(): RouteLocationRaw {
  if (session.has('window', 'institution')) return { name: 'window' };
  if (session.has('citizen')) return { name: 'me' };
  return session.has('policy', 'supervisor', 'auditor') ? { name: 'tasks' } : { name: 'registers' };
}

declare module 'vue-router' {
  interface RouteMeta {
    roles?: readonly Role[];
  }
}

const WINDOW: readonly Role[] = ['window', 'institution'];

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/login', name: 'login', component: Login },
    { path: '/', redirect: () => homeOf() },
    {
      path: '/window',
      component: () => import('./desks/window/Desk.vue'),
      meta: { roles: WINDOW },
      children: [
        { path: '', name: 'window', component: () => import('./desks/window/Window.vue') },
        { path: 'bills', name: 'bills', component: () => import('./desks/window/Bills.vue') },
        {
          path: 'bills/:encounter',
          name: 'bill',
          component: () => import('./desks/window/BillPage.vue'),
          props: true,
        },
      ],
    },
    {
      path: '/me',
      name: 'me',
      component: () => import('./desks/citizen/Citizen.vue'),
      meta: { roles: ['citizen'] },
    },
    {
      path: '/',
      component: () => import('./desks/office/Office.vue'),
      meta: { roles: OFFICES },
      children: [
        { path: 'registers', name: 'registers', component: () => import('./desks/registers/Registers.vue') },
        {
          path: 'registers/:register/:entry?',
          name: 'register',
          component: () => import('./desks/registers/Register.vue'),
          props: true,
        },
        { path: 'tasks', name: 'tasks', component: () => import('./desks/tasks/Tasks.vue') },
        {
          path: 'operations',
          name: 'jobs',
          component: () => import('./desks/operations/Jobs.vue'),
          meta: { roles: OPERATORS },
        },
        {
          path: 'trail',
          name: 'trail',
          component: () => import('./desks/operations/Trail.vue'),
          meta: { roles: AUDITORS },
        },
        {
          path: 'users',
          name: 'users',
          component: () => import('./desks/operations/Users.vue'),
          meta: { roles: ADMINISTRATORS },
        },
      ],
    },
    { path: '/:elsewhere(.*)*', redirect: () => homeOf() },
  ],
  // An entry opens beside its list: the list stays where it was.
  scrollBehavior: (to, from) => (to.name === 'register' && from.name === 'register' ? false : { top: 0 }),
});

router.beforeEach((to) => {
  if (to.name === 'login') return session.login.value === null ? true : homeOf();
  if (session.login.value === null) return { name: 'login' };
  const roles = to.meta.roles;
  return roles === undefined || session.has(...roles) ? true : homeOf();
});
