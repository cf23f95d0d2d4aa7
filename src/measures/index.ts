export {
  asOf,
  asOfDay,
  type CountedRecord,
  list,
  PARTS,
  type Part,
  type UnitValue,
  type Value,
  value,
  valueByUnit,
  type Within,
} from './queries.ts';
export { measureUrl } from './urls.ts';
