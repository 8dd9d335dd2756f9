import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { findChromium, launchOptions } from './chromium.ts'

function run(command: string, args: string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

function isRootOnDebian(): boolean {
  const file = '/etc/os-release'
  if (process.getuid?.() !== 0 || !existsSync(file)) return false
  return /^ID=debian$/m.test(readFileSync(file, 'utf8'))
}

/** A bare machine has no fonts either, and text without a font measures zero. */
function install(): void {
  const packages = ['chromium', 'fonts-liberation']
  const done =
    isRootOnDebian() &&
    run('apt-get', ['-qq', 'update']) &&
    run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...packages])
  if (!done) run('npx', ['--no-install', 'playwright', 'install', 'chromium'])
}

/**
 * A browser that starts, installed if need be; answers with its version.
 * @throws when there is none: the browser tests are never skipped.
 */
export async function ensureBrowser(): Promise<string> {
  if (findChromium() === undefined) install()
  const browser = await chromium.launch(launchOptions()).catch((error: unknown) => {
    throw new Error(
      'The browser tests need Chromium or Google Chrome: install one, or set CHROMIUM_PATH to its program file.',
      { cause: error },
    )
  })
  const version = browser.version()
  await browser.close()
  return version
}
