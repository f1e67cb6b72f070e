// Users: who they are, what they may do, and to whom.
import { answered, api, patience } from '@/api/client';
import type { Role } from '@/api/session';
import type { User } from '@/api/types';

export interface Rights {
  roles: Role[];
  pools: string[];
  provider: string;
  person: string;
}

export async function usersNow(signal: AbortSignal): Promise<User[]> {
  return (await answered(api.GET('/v1/users', { signal }))).users;
}

export async function put(user: string, { roles, pools, provider, person }: Rights): Promise<void> {
  const body = { roles, pools, ...(provider ? { provider } : {}), ...(person ? { person } : {}) };
  await answered(api.PUT('/v1/users/{user}', { params: { path: { user } }, body, signal: patience() }));
}

export async function setPassword(user: string, password: string): Promise<void> {
  const params = { path: { user } };
  await answered(api.PUT('/v1/users/{user}/password', { params, body: { password }, signal: patience() }));
}

export async function close(user: string): Promise<void> {
  await answered(api.DELETE('/v1/users/{user}', { params: { path: { user } }, signal: patience() }));
}
