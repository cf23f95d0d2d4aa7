import type { BuildOptions } from 'esbuild';

/** How esbuild bundles what runs on the server. */
export const SERVER_BUNDLE: Readonly<BuildOptions>;

/** How Node runs the bundle. */
export const SERVER_FLAGS: readonly string[];
