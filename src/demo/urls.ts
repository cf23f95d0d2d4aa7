export const clockUrl = () => '/clock';
