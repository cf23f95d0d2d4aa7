/** Internal processes, as the list's filters narrow them. */
export const processesUrl = (filters: Readonly<Record<string, string>> = {}) => {
  const search = new URLSearchParams(filters).toString();
  return `/internal-processes${search === '' ? '' : `?${search}`}`;
};
export const newProcessUrl = () => '/internal-processes/new';
export const processImportUrl = () => '/internal-processes/import';
export const processReadingUrl = (file: string) => `${processImportUrl()}/${file}`;
export const processUrl = (process: string) => `/internal-processes/${process}`;
/** The form of a draft. */
export const processDraftUrl = (process: string) => `${processUrl(process)}/draft`;
