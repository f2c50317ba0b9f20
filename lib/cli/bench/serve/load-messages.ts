import type { HttpRequest } from './http-request.ts';

/** Requests that are sent one after another, such as the attempts of one student. */
export type Chain = readonly HttpRequest[];

/** What one scenario sends to one server. */
export interface Target {
  readonly name: string;
  readonly port: number;
  readonly chains: readonly Chain[];
  /** Chains are sent again and again; otherwise each of them once, since an attempt can be used only once. */
  readonly repeats: boolean;
  /** A text that every reply contains; without one, status 200 is enough. */
  readonly expected?: string;
}

/** A run ends at whichever limit comes first. */
export interface LoadLimits {
  readonly target: string;
  readonly concurrency: number;
  readonly seconds: number;
  readonly requests: number;
}

export type LoadMessage =
  | { readonly kind: 'add'; readonly target: Target }
  | { readonly kind: 'run'; readonly limits: LoadLimits };

export interface LoadResult {
  /** Of each request that was answered as expected. */
  readonly durationsMs: readonly number[];
  readonly elapsedMs: number;
  readonly failed: number;
  readonly firstFailure: string | null;
}
