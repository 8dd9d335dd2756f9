import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** In the order of trust: what the person says, what the test tool brought, what the system has. */
function candidates(): string[] {
  const paths = [
    process.env['CHROMIUM_PATH'] ?? '',
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium-browser',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  return paths.filter((path) => path !== '' && existsSync(path))
}

/** Some systems ship a stub that only says how to install the browser, so ask it for its version. */
function answers(path: string): boolean {
  if (process.platform === 'win32') return true // prints nothing there, opens a window instead
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && stdout.includes('Chrom')
}

export function findChromium(): string | undefined {
  return candidates().find(answers)
}

export interface LaunchOptions {
  args: string[]
  executablePath?: string
}

export function launchOptions(): LaunchOptions {
  const args = ['--disable-gpu', '--disable-quic']
  const executablePath = findChromium()
  return executablePath === undefined ? { args } : { args, executablePath }
}
