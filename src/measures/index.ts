export { Figures, readFigures, written } from './figures.tsx';
export { type Value, value, values } from './queries.ts';
export { measuresUrl, measureUrl } from './urls.ts';
