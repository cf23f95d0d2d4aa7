export const importEnglish = {
  'import.file': 'File with the list',
  'import.file.hint':
    'XLSX or CSV. The heading row names the columns as the template does; their order does not matter.',
  'import.read': 'Read and check',
  'import.template': 'Download the template',
  'import.columns': 'Columns',
  'import.required': 'required',
  'import.again': 'Choose another file',
  'import.rows': 'Rows of the file',
  'import.line': 'Row',
  'import.outcome': 'Outcome',
  'import.state.new': 'Will be added',
  'import.state.known': 'Known, left out',
  'import.state.wrong': 'Has an error',
  'import.all': 'All',
  'import.none-here': 'No row belongs to this group.',
  'import.confirm': 'Add {count} {count|row|rows}',
  'import.confirm.wrong': 'Add {count} {count|row|rows}, leave out {wrong} with an error',
  'import.nothing': 'There is no row to add.',
  'import.wrong.lead':
    'Rows with an error have not been added. You can mend them in the file and upload the whole file again: rows that are known are recognised and left out.',
} as const;
