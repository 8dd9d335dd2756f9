import react from '@vitejs/plugin-react'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { contentSecurity, inlineIcon, oneFile, woff2Only } from './test/support/build-plugins.ts'
import { projects } from './test/support/vitest-projects.ts'

const packages = [
  'react',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  'zustand',
  'zustand/vanilla',
  'zustand/react/shallow',
  'valibot',
  'd3',
  'axe-core',
]

/**
 * One part for the list of scenarios and what the first one shares with others: left alone, the
 * bundler would make one of each title, since the list and its scenario both have it.
 */
const scenarioList = {
  name: 'scenarios',
  test: /src\/sim\/scenarios\/(index|school|[\w-]+\/title|the-lid-closes\/\w+)\.ts$/,
}

/** `vite build --mode single` makes the one self-contained page; every other mode the ordinary app. */
export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => {
  const single = mode === 'single'
  return {
    // Relative addresses, so that the built app can be put into any folder of any server.
    base: './',
    publicDir: single ? false : 'public',
    plugins: [
      react(),
      woff2Only(),
      contentSecurity({ single }),
      ...(single ? [inlineIcon('public/favicon.svg'), await oneFile()] : []),
    ],
    resolve: {
      // A page opened from a disk may not load a worker from another file: it carries its own.
      alias: single
        ? [{ find: /^(.*)\/start-worker\.ts$/, replacement: '$1/start-worker.inline.ts' }]
        : [],
    },
    // From a disk a browser starts only a classic worker out of the page's own text, not a module.
    worker: { format: single ? 'iife' : 'es' },
    build: {
      target: 'es2022',
      outDir: single ? 'node_modules/.cache/single' : 'dist',
      emptyOutDir: true,
      // The polyfill fetches, and the page's own policy lets nothing fetch.
      modulePreload: { polyfill: false },
      ...(single
        ? {}
        : { rolldownOptions: { output: { codeSplitting: { groups: [scenarioList] } } } }),
    },
    // Named here, or a browser-test run on a fresh machine finds one in its middle and reloads.
    optimizeDeps: { include: packages },
    ...(process.env['VITEST'] === undefined ? {} : { test: { projects: await projects() } }),
  }
})
