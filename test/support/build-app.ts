import { copyFileSync } from 'node:fs'
import { tool } from './step.ts'

/** The app for a web server in `dist/`, and beside it the whole app as one page. */
export function buildApp(): boolean {
  if (!tool('vite', ['build', '--logLevel', 'warn'])) return false
  if (!tool('vite', ['build', '--mode', 'single', '--logLevel', 'warn'])) return false
  copyFileSync('node_modules/.cache/single/index.html', 'dist/mailpath.html')
  return true
}
