import { z } from 'zod';
import { id } from '../platform/actions/fields.ts';
import type { TemplateShelf } from './shelf.ts';
import { SHIPPED } from './templates.ts';

/** What the two actions of a shelf are asked for. */
export const uploadFields = (shelf: TemplateShelf) =>
  z.object({ rules: purposeField(shelf), file: id().or(z.literal('').transform(() => '')) });
export const chooseFields = (shelf: TemplateShelf) =>
  z.object({ rules: purposeField(shelf), template: id().or(z.literal(SHIPPED)) });

const purposeField = (shelf: TemplateShelf) =>
  z.string('required').refine((rules) => shelf.find(rules) !== undefined, 'choose');
