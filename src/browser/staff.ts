/** What staff pages load. */
import './copy-text.ts';
import './drop-close.ts';
import './form-keep.ts';
import './item-walk.ts';
import './hot-keys.ts';
import './live-filter.ts';
import './live-links.ts';
import './review-pane.ts';
import './time-left.ts';
