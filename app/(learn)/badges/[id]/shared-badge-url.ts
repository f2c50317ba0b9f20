import { env } from '#lib/server/host/env.ts';

/** The full address of the page that everybody with the link of a badge sees. */
export const sharedBadgeUrl = (token: string): string => `${env().publicUrl}/badges/shared/${token}`;
