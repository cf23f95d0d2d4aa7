export const formsUrl = () => '/forms';
/** A form by its code in an address: "tt01-2018-01". */
export const formUrl = (form: string) => `/forms/${form}`;
/** The form made up to show how it looks, as PDF. */
export const formSampleUrl = (form: string) => `/forms/${form}/sample`;
/** A Word template of a form by its id; "shipped" is the one that the product brings. */
export const formTemplateUrl = (form: string, template: string) => `/forms/${form}/templates/${template}`;
