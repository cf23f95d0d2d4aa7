export const proceduresUrl = () => '/procedures';
export const newProcedureUrl = () => '/procedures/new';
export const procedureUrl = (procedure: string) => `/procedures/${procedure}`;
/** The next version as it is prepared. */
export const procedureDraftUrl = (procedure: string) => `${procedureUrl(procedure)}/draft`;
