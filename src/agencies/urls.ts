export const unitsUrl = () => '/agencies';
