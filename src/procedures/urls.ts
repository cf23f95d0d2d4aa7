export const proceduresUrl = () => '/procedures';
export const newProcedureUrl = () => '/procedures/new';
export const procedureUrl = (procedure: string) => `/procedures/${procedure}`;
/** The next version as it is prepared. */
export const procedureDraftUrl = (procedure: string) => `${procedureUrl(procedure)}/draft`;
/** One version, with what changed since the one before. */
export const procedureVersionUrl = (procedure: string, no: number | string) =>
  `${procedureUrl(procedure)}/versions/${no}`;
/** What a citizen needs of it, on one page; open to everyone. */
export const procedureGuideUrl = (procedure: string) => `${procedureUrl(procedure)}/guide`;
/** What has to be public where, by when. */
export const publicationsUrl = () => '/publications';
/** What the own agency still has to make public, and where it looks whether it hangs. */
export const ownPublicationsUrl = () => '/publications/own';
/** Legal bases that change, and what that means for procedures. */
export const basisChecksUrl = () => '/basis-checks';
export const newBasisChangeUrl = () => '/basis-changes/new';
/** Files that announce procedures. */
export const announcementsUrl = () => '/announcements';
export const newAnnouncementUrl = () => '/announcements/new';
export const announcementTemplateUrl = () => '/announcements/template';
export const announcementUrl = (announcement: string) => `/announcements/${announcement}`;
export const announcementRowUrl = (announcement: string, no: number | string) =>
  `${announcementUrl(announcement)}/rows/${no}`;
