import { defineConfig } from '@playwright/test'
import { launchOptions } from '../support/chromium.ts'

const port = 4173
const url = `http://127.0.0.1:${port}/`

/** Drives the built page, so it needs `npm run build` first. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/playwright',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { baseURL: url, launchOptions: launchOptions(), viewport: { width: 1280, height: 800 } },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '../..',
    url,
    reuseExistingServer: false,
  },
})
