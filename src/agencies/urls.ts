export const unitsUrl = () => '/agencies';
export const unitUrl = (unit: string) => `/units/${unit}`;
export const importUnitsUrl = () => '/units/import';
export const affiliatedUrl = () => '/agencies/affiliated';
export const newAgencyUrl = () => '/agencies/new';
export const agencyUrl = (agency: string) => `/agencies/${agency}`;
export const importAgenciesUrl = () => '/agencies/import';
