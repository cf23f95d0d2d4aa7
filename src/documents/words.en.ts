export const documentEnglish = {
  'search.kind.document': 'Documents',
  'documents.title': 'Documents',
  'documents.menu': 'Documents',
  'documents.empty': 'Documents that are submitted as evidence will stand here.',
  'documents.search': 'Find by number, symbol or abstract',
  'document.number': 'Number and symbol',
  'document.type': 'Type of document',
  'document.issue-date': 'Issue date',
  'document.issuer': 'Issued by',
  'document.abstract': 'Abstract',
  'permission.document.read': 'See the list of documents',
} as const;
