export const documentsUrl = () => '/documents';
export const templatesUrl = () => '/templates';
/** A template of a rule set by its id; "shipped" is the one that the product brings. */
export const templateUrl = (rules: string, template: string) => `/templates/${rules}/${template}`;
