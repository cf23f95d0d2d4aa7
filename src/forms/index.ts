export type {
  Apology,
  ControlSheet,
  FormContact,
  FormContent,
  FormHead,
  FormKind,
  FormParty,
  FormSigner,
  Handover,
  HandoverResult,
  Moment,
  Receipt,
  RefusalForm,
  StopNotice,
  SupplementRequest,
  TrackingBook,
  TrackingRow,
} from './domain/content.ts';
export { FORM_KINDS } from './domain/content.ts';
export type { IssuedForm, PrintedForm } from './print.ts';
export { printForm } from './print.ts';
export { formCode, formOfCode, formOfKind, formRuleSets, formRulesOn } from './rules.ts';
