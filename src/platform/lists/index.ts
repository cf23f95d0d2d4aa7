export { exportList, type ListFormat } from './export.ts';
export { type ListJson, listJson, oneJson } from './json.ts';
export { defineList, type List, type ListAsk, type ListFilter, type ListSpec, type Say } from './list.ts';
export { ListView, listPage, listStatus, readVisitList } from './list-view.tsx';
export { type Asker, type ListPage, readList, readOne } from './read.ts';
export { readRequest } from './request.ts';
