/** An instant in UTC, as ledgers keep it: "2019-02-11T10:00:00Z". */
export type InstantText = string;
