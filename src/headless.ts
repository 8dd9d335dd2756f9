/** The engine without a browser: `npm run --silent sim -- list | options … | run …`. */
import { readFileSync } from 'node:fs'
import { main } from './cli/main.ts'

// Whoever reads may have enough: `… | head` is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = main(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  readFile(path) {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return null
    }
  },
})
