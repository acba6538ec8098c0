import { z } from 'zod';

/** What somebody is for an area (rules 4.1). */
export const Role = z.enum(['viewer', 'staff', 'manager', 'hub', 'prefecture']);
export type Role = z.infer<typeof Role>;
