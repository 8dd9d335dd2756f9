import { statSync } from 'node:fs'
import { buildApp } from './build-app.ts'

if (buildApp()) {
  const kilobytes = Math.round(statSync('dist/mailpath.html').size / 1000)
  console.log(`dist/               the app, for any web server`)
  console.log(`dist/mailpath.html  the same app as one page of ${kilobytes} kB, opens from a disk`)
} else {
  process.exitCode = 1
}
