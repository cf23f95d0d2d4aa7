export const partiesUrl = (filters: Readonly<Record<string, string>> = {}) => {
  const search = new URLSearchParams(filters).toString();
  return `/parties${search === '' ? '' : `?${search}`}`;
};
export const newPartyUrl = () => '/parties/new';
export const duplicatesUrl = () => '/parties/duplicates';
export const partyUrl = (party: string) => `/parties/${party}`;
export const partyFormUrl = (party: string) => `/parties/${party}/form`;
export const partyErasureUrl = (party: string) => `/parties/${party}/erasure`;
