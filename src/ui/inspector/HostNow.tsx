/** A host in one world: up or not, what waits in its queue, what lies in its mailboxes. */
import type { LiveWorld } from '../../host/client.ts'
import type { HostStateReading } from '../../sim/facts/host-states.ts'
import { keepsQueue } from '../acts/FlushAct.tsx'
import { select } from '../state/actions.ts'
import { fillIn } from '../words/fill-in.ts'
import { clockWithSeconds } from '../words/time.ts'
import { Pieces } from './Pieces.tsx'
import { StateMark } from './StateMark.tsx'
import type { Scene } from './scene.ts'
import { CLASS_WORDS, COLUMNS, HOST, HOST_STATE } from './words.ts'
import styles from './inspector.module.css'

interface Props {
  readonly scene: Scene
  readonly world: LiveWorld
  readonly reading: HostStateReading | undefined
}

export function HostNow({ scene, world, reading }: Props) {
  if (reading === undefined) return null
  const { level, scenario } = scene
  const host = scenario.hosts[reading.host]
  const clock = (at: number): string => clockWithSeconds(world.record.startsAtEpochMs + at)
  const key = host?.off === true ? 'off' : reading.state
  const said = fillIn(HOST_STATE[key]?.[level] ?? '', () => clock(reading.since))
  const takesMail = (host?.mailboxes ?? []).length > 0
  const keepsMail = host !== undefined && (host.kind === 'mua' || keepsQueue(host))
  return (
    <>
      <p className={styles.worldLine}>
        <StateMark mark={reading.state === 'up' ? 'accepted' : 'asleep'} />
        <span>
          <Pieces pieces={said} />{' '}
          <span className={styles.soft}>
            {HOST.address[level]} <span className={styles.code}>{reading.address}</span>
          </span>
        </span>
      </p>
      {keepsMail && <Queue scene={scene} world={world} reading={reading} clock={clock} />}
      {takesMail && <Mailbox scene={scene} world={world} reading={reading} clock={clock} />}
    </>
  )
}

interface PartProps {
  readonly scene: Scene
  readonly world: LiveWorld
  readonly reading: HostStateReading
  readonly clock: (at: number) => string
}

function Queue({ scene: { level }, world, reading, clock }: PartProps) {
  if (reading.queue.length === 0) return <p className={styles.soft}>{HOST.queueEmpty[level]}</p>
  return (
    <table className={styles.table}>
      <caption>{HOST.queue[level]}</caption>
      <thead>
        <tr>
          <th scope="col">{COLUMNS.message[level]}</th>
          <th scope="col">{COLUMNS.next[level]}</th>
        </tr>
      </thead>
      <tbody>
        {reading.queue.map((one) => (
          <tr key={one.message}>
            <th scope="row">
              <MessageLink world={world} message={one.message} />
            </th>
            <td>
              {one.nextTryAt === null ? (
                CLASS_WORDS['open']?.[level]
              ) : (
                <time>{clock(one.nextTryAt)}</time>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Mailbox({ scene: { level }, world, reading, clock }: PartProps) {
  if (reading.mailbox.length === 0) return <p className={styles.soft}>{HOST.mailboxEmpty[level]}</p>
  return (
    <table className={styles.table}>
      <caption>{HOST.mailbox[level]}</caption>
      <thead>
        <tr>
          <th scope="col">{COLUMNS.message[level]}</th>
          <th scope="col">{COLUMNS.recipient}</th>
          <th scope="col">{COLUMNS.time}</th>
        </tr>
      </thead>
      <tbody>
        {reading.mailbox.map((one) => (
          <tr key={`${one.message}-${one.recipient}`}>
            <th scope="row">
              <MessageLink world={world} message={one.message} />
              {one.copies > 1 && ` × ${one.copies}`}
            </th>
            <td>
              {world.record.messages[one.message]?.recipients[one.recipient]}
              {one.folder === 'junk' && (
                <span className={styles.cite}>
                  <StateMark mark="aside" /> {HOST.junk[level]}
                </span>
              )}
            </td>
            <td>
              <time>{clock(one.at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MessageLink({ world, message }: { readonly world: LiveWorld; readonly message: number }) {
  const record = world.record.messages[message]
  if (record === undefined) return null
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => select({ kind: 'message', id: record.id })}
    >
      {record.subject}
    </button>
  )
}
