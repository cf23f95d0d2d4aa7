export const evidenceEnglish = {
  'evidence.kind': 'The evidence is',
  'evidence.kind.document': 'a document',
  'evidence.kind.document.hint':
    'It has a number, a symbol and an issue date; the issue date is the evidence date.',
  'evidence.kind.event': 'an event that was held',
  'evidence.kind.event.hint':
    'A conference, a training course, an inspection…; the day it was held is the evidence date.',
  'evidence.kind.file': 'a file',
  'evidence.kind.file.hint':
    'A picture, a table of figures, a result; the day of the result is the evidence date.',
  'evidence.document': 'If it is a document',
  'evidence.number': 'Number and symbol',
  'evidence.number.hint': 'For example: 375/KH-SGDĐT',
  'evidence.issue-date': 'Issue date',
  'evidence.issuer': 'Issued by',
  'evidence.issuer.hint': 'Leave empty if your own agency issued it.',
  'evidence.other': 'If it is an event or a file',
  'evidence.day': 'Day of the event or the result',
  'evidence.abstract': 'Abstract, content',
  'evidence.abstract.hint': 'The abstract of the document, or what was done.',
  'evidence.file': 'Attached file',
  'evidence.file.hint': 'Required if the evidence is a file. At most 25 MB.',
  'refusal.invalid:file-empty': 'The file {name} is empty. Choose another one.',
  'refusal.invalid:file-kind':
    'The file {name} is not a PDF, Word, Excel, PowerPoint, picture or text file. Choose another one.',
  'refusal.invalid:file-mismatch':
    'The content of {name} is not of the type that its name says. Save it with the right type and upload it again.',
  'refusal.invalid:document-number':
    'The number and symbol could not be read. Enter both, as in 375/KH-SGDĐT.',
} as const;
