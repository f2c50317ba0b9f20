import { runLimitMs } from '#lib/interpreter/runtime.ts';

/** What Run and Check say of a program that exceeded the time. */
export const timeOutText = `It ran longer than ${runLimitMs / 1000} seconds and was stopped.`;
