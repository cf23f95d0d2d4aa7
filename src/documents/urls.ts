export const documentsUrl = () => '/documents';
