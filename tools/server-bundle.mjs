/** How esbuild bundles what runs on the server, for the product, the benchmarks, the checks and the tests alike. */
export const SERVER_BUNDLE = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
};

/**
 * How Node runs the bundle. What is compiled at once, if only roughly, costs the first visitors after a start half of
 * the time that it costs to find out first which code is used.
 */
export const SERVER_FLAGS = ['--enable-source-maps', '--always-sparkplug'];
