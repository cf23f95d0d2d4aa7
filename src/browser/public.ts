/** What citizens' pages load. */
import './form-keep.ts';
import './item-walk.ts';
import './live-filter.ts';
import './live-links.ts';
import './time-left.ts';
