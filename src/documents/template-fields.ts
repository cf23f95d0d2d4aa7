import { z } from 'zod';
import { id } from '../platform/actions/fields.ts';
import type { TemplateShelf } from './shelf.ts';
import { SHIPPED } from './templates.ts';

/** What a template is for, by its name in an address. */
export const purposeField = (shelf: TemplateShelf) =>
  z.string('required').refine((address) => shelf.find(address) !== undefined, 'choose');

/** An uploaded template. */
export const templateFile = () => id().or(z.literal('').transform(() => ''));

/** A template of the agency's, or the product's own. */
export const templateChoice = () => id().or(z.literal(SHIPPED));
