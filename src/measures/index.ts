export { Figures, readFigures } from './figures.tsx';
export { asOf } from './queries.ts';
