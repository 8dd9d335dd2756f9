import { expect, it } from 'vitest'
import { LabClient } from '../../../src/host/client.ts'
import { workerHost } from '../../../src/host/worker-host.ts'
import { digestOfAll } from '../../../src/sim/digest.ts'
import { reportOf, runToEnd } from '../../../src/sim/report.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import digests from '../../golden/digests.json'
import { runOf } from '../../helpers/runs.ts'

const golden = digests as Record<string, string>
const ids = SCENARIOS.map((one) => one.id)

/** The digest of a run in a real Web Worker. */
function digestInWorker(id: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const client = new LabClient(workerHost(), {
      changed: () => {
        if (!client.worlds.every((world) => world.ended)) return
        resolve(digestOfAll(client.worlds.map(({ record }) => record)))
        client.close()
      },
      failed: (why) => reject(new Error(why)),
    })
    client.load(runOf(id))
  })
}

it.each(ids)('%s has its golden digest in Chromium', (id) => {
  const run = runOf(id)
  expect(reportOf(run, runToEnd(run), []).digest).toBe(golden[id])
})

it.each(ids)('%s has it in a worker too', async (id) => {
  expect(await digestInWorker(id)).toBe(golden[id])
})
