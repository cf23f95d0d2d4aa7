export const signInUrl = () => '/sign-in';
export const accountUrl = () => '/account';
export const passwordUrl = () => '/password';
