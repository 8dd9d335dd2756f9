/** The JavaScript that a page fetches before anybody sees anything. */
import { existsSync } from 'node:fs'
import { buildApp } from '../../support/build-app.ts'
import { measureFirstLoad } from '../../support/bundle-size.ts'
import { figure, type Figure } from '../figure.ts'

export function firstLoad(): Figure[] {
  if (!existsSync('dist/index.html') && !buildApp()) throw new Error('the app does not build')
  return [figure('first load, JavaScript, gzip', measureFirstLoad().gzipBytes, 'bytes')]
}
