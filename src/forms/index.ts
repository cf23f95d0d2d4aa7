export type {
  Apology,
  ControlSheet,
  FormContact,
  FormContent,
  FormHead,
  FormKind,
  FormParty,
  FormSigner,
  FormTime,
  HandOver,
  HandOverOutcome,
  Receipt,
  RefusalForm,
  StopNotice,
  SupplementRequest,
  TrackingBook,
  TrackingBookRow,
} from './domain/content.ts';
export { type FormIssue, formIssuesOf, type NewFormIssue, recordFormIssue } from './issues.ts';
export { formToIssue, type IssuedForm, type PrintedForm, printForm } from './print.ts';
export { formRulesOn } from './rules.ts';
export { wordForm } from './word-form.ts';
