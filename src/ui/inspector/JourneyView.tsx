/** Whose job the message was, from when to when. */
import { readAs } from '../../sim/facts/codec.ts'
import { journeyReading } from '../../sim/facts/journeys.ts'
import { formatDuration } from '../../sim/units.ts'
import { OUTCOMES } from '../words/page.ts'
import { clockWithSeconds } from '../words/time.ts'
import { capital, hostName } from './names.ts'
import type { MessageView } from './MessagePanel.tsx'
import { resultOf } from './whole-message.ts'
import { JOURNEY } from './words.ts'
import styles from './inspector.module.css'

export function JourneyView({ scene, world, message, recipient }: MessageView) {
  const { level, scenario, cursor } = scene
  const { index, record } = world
  const journey = journeyReading(index, message, recipient, cursor)
  if (journey === null) return null
  const batons = (index.messages[message]?.facts ?? [])
    .map((i) => readAs(record.facts, i, 'baton'))
    .filter((fact) => fact !== null)
    .filter((fact) => fact.at <= cursor)
  const clock = (at: number): string => clockWithSeconds(record.startsAtEpochMs + at)
  const end = journey.outcome === 'queued' ? null : journey.endedAt
  return (
    <table className={styles.table}>
      <caption>{JOURNEY.caption[level]}</caption>
      <thead>
        <tr>
          <th scope="col">{JOURNEY.from}</th>
          <th scope="col">{JOURNEY.host[level]}</th>
          <th scope="col">{JOURNEY.during[level]}</th>
        </tr>
      </thead>
      <tbody>
        {batons.map(({ at, host }, i) => {
          const next = batons[i + 1]?.at ?? null
          const until = next ?? end
          const during = until === null ? cursor - at : Math.max(0, until - at)
          return (
            <tr key={i}>
              <td>
                <time>{clock(at)}</time>
              </td>
              <th scope="row">{capital(hostName(scenario, host, level))}</th>
              <td>
                {formatDuration(during)}
                {until === null && ` ${JOURNEY.now[level]}`}
              </td>
            </tr>
          )
        })}
        {end !== null && (
          <tr>
            <td>
              <time>{clock(end)}</time>
            </td>
            <th scope="row">{JOURNEY.ended[level]}</th>
            <td>{OUTCOMES[resultOf(journey)]?.[level]}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
