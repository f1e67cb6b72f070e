// Names for what the service sends and takes.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Explained = Schemas['yidan.explained.1'];
export type Bill = Schemas['bill'];
export type KeptBill = Schemas['kept-bill'];
export type Settled = Schemas['yidan.settled.1'];
export type Done = Schemas['yidan.done.1'];
export type Step = Schemas['step'];
export type LayerPayment = Schemas['layer'];
export type Layer = LayerPayment['layer'];
export type Fund = LayerPayment['fund'];
export type Amounts = Schemas['amounts'];
export type Encounter = Schemas['encounter'];
export type FeeLine = Schemas['line'];
export type Care = Encounter['care'];
export type Place = NonNullable<Encounter['place']>;
export type Disease = NonNullable<Encounter['disease']>;
export type LineClass = FeeLine['class'];
export type Standing = Schemas['yidan.standing.1'];
export type CoverSpan = Schemas['cover-span'];
export type Entry = Schemas['yidan.entry.1'];
export type Entries = Schemas['yidan.entries.1'];
export type Identity = Schemas['counted-identity'];
export type Clause = Schemas['yidan.clause.1'];
export type Pool = Schemas['named-pool'];
export type EntryStep = Schemas['entry-step'];
export type EntryFinding = Schemas['entry-finding'];
export type Coverage = Schemas['yidan.coverage.1'];
export type Tasks = Schemas['yidan.tasks.1'];
export type Task = Schemas['task'];
export type Job = Schemas['yidan.job.1'];
export type User = Schemas['user'];
