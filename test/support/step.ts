import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs one of the project's own tools and says whether it succeeded.
 * NODE_ENV is taken away: the script runner sets it to "development", and a build that inherits
 * that value quietly contains React's development version.
 */
export function tool(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(join('node_modules', '.bin', command), args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: undefined, ...env },
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** Runs every step even after a failure, so that one run shows everything that is wrong. */
export class Steps {
  readonly failed: string[] = []

  run(name: string, work: () => boolean): boolean {
    const start = performance.now()
    console.log(`\n== ${name}`)
    return this.#note(name, start, isTrue(work))
  }

  async runLater(name: string, work: () => Promise<void>): Promise<boolean> {
    const start = performance.now()
    console.log(`\n== ${name}`)
    const isOk = await work().then(
      () => true,
      (error: unknown) => say(error),
    )
    return this.#note(name, start, isOk)
  }

  #note(name: string, start: number, isOk: boolean): boolean {
    if (!isOk) this.failed.push(name)
    const milliseconds = Math.round(performance.now() - start)
    console.log(`== ${name}: ${isOk ? 'ok' : 'FAILED'}, ${milliseconds} ms`)
    return isOk
  }
}

function isTrue(work: () => boolean): boolean {
  try {
    return work()
  } catch (error) {
    return say(error)
  }
}

function say(error: unknown): false {
  console.log(error instanceof Error ? error.message : String(error))
  return false
}
