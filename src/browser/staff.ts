/** What staff pages load. */
import './copy-text.ts';
import './drop-close.ts';
import './form-keep.ts';
import './hot-keys.ts';
import './live-filter.ts';
import './review-pane.ts';
import './time-left.ts';
