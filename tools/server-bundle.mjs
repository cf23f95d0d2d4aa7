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
