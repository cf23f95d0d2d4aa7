import { templateInForce } from '../documents/index.ts';
import type { Reader } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/store.ts';
import { printFormWord } from '../platform/paper/press.ts';
import { shippedFile } from '../platform/word/shipped.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { FormContent } from './domain/content.ts';
import { formOn, issuedForm, type PrintedForm, sha256 } from './print.ts';
import { formCode } from './rules.ts';
import { formSheet } from './sheet.ts';
import { formTemplateName } from './shelf.ts';

/** A form as Word file, with the template that is in force in the agency, or else the product's; `day` as in `printForm`. */
export async function wordForm(
  query: Reader,
  files: Pick<FileStore, 'get'>,
  agencyId: string,
  content: FormContent,
  day: CivilDate,
): Promise<PrintedForm> {
  const { rules, form } = formOn(day, content.kind);
  const template = await templateInForce(query, files, agencyId, formCode(rules, form), () =>
    shippedFile(formTemplateName(rules, form)),
  );
  const bytes = await printFormWord(formSheet(content, rules, form), template.bytes);
  return {
    bytes,
    fileType: 'docx',
    fileSha256: sha256(bytes),
    form: issuedForm(content, rules, form, template.sha256),
  };
}
