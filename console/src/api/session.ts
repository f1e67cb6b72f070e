// Who is logged in. The token lives in memory alone: closing or reloading the page ends the session, and no script of
// another page, no copied browser profile finds it.
import { computed, shallowRef } from 'vue';
import type { components } from './schema';

export type Login = components['schemas']['yidan.login.1'];
export type Role = Login['roles'][number];

const login = shallowRef<Login | null>(null);

export const session = {
  login: computed(() => login.value),
  token: computed(() => login.value?.token ?? ''),
  begin(next: Login): void {
    login.value = next;
  },
  end(): void {
    login.value = null;
  },
  has(...roles: Role[]): boolean {
    return login.value?.roles.some((each) => roles.includes(each)) ?? false;
  },
};
