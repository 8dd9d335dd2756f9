import { staticChecks } from './checks.ts'
import { Steps, tool } from './step.ts'

const steps = new Steps()
staticChecks(steps)
steps.run('tidy', () => tool('vitest', ['run', '--project', 'sim', 'test/tidy']))

if (steps.failed.length > 0) {
  console.log(`\nFailed: ${steps.failed.join(', ')}`)
  process.exitCode = 1
}
