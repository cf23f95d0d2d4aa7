/** What citizens' pages load. */
import './form-keep.ts';
import './live-filter.ts';
import './time-left.ts';
