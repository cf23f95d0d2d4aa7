export const partyEnglish = {
  'search.kind.party': 'Individuals and organisations',
  'permission.party.read': 'See individuals and organisations that have dossiers, with numbers partly hidden',
  'permission.party.keep': 'Add, change and merge individuals and organisations; see whole numbers',
  'permission.party.erase': 'Erase personal data on request',
  'action.party.save': 'Save an individual or organisation',
  'action.party.merge': 'Merge two entries of one individual or organisation',
  'action.party.erase': 'Erase personal data',
  'parties.title': 'Individuals and organisations',
  'parties.menu': 'Individuals and organisations',
  'parties.lead':
    'Those who have dossiers or gave feedback. Search by a few letters of the name without accents, a telephone, an identity number, a tax code or the number of the decision of establishment.',
  'parties.empty': 'Nobody yet. Once a dossier is accepted, its submitter and owner stand here.',
  'parties.search': 'Name or number',
  'parties.duplicates': 'Show likely duplicates',
  'party.add': 'Add an individual or organisation',
  'party.edit': 'Change',
  'party.save': 'Save',
  'party.kind': 'Is',
  'party.kind.individual': 'An individual',
  'party.kind.organisation': 'An organisation',
  'party.name': 'Name of the person or organisation',
  'party.identity-number': 'Identity, citizen card or passport number',
  'party.identity-number.hint':
    '12 digits of the citizen identity card, 9 of the older identity card, or the passport number.',
  'party.date-of-birth': 'Date of birth',
  'party.tax-code': 'Tax code',
  'party.decision-number': 'Number of the decision of establishment',
  'party.decision-number.hint': 'For instance 1234/QĐ-UBND.',
  'party.telephone': 'Telephone',
  'party.email': 'E-mail',
  'party.address': 'Address',
  'party.representative-name': 'Representative',
  'party.representative-position': 'Position of the representative',
  'party.agency-of': 'Affiliated agency',
  'party.erased': '(personal data erased)',
  'refusal.invalid:identity-number':
    'An identity number has 12 digits, that of the older card 9, a passport a letter and 7 or 8 digits.',
  'refusal.invalid:tax-code':
    'A tax code has 10 digits, that of a branch 3 more, for instance 0100109106-001; or it is a person’s identity number of 12.',
  'refusal.invalid:telephone':
    'A telephone number begins with 0 and has 10 or 11 digits; one of another country begins with +.',
  'refusal.invalid:party-name':
    'A name has letters, does not begin with = + or @, and holds none of the signs < > { }.',
  'refusal.invalid:party-agency': 'An affiliated agency is an organisation, not an individual.',
  'refusal.invalid:party-of-individual':
    'This is of individuals alone. Clear it, or choose “An individual” again.',
  'refusal.invalid:party-of-organisation':
    'This is of organisations alone. Clear it, or choose “An organisation” again.',
  'refusal.invalid:birth-ahead': 'This day of birth is yet to come. Check the year.',
  'refusal.conflict:party-number':
    'This number is recorded for somebody else. Check it; if both are the same, merge them first.',
  'refusal.conflict:party-other-name':
    'This number is recorded for another name. Search by the number and choose the right one, or correct the number.',
  'refusal.conflict:party-erased':
    'The data of this individual or organisation was erased. Enter them as a new one.',
  'refusal.conflict:party-merged': 'This entry was merged into another. Search and choose again.',
  'refusal.conflict:party-kind':
    'The known entry is an individual and this one an organisation, or the other way round. Choose the right kind, or check the number.',
  'refusal.conflict:party-agency': 'This organisation is recorded as another affiliated agency.',
};
