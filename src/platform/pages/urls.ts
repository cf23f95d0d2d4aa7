export const searchUrl = (typed?: string, kind?: string) => {
  const search = new URLSearchParams({
    ...(typed === undefined ? {} : { q: typed }),
    ...(kind === undefined ? {} : { kind }),
  }).toString();
  return search === '' ? '/search' : `/search?${search}`;
};
export const permissionsUrl = () => '/permissions';
export const apiUrl = () => '/api';
export const openApiUrl = () => '/api/v1/openapi.json';
export const auditTrailUrl = () => '/audit-trail';
