// The pages. Numbers of persons stand in no address: they would stay in the browser's history.
import { createRouter, createWebHistory, type RouteLocationRaw } from 'vue-router';
import { session, type Role } from './api/session';
import Login from './desks/Login.vue';

/** Where a role begins. */
export function homeOf(): RouteLocationRaw {
  if (session.has('window', 'institution')) return { name: 'window' };
  return session.has('citizen') ? { name: 'me' } : { name: 'none' };
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
    { path: '/none', name: 'none', component: () => import('./desks/NoDesk.vue') },
    { path: '/:elsewhere(.*)*', redirect: () => homeOf() },
  ],
  scrollBehavior: () => ({ top: 0 }),
});

router.beforeEach((to) => {
  if (to.name === 'login') return session.login.value === null ? true : homeOf();
  if (session.login.value === null) return { name: 'login' };
  const roles = to.meta.roles;
  return roles === undefined || session.has(...roles) ? true : homeOf();
});
