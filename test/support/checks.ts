import { tool, type Steps } from './step.ts'

/** Everything that can be said about the code without running it. */
export function staticChecks(steps: Steps): void {
  steps.run('types', () => tool('tsc', ['--noEmit']))
  steps.run('types of the simulation alone', () => tool('tsc', ['--noEmit', '-p', 'src/sim']))
  steps.run('lint', () =>
    tool('oxlint', ['-c', 'test/tidy/oxlint.json', '--type-aware', '--deny-warnings']),
  )
  steps.run('format', () =>
    tool('oxfmt', ['-c', 'test/tidy/oxfmt.json', '--check', 'src', 'test', 'vite.config.ts']),
  )
  steps.run('unused', () => tool('knip', []))
}
