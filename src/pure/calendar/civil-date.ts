/** A civil day without zone or clock: "2019-03-31". Strings of this form sort as days do. */
export type CivilDate = string;
