/** What one host's mail log tells, for tests of its lines. */
import { mailLog } from '../../src/sim/artefacts/mail-log.ts'
import { worldFor, type Wanted } from './runs.ts'

/** The lines of one host's log, without date, process ids and queue ids. */
export function told(of: string, host: string, wanted: Wanted): string[] {
  const { index } = worldFor(of, 'relayed', wanted)
  return mailLog(index, Infinity)
    .map(({ text }) => text.slice(16))
    .filter((line) => line.startsWith(`${host} `))
    .map((line) => line.slice(`${host} postfix/`.length).replace(/\[\d+\]: /, ': '))
    .map((line) => line.replaceAll(/[0-9A-F]{11,16}/g, 'ID'))
}

export const MX = 'mx.college.example[192.0.2.130]'
export const RELAY = 'smtp.school.example[192.0.2.25]'

/** The exchanger has that trouble, and the other one refuses connections. */
export const troubled = (trouble: string): Wanted => ({
  set: {
    'mx.trouble': trouble,
    'mx.outage.lasts': '0 s',
    'backup.outage.lasts': '1 d',
    'relay.queue.lifetime': '0 s',
  },
})
