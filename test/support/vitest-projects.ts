/** The two places tests run in: plain Node for what has no screen, a real Chromium for what has one. */
import type { TestProjectConfiguration } from 'vitest/config'

const nodeFolders = [
  'sim',
  'host',
  'lab',
  'registry',
  'properties',
  'mechanisms',
  'golden',
  'tidy',
  'cli',
  'peers',
]

export async function projects(): Promise<TestProjectConfiguration[]> {
  // Loaded late: finding a browser costs a process, and only a test run needs one.
  const { playwright } = await import('@vitest/browser-playwright')
  const { launchOptions } = await import('./chromium.ts')
  return [
    {
      extends: true,
      test: {
        name: 'sim',
        environment: 'node',
        // Two cores, and other work beside: a slow machine is no failure.
        testTimeout: 60_000,
        include: [`test/{${nodeFolders.join(',')}}/**/*.test.ts`],
      },
    },
    {
      extends: true,
      test: {
        name: 'ui',
        include: ['test/ui/**/*.test.{ts,tsx}'],
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          viewport: { width: 1280, height: 800 },
          provider: playwright({ launchOptions: launchOptions() }),
          instances: [{ browser: 'chromium' }],
        },
      },
    },
  ]
}
