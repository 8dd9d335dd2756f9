/** Everything that can fail, in the order in which it is cheap to learn about it. */
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildApp } from './support/build-app.ts'
import { reportFirstLoad } from './support/bundle-size.ts'
import { staticChecks } from './support/checks.ts'
import { ensureBrowser } from './support/ensure-browser.ts'
import { playwrightCounts, vitestCounts } from './support/reports.ts'
import { Steps, tool } from './support/step.ts'

const cache = 'node_modules/.cache/test'
const vitestFile = `${cache}/vitest.json`
const playwrightFile = `${cache}/playwright.json`

rmSync(cache, { recursive: true, force: true })
mkdirSync(cache, { recursive: true })

const steps = new Steps()
staticChecks(steps)

const hasBrowser = await steps.runLater('browser', async () => {
  console.log(`Chromium ${await ensureBrowser()}`)
})
steps.run('tests in Node and in the browser', () => {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`]
  return tool('vitest', ['run', ...(hasBrowser ? [] : ['--project', 'sim']), ...reporters])
})
const isBuilt =
  steps.run('build', buildApp) && steps.run('weight of the first load', reportFirstLoad)
if (hasBrowser && isBuilt) {
  steps.run('end-to-end tests', () => {
    const args = ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json']
    return tool('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(playwrightFile) })
  })
}

const nothing = { passed: 0, failed: 0, skipped: 0 }
const inVitest = vitestCounts(vitestFile) ?? nothing
const endToEnd = playwrightCounts(playwrightFile) ?? nothing
const passed = inVitest.passed + endToEnd.passed
const testsFailed = inVitest.failed + endToEnd.failed
// A step may fail without a failed test: a type error, a crash. The count must not hide it.
const failed = Math.max(testsFailed, steps.failed.length)
const skipped = inVitest.skipped + endToEnd.skipped

console.log(steps.failed.length > 0 ? `\nFailed steps: ${steps.failed.join(', ')}` : '')
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
