import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { measureFirstLoad } from '../support/bundle-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailpath-'))

function build(files: Record<string, string>): void {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  const html = '<script type="module" crossorigin src="./assets/index-1.js"></script>'
  writeFileSync(join(folder, 'index.html'), html)
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, 'assets', name), text)
}

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('the first load counts static imports and the worker, not what is loaded later', () => {
  build({
    'index-1.js':
      'import{a as b}from"./shared-2.js";' +
      'new Worker(new URL(new URL(`worker-3.js`,import.meta.url).href,``+import.meta.url));' +
      'const f=()=>import("./later-5.js")',
    'shared-2.js': 'export const a=1',
    'worker-3.js': 'import"./part-4.js"',
    'part-4.js': '0',
    'later-5.js': '0',
  })
  const { files, gzipBytes, hasDevelopmentReact } = measureFirstLoad(folder)
  const names = ['index-1.js', 'shared-2.js', 'worker-3.js', 'part-4.js']
  expect(files.map(({ file }) => file)).toEqual(names.map((name) => `assets/${name}`))
  expect(gzipBytes).toBeGreaterThan(100)
  expect(hasDevelopmentReact).toBe(false)
})

it("the first load knows React's development version when it sees it", () => {
  build({ 'index-1.js': 'warn(\'Each child in a list should have a unique "key" prop.\')' })
  expect(measureFirstLoad(folder).hasDevelopmentReact).toBe(true)
})
