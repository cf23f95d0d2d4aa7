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
  'party.kind.individual': 'An individual',
  'party.kind.organisation': 'An organisation',
  'party.name': 'Name of the person or organisation',
  'party.identity-number': 'Identity, citizen card or passport number',
  'party.identity-number.hint':
    '12 digits of the citizen identity card, 9 of the older identity card, or the passport number.',
  'party.date-of-birth': 'Date of birth',
  'party.date-of-birth.hint': 'For instance 5/3/1980.',
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
  'action.party.separate': 'Separate entries that were merged',
  'action.party.keep-apart': 'Record that two entries are not the same',
  'parties.name': 'Name',
  'party.kind.label': 'Kind',
  'party.identity-number.short': 'Identity number',
  'party.facts': 'What is known',
  'party.masked':
    'Numbers are partly hidden; only those who keep this catalogue see dates of birth, addresses and e-mail.',
  'party.merged': 'Merged into',
  'party.merged-from': 'Merged into this one',
  'party.merge': 'Merge into one',
  'party.separate': 'Separate again',
  'party.keep-apart': 'Not the same',
  'party.erase': 'Erase personal data',
  'party.erase.warning':
    'Name, numbers and everything else in all versions will be erased for good. The dossiers remain; they only no longer say whose they are.',
  'party.erase.reason': 'Reason',
  'party.erase.legal-basis': 'Legal basis',
  'party.erase.legal-basis.hint': 'Article, clause and document that allow or demand it.',
  'party.erase.confirm': 'Confirm',
  'party.erase.sure': 'I have checked that this is the right one, and that no rule demands to keep this data',
  'party.erased.notice': 'The personal data was erased',
  'party.erased.why': 'Erased at {when}. Reason: {reason}. Legal basis: {basis}.',
  'party.doubt.identity-place':
    'The first three digits of the identity number are of no known province or city. Compare them with the card.',
  'party.doubt.identity-year':
    'The identity number holds another year of birth than the date of birth. Compare them with the card.',
  'party.doubt.tax-check-digit':
    'The check digit of the tax code does not match. Compare it with the registration.',
  'party.doubt.tax-branch':
    'The last three digits of a branch’s tax code cannot be 000. Compare them with the registration.',
  'party.likeness.identity-number': 'same identity number',
  'party.likeness.tax-code': 'same tax code',
  'party.likeness.decision-number': 'same decision of establishment, similar name',
  'party.likeness.name-and-birth': 'same name and date of birth',
  'party.likeness.name-and-telephone': 'similar name, same telephone',
  'party.likeness.name': 'same name',
  'duplicates.title': 'Likely duplicates',
  'duplicates.lead':
    'The 500 newest entries compared with all. Merging erases nothing and changes no dossier: the later entry points at the earlier one, and can be separated again.',
  'duplicates.empty': 'No likely duplicates were found.',
  'duplicates.first': 'Known first',
  'duplicates.second': 'Recorded later',
  'duplicates.reasons': 'Alike in',
  'duplicates.acts': 'Acts',
  'refusal.invalid:party-erase-sure': 'Tick the confirmation before you erase.',
  'refusal.conflict:party-not-merged': 'This entry is merged into no other.',
};
