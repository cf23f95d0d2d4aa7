export { Figures, readFigures } from './figures.tsx';
