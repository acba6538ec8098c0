import { z } from 'zod';
import { optional, required } from './field-shapes.ts';
import { HubMode } from './vocabulary.ts';

/** What is said of a hub (連携拠点), in the register and in a survey's reply alike. */
export const hubDetails = {
  name: required,
  aliases: z.array(required),
  mode: HubMode,
  operator: optional,
  location: optional,
  since: optional,
  tel: optional,
  note: optional,
};
