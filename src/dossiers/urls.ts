const query = (filters: Readonly<Record<string, string>>) => {
  const search = new URLSearchParams(filters).toString();
  return search === '' ? '' : `?${search}`;
};

export const dossiersUrl = (filters: Readonly<Record<string, string>> = {}) => `/dossiers${query(filters)}`;
export const newDossierUrl = (filters: Readonly<Record<string, string>> = {}) => `/intake${query(filters)}`;
export const dossierUrl = (dossier: string) => `/dossiers/${dossier}`;
export const dossierDeadlineUrl = (dossier: string) => `${dossierUrl(dossier)}/deadline`;
export const dossierFileUrl = (dossier: string, file: string) => `${dossierUrl(dossier)}/files/${file}`;
export const deskUrl = (agency: string) => `/agencies/${agency}/desk`;
export const queueUrl = (filters: Readonly<Record<string, string>> = {}) => `/dossier-queue${query(filters)}`;
export const handOverListUrl = (filters: Readonly<Record<string, string>> = {}) =>
  `/hand-over-list${query(filters)}`;
export const dossierFormUrl = (dossier: string, form: string) => `${dossierUrl(dossier)}/forms/${form}`;
/** The desk of one's own agency. */
export const ownDeskUrl = () => '/one-stop-desk';
