export { readNumberAndSymbol } from './domain/document-number.ts';
export { saveDocument } from './save-document.ts';
export { templateInForce } from './templates.ts';
