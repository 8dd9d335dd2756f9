import { expect, it } from 'vitest'
import type { Host } from '../../src/host/client.ts'
import { lateHost } from '../../src/host/late-host.ts'
import type { Request } from '../../src/host/protocol.ts'

/** A host that only notes what happens to it. */
function noted(): { host: Host; log: string[] } {
  const log: string[] = []
  const host: Host = {
    send: ({ type }) => void log.push(type),
    listen: () => void log.push('listen'),
    close: () => void log.push('close'),
  }
  return { host, log }
}
const STOP: Request = { type: 'stop' }
const settled = () => new Promise((resolve) => setTimeout(resolve))

it('keeps what is asked until the host is there, and in order', async () => {
  const { host, log } = noted()
  const late = lateHost(async () => host)
  late.listen(
    () => {},
    () => {},
  )
  late.send(STOP)
  late.send({ type: 'end-sweep' })
  expect(log).toEqual([])
  await settled()
  late.send(STOP)
  expect(log).toEqual(['listen', 'stop', 'end-sweep', 'stop'])
  late.close()
  expect(log.at(-1)).toBe('close')
})

it('closes a host that comes after nobody wants it any more', async () => {
  const { host, log } = noted()
  const late = lateHost(async () => host)
  late.listen(
    () => {},
    () => {},
  )
  late.send(STOP)
  late.close()
  await settled()
  expect(log).toEqual(['close'])
})

it('says so when the host cannot be had', async () => {
  const said: string[] = []
  const late = lateHost(() => Promise.reject(new Error('gone')))
  late.listen(
    () => {},
    (why) => said.push(why),
  )
  await settled()
  expect(said).toEqual(['The simulation could not be loaded.'])
})
